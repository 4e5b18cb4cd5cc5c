import * as Plot from '@observablehq/plot'
import type { ChipLine } from './chip-line.ts'
import { extentOf, roundMarks } from './plot-scale.ts'
import type { Region } from './thresholds.ts'

// Chips that many readers know, far enough apart for their names to be read; fewer on a phone.
const labeled = ['H20', 'L4', 'H100 SXM', 'B300']
const alsoLabeled = ['A100 80 SXM', 'Ascend 910C', 'B200', 'MI250X']

interface Point {
  readonly name: string
  readonly tpp: number
  readonly density: number
  readonly leg: ChipLine['leg']
}

const color = (leg: ChipLine['leg']): string => `var(--series-${leg === 'unknown' ? 'none' : leg})`

/** The plot as an element: regions, names, and one mark per chip whose two numbers are public. */
export function drawPlot(lines: readonly ChipLine[], regions: readonly Region[], width: number) {
  const points = lines.flatMap(({ row, tpp, density, leg }): readonly Point[] =>
    tpp === null || density === null
      ? []
      : [{ name: row.name, tpp: Number(tpp), density: Number(density), leg }],
  )
  const x = extentOf(
    points.map(({ density }) => density),
    regions.map(({ densityFrom }) => densityFrom),
  )
  const y = extentOf(
    points.map(({ tpp }) => tpp),
    regions.map(({ tppFrom }) => tppFrom),
  )
  const isNarrow = width < 520
  const named = isNarrow ? labeled : [...labeled, ...alsoLabeled]
  const plot = Plot.plot({
    width,
    height: isNarrow ? 380 : 480,
    marginLeft: 56,
    marginTop: 28,
    marginBottom: 44,
    style: {
      ...{ background: 'transparent', color: 'inherit', fontFamily: 'inherit' },
      fontSize: isNarrow ? '13px' : '15px',
    },
    x: axis('Performance density (TPP/mm²)', x),
    y: axis('Total processing performance (TPP)', y),
    marks: [
      Plot.gridY(roundMarks(y), { stroke: 'currentColor', strokeOpacity: 0.12 }),
      Plot.rect(regions, regionEdges(x, y)),
      Plot.text(regionNames(regions), regionName(x, y)),
      Plot.text(
        points.filter(({ name }) => named.includes(name)),
        pointNames(isNarrow),
      ),
      Plot.dot(points, dots),
    ],
  })
  // The holder is one picture with a description; the parts would be read out one by one.
  plot.setAttribute('aria-hidden', 'true')
  plot.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'))
  return plot
}

const axis = (label: string, domain: [number, number]) =>
  ({ type: 'log', domain, label, ticks: [...roundMarks(domain)], tickFormat: ',' }) as const

const regionEdges = (x: readonly [number, number], y: readonly [number, number]) => ({
  x1: ({ densityFrom }: Region) => Math.max(densityFrom, x[0]),
  x2: ({ densityTo }: Region) => densityTo ?? x[1],
  y1: ({ tppFrom }: Region) => tppFrom,
  y2: ({ tppTo }: Region) => tppTo ?? y[1],
  fill: ({ leg }: Region) => color(leg),
  fillOpacity: 0.14,
})

const symbols = { a: 'diamond', b: 'triangle', none: 'circle', unknown: 'circle' } as const
const dots = {
  x: 'density',
  y: 'tpp',
  symbol: ({ leg }: Point) => symbols[leg],
  stroke: ({ leg }: Point) => color(leg),
  strokeWidth: 2,
  r: 4.5,
  title: ({ name, tpp, density }: Point) => `${name}: TPP ${tpp}, performance density ${density}`,
}

/** The first region of each leg carries its name. */
const regionNames = (regions: readonly Region[]): readonly Region[] =>
  (['a', 'b'] as const).flatMap((leg) => regions.find((one) => one.leg === leg) ?? [])

const regionName = (x: readonly [number, number], y: readonly [number, number]) => ({
  x: ({ densityFrom }: Region) => Math.max(densityFrom, x[0]),
  y: ({ tppTo }: Region) => tppTo ?? y[1],
  dx: 6,
  dy: 6,
  text: ({ leg }: Region) => `3A090.${leg}`,
  textAnchor: 'start' as const,
  lineAnchor: 'top' as const,
  fontWeight: 'bold',
  fill: ({ leg }: Region) => color(leg),
})

const pointNames = (isNarrow: boolean) => ({
  x: 'density',
  y: 'tpp',
  text: 'name',
  dx: -9,
  fontSize: isNarrow ? 12 : 14,
  textAnchor: 'end' as const,
  fill: 'currentColor',
  stroke: 'var(--panel)',
  strokeWidth: 4,
})
