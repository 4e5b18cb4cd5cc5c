import { useEffect, useState } from 'react'

const addressed = (): string => decodeURIComponent(window.location.hash.slice(1))

/**
 * Brings the part of the page that the address names into view and moves focus there, also when it
 * appears only later; gives its name while the page does not have it. `shown` changes whenever the
 * page shows something else, `reveal` is asked to show a part that is hidden.
 */
export function useTarget(shown: unknown, reveal: () => void): string | undefined {
  const [missing, setMissing] = useState<string>()
  useEffect(() => {
    const go = (): void => {
      const name = addressed()
      const element = name === '' ? null : document.getElementById(name)
      setMissing(name === '' || element ? undefined : name)
      if (!element) {
        if (name !== '') reveal()
        return
      }
      element.closest('details')?.setAttribute('open', '')
      element.tabIndex = -1
      element.scrollIntoView({ block: 'start' })
      element.focus({ preventScroll: true })
    }
    go()
    window.addEventListener('hashchange', go)
    return () => window.removeEventListener('hashchange', go)
    // What is hidden is revealed by a change of what is shown, which runs this again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- reveal is made anew by every render
  }, [shown])
  return missing
}
