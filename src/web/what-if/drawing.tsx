import { useEffect, useRef, useState } from 'react'

interface Props {
  readonly label: string
  readonly draw: (width: number) => Element
}

/** A drawing that is one picture to those who hear the page, as wide as there is room. */
export function Drawing({ label, draw }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = holder.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(280, Math.floor(entry.contentRect.width)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (width > 0) holder.current?.replaceChildren(draw(width))
  }, [draw, width])
  return <div ref={holder} className="drawing" role="img" aria-label={label} />
}
