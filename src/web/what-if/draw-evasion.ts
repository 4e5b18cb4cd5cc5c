import * as Plot from '@observablehq/plot'
import type { SeriesPoint } from '#rules'
import { groupDigits } from '../words/numbers.ts'

export interface EvasionLine {
  readonly class: string
  readonly title: string
  readonly color: string
}

interface Drawn {
  readonly points: readonly SeriesPoint[]
  readonly lines: readonly EvasionLine[]
  readonly axis: string
  readonly entities: string
  /** Where the scenario stands on the axis, if it stands anywhere on it. */
  readonly now: { readonly at: number; readonly points: readonly SeriesPoint[] } | undefined
}

/** How many entities an evasion takes as a limit varies, a line per class, with today's place. */
export function drawEvasion({ points, lines, axis, entities, now }: Drawn, width: number) {
  const isNarrow = width < 520
  const colors = new Map(lines.map((line) => [line.class, line.color]))
  const plot = Plot.plot({
    width,
    height: isNarrow ? 300 : 340,
    marginLeft: 56,
    marginRight: 24,
    marginBottom: 44,
    marginTop: 28,
    style: {
      ...{ background: 'transparent', color: 'inherit', fontFamily: 'inherit' },
      fontSize: isNarrow ? '13px' : '14px',
    },
    x: { label: isNarrow ? null : axis, tickFormat: grouped, ticks: isNarrow ? 4 : 8 },
    y: { label: entities, type: 'log', tickFormat: marked, ticks: 5 },
    marks: [
      Plot.gridY({ stroke: 'currentColor', strokeOpacity: 0.12 }),
      Plot.lineY(
        points.filter((point) => point.entities !== undefined),
        {
          ...{ x: 'at', y: 'entities', z: 'class', strokeWidth: 2.5 },
          stroke: (point: SeriesPoint) => colors.get(point.class) ?? 'currentColor',
        },
      ),
      ...(now
        ? [
            Plot.ruleX([now.at], { stroke: 'currentColor', strokeDasharray: '4 4' }),
            Plot.dot(
              now.points.filter((point) => point.entities !== undefined),
              {
                ...{ x: now.at, y: 'entities', r: 6, stroke: 'var(--panel)', strokeWidth: 2 },
                fill: (point: SeriesPoint) => colors.get(point.class) ?? 'currentColor',
              },
            ),
          ]
        : []),
    ],
  })
  // The holder is one picture with a description; the parts would be read out one by one.
  plot.setAttribute('aria-hidden', 'true')
  plot.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'))
  return plot
}

const grouped = (value: number): string => groupDigits(String(value))

/** Only ones, twos and fives are named on a logarithmic axis: the others would run together. */
const marked = (value: number): string =>
  /^[125]0*$/.test(String(value)) ? groupDigits(String(value)) : ''
