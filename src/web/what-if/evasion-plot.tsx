import type { Program, SeriesPoint } from '#rules'
import { useCallback } from 'react'
import { Button } from '../shell/controls.tsx'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { download } from '../words/download.ts'
import { groupDigits } from '../words/numbers.ts'
import { drawEvasion } from './draw-evasion.ts'
import { Drawing } from './drawing.tsx'
import type { EvasionSeries } from './evasion.ts'
import type { Scenario } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly series: EvasionSeries
  /** The ways at the scenario's own value. */
  readonly after: readonly SeriesPoint[]
}

const colors = ['var(--series-a)', 'var(--series-b)', 'var(--series-c)', 'var(--series-d)']

/** How the cheapest evasion varies with the parameter: drawn, as a table, and to download. */
export function EvasionPlot({ program, scenario, series, after }: Props) {
  const { question, points } = series
  const { sweep, entity } = question
  const classes = [...new Map(points.map((point) => [point.class, point.title]))]
  const stated = sweep && scenario.reform.parameters[sweep.parameter]
  const at = stated === undefined ? undefined : Number(stated) / (sweep?.unit ?? 1)
  const isOnAxis =
    sweep !== undefined && at !== undefined && at >= 0 && at <= Math.max(sweep.to, 1) * 1.02
  const axis = sweep?.axis ?? ''
  const many = entity[1]
  const draw = useCallback(
    (width: number) =>
      drawEvasion(
        {
          points,
          lines: [...new Map(points.map((point) => [point.class, point.title]))].map(
            ([name, title], index) => ({ class: name, title, color: colors[index] ?? '' }),
          ),
          axis,
          entities: many,
          now: isOnAxis ? { at, points: after } : undefined,
        },
        width,
      ),
    [points, axis, many, isOnAxis, at, after],
  )
  const isFlat = classes.every(
    ([name]) =>
      new Set(points.filter((one) => one.class === name).map(({ entities }) => entities)).size < 2,
  )
  if (isFlat) return null
  const label = `${many} needed, by: ${axis}`
  return (
    <>
      <figure>
        <Drawing draw={draw} label={`${label}. ${summaryOf(points)}`} />
        <figcaption>
          <p className="legend-colors">
            {classes.map(([name, title], index) => (
              <span key={name}>
                <i style={{ background: colors[index] }} aria-hidden="true" /> {title}
              </span>
            ))}
            {isOnAxis ? <span>┊ this scenario</span> : null}
          </p>
          <p className="small">
            Across: {axis}. Up, on a logarithmic scale: {many} needed. Source: these rules as of{' '}
            {scenario.reform.asOf}.
          </p>
        </figcaption>
      </figure>
      <details className="more">
        <summary>The same as a table</summary>
        <SeriesTable points={points} classes={classes} axis={axis} label={label} />
      </details>
      <p>
        <Button
          type="button"
          outline
          onClick={() =>
            download(`${program.id}-${question.name}.csv`, seriesCsv(points), 'text/csv')
          }
        >
          Download as CSV<span className="visually-hidden">, evasion by limit</span>
        </Button>
      </p>
    </>
  )
}

function summaryOf(points: readonly SeriesPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first?.entities === undefined || last?.entities === undefined) return ''
  return `From ${first.entities} at ${first.at} to ${last.entities} at ${last.at}.`
}

interface TableProps {
  readonly points: readonly SeriesPoint[]
  readonly classes: readonly (readonly [name: string, title: string])[]
  readonly axis: string
  readonly label: string
}

function SeriesTable({ points, classes, axis, label }: TableProps) {
  const places = [...new Set(points.map(({ at }) => at))]
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{axis}</th>
          {classes.map(([name, title]) => (
            <th key={name} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place}>
            <th scope="row">{groupDigits(String(place))}</th>
            {classes.map(([name]) => {
              const point = points.find((one) => one.at === place && one.class === name)
              return (
                <td key={name} className="number">
                  {point?.entities === undefined
                    ? 'no number'
                    : groupDigits(String(point.entities))}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function seriesCsv(points: readonly SeriesPoint[]): string {
  const header = ['limit', 'parameter', 'class', 'most_per_entity', 'entities']
  const rows = points.map(({ at, parameter = '', class: name, most, entities }) => [
    String(at),
    parameter,
    name,
    most,
    entities === undefined ? '' : String(entities),
  ])
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
