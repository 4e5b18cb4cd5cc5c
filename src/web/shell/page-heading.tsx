import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { arriveAgain } from './arrival.ts'

/**
 * Names the page in the window's title and moves focus to the heading it returns a reference for,
 * each time `subject` changes, so that people who cannot see the screen know where they are.
 */
export function useArrival(subject: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${subject} - Proviso`
    if (!arriveAgain()) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [subject])
  return heading
}

interface Props {
  readonly title: string
  /** A short line above the heading that says where this is. */
  readonly kicker?: ReactNode
  readonly children?: ReactNode
}

/** The one level-one heading of a page. */
export function PageHeading({ title, kicker, children }: Props) {
  const heading = useArrival(title)
  return (
    <header className="page-heading">
      {kicker === undefined ? null : <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  )
}
