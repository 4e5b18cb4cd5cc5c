import * as Plot from '@observablehq/plot'
import type { AffectedLine } from './affected-lines.ts'
import { compact } from './measures.ts'

export interface Series {
  readonly key: string
  readonly label: string
  readonly color: string
}

interface Bar {
  readonly label: string
  readonly to: string
  readonly weight: number
}

/** Bars of what changes, one per member, in the colors of how its cases come out after. */
export function drawAffected(
  lines: readonly AffectedLine[],
  series: readonly Series[],
  unit: string,
  width: number,
) {
  const isNarrow = width < 520
  const bars = lines.flatMap(({ label, parts }): readonly Bar[] =>
    parts.map(({ to, weight }) => ({ label, to, weight })),
  )
  const labelsMax = isNarrow ? 18 : 26
  const plot = Plot.plot({
    width,
    height: 66 + lines.length * 26,
    marginLeft: isNarrow ? 136 : 190,
    marginBottom: 44,
    marginRight: 48,
    marginTop: 8,
    style: {
      ...{ background: 'transparent', color: 'inherit', fontFamily: 'inherit' },
      fontSize: isNarrow ? '13px' : '14px',
    },
    x: {
      ...{ label: unit, labelOffset: 38, ticks: isNarrow ? 2 : 6 },
      tickFormat: (value: number) => compact(value),
    },
    y: {
      label: null,
      domain: lines.map(({ label }) => label),
      tickFormat: (label: string) =>
        label.length > labelsMax ? `${label.slice(0, labelsMax - 1)}…` : label,
      tickSize: 0,
    },
    color: { domain: series.map(({ key }) => key), range: series.map(({ color }) => color) },
    marks: [
      Plot.gridX({ stroke: 'currentColor', strokeOpacity: 0.12 }),
      Plot.barX(bars, { x: 'weight', y: 'label', fill: 'to', insetTop: 2, insetBottom: 2 }),
      Plot.text(lines, {
        ...{ x: 'total', y: 'label', dx: 5, textAnchor: 'start' as const },
        text: ({ total }: AffectedLine) => compact(total),
        fill: 'currentColor',
      }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
    ],
  })
  // The holder is one picture with a description; the parts would be read out one by one.
  plot.setAttribute('aria-hidden', 'true')
  plot.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'))
  return plot
}
