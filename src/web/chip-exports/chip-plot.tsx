import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChipLine } from './chip-line.ts'
import { drawPlot } from './draw-plot.ts'
import { plotSummary } from './plot-summary.ts'
import type { Region } from './thresholds.ts'

interface Props {
  readonly lines: readonly ChipLine[]
  readonly regions: readonly Region[]
}

/** TPP against performance density on logarithmic axes, with the regions that are controlled. */
export function ChipPlot({ lines, regions }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const width = useWidth(holder)
  const summary = useMemo(() => plotSummary(lines), [lines])
  useEffect(() => {
    const plot = drawPlot(lines, regions, width)
    holder.current?.replaceChildren(plot)
  }, [lines, regions, width])
  return (
    <figure className="plot card">
      <div
        ref={holder}
        className="plot-holder"
        role="img"
        aria-label={`Plot of total processing performance against performance density. ${summary}`}
      />
      <figcaption>
        <p className="legend">
          <span data-series="a">Meets the .a leg</span>
          <span data-series="b">Meets the .b leg</span>
          <span data-series="none">Meets neither</span>
        </p>
        <p>{summary} Every number is in the table below.</p>
        {regions.length === 0 ? (
          <p>This reading does not control by performance density, so no region is drawn.</p>
        ) : (
          <p className="quiet small">
            Shaded: 15 CFR 774 supplement 1, ECCN 3A090.a and .b, with the thresholds in force under
            the chosen reading. A circle inside a shaded region is a chip that Note 2 leaves out:
            not for data centers, TPP below 4,800. Both axes are logarithmic.
          </p>
        )}
      </figcaption>
    </figure>
  )
}

function useWidth(holder: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const element = holder.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(280, Math.floor(entry.contentRect.width)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return width
}
