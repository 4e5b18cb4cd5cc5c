import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChipLine } from './chip-line.ts'
import { plotSummary } from './plot-summary.ts'
import type { Region } from './thresholds.ts'

interface Props {
  readonly lines: readonly ChipLine[]
  readonly regions: readonly Region[]
}

const extent = { tpp: [100, 200_000], density: [0.3, 60] } as const
const labeled = new Set([
  'H100 SXM',
  'H20',
  'A100 80 SXM',
  'B200',
  'MI300X',
  'L4',
  'RTX 4090',
  'Ascend 910C',
])

/** TPP against performance density on logarithmic axes, with the regions that are controlled. */
export function ChipPlot({ lines, regions }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const width = useWidth(holder)
  const summary = useMemo(() => plotSummary(lines), [lines])
  useEffect(() => {
    const plot = draw(lines, regions, width)
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
            the chosen reading. Both axes are logarithmic. Sources of chip data: below.
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

const symbols = { a: 'diamond', b: 'triangle', none: 'circle', unknown: 'circle' } as const

function draw(lines: readonly ChipLine[], regions: readonly Region[], width: number) {
  const points = lines.flatMap(({ row, tpp, density, leg }) =>
    tpp === null || density === null
      ? []
      : [{ name: row.name, tpp: Number(tpp), density: Number(density), leg }],
  )
  const isNarrow = width < 520
  const color = (leg: ChipLine['leg']): string =>
    `var(--series-${leg === 'unknown' ? 'none' : leg})`
  return Plot.plot({
    width,
    height: isNarrow ? 360 : 460,
    marginLeft: 48,
    marginBottom: 44,
    style: { background: 'transparent', color: 'inherit', fontSize: isNarrow ? '12px' : '14px' },
    x: {
      type: 'log',
      domain: [...extent.density],
      label: 'Performance density (TPP/mm²) →',
      ticks: isNarrow ? 3 : 6,
      tickFormat: ',',
    },
    y: {
      type: 'log',
      domain: [...extent.tpp],
      label: '↑ TPP',
      ticks: 5,
      tickFormat: ',',
      grid: true,
    },
    marks: [
      Plot.rect(regions, {
        x1: ({ densityFrom }: Region) => Math.max(densityFrom, extent.density[0]),
        x2: ({ densityTo }: Region) => densityTo ?? extent.density[1],
        y1: ({ tppFrom }: Region) => tppFrom,
        y2: ({ tppTo }: Region) => tppTo ?? extent.tpp[1],
        fill: ({ leg }: Region) => color(leg),
        fillOpacity: 0.14,
        clip: true,
      }),
      ...regionNames(regions, color),
      Plot.dot(points, {
        x: 'density',
        y: 'tpp',
        symbol: ({ leg }: { leg: ChipLine['leg'] }) => symbols[leg],
        stroke: ({ leg }: { leg: ChipLine['leg'] }) => color(leg),
        strokeWidth: 2,
        r: 4.5,
        title: ({ name, tpp, density }: { name: string; tpp: number; density: number }) =>
          `${name}: TPP ${tpp}, performance density ${density}`,
      }),
      Plot.text(
        points.filter(({ name }) => labeled.has(name)),
        {
          x: 'density',
          y: 'tpp',
          text: 'name',
          dy: -11,
          fill: 'currentColor',
          stroke: 'var(--panel)',
          strokeWidth: 4,
        },
      ),
    ],
  })
}

function regionNames(regions: readonly Region[], color: (leg: ChipLine['leg']) => string) {
  const first = (['a', 'b'] as const).flatMap((leg) => regions.find((one) => one.leg === leg) ?? [])
  return [
    Plot.text(first, {
      x: ({ densityFrom }: Region) => Math.max(densityFrom, extent.density[0]) * 1.06,
      y: ({ tppFrom, tppTo }: Region) => (tppTo ?? extent.tpp[1]) * 0.9 + tppFrom * 0,
      text: ({ leg }: Region) => `3A090.${leg}`,
      textAnchor: 'start',
      lineAnchor: 'top',
      fontWeight: 'bold',
      fill: ({ leg }: Region) => color(leg),
    }),
  ]
}
