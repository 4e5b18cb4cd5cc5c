import type { PopulationComparison } from '#rules'
import { shareInWords } from '#rules'
import { useCallback, useMemo } from 'react'
import { Button } from '../shell/controls.tsx'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { download } from '../words/download.ts'
import { groupDigits } from '../words/numbers.ts'
import type { AffectedLine } from './affected-lines.ts'
import { affectedCsv, affectedLines } from './affected-lines.ts'
import type { Series } from './draw-affected.ts'
import { drawAffected } from './draw-affected.ts'
import { Drawing } from './drawing.tsx'
import type { Measure } from './measures.ts'
import { compact, measuresOf } from './measures.ts'

interface Props {
  readonly comparison: PopulationComparison
  readonly dimension: PopulationComparison['dimensions'][number]
  readonly measure: Measure
  /** What the figures come from, as a sentence. */
  readonly source: string
}

const drawnMax = 15

/** Who is affected, by one fact: as bars and as a table, with their source and a download. */
export function Affected({ comparison, dimension, measure, source }: Props) {
  const lines = useMemo(() => affectedLines(dimension, measure), [dimension, measure])
  const series = useMemo(() => seriesOf(comparison), [comparison])
  const unit = measuresOf(comparison).find((one) => one.measure === measure)?.unit ?? ''
  const drawn = lines.slice(0, drawnMax)
  const draw = useCallback(
    (width: number) => drawAffected(lines.slice(0, drawnMax), series, unit, width),
    [lines, series, unit],
  )
  const title = `Affected, by ${dimension.title.toLowerCase()}`
  const name = `${comparison.program}-affected-by-${dimension.fact}.csv`
  const used = series.filter(({ key }) =>
    lines.some(({ parts }) => parts.some(({ to }) => to === key)),
  )
  return (
    <section aria-label={title} className="affected">
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>Nobody: no case comes out otherwise.</p>
      ) : (
        <>
          <figure className="card">
            <Drawing draw={draw} label={`${title}. ${summaryOf(lines, unit)}`} />
            <figcaption>
              <p className="legend-colors">
                {used.map(({ key, label, color }) => (
                  <span key={key}>
                    <i style={{ background: color }} aria-hidden="true" /> {label}
                  </span>
                ))}
              </p>
              <p className="small">
                {summaryOf(lines, unit)}{' '}
                {lines.length > drawn.length
                  ? `Drawn: the ${drawn.length} most affected of ${lines.length}. `
                  : ''}
                {source}
              </p>
            </figcaption>
          </figure>
          <details className="more">
            <summary>The same as a table</summary>
            <AffectedTable {...{ lines, series: used, unit, title }} />
          </details>
          <p>
            <Button
              type="button"
              outline
              onClick={() => download(name, affectedCsv(comparison, dimension), 'text/csv')}
            >
              Download as CSV
              <span className="visually-hidden">, by {dimension.title.toLowerCase()}</span>
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

const colors = ['a', 'b', 'c', 'd', 'e', 'f', 'none'].map((name) => `var(--series-${name})`)

/** A color for each way that changed cases come out, in the order of the outcome's values. */
function seriesOf({ cells, categories }: PopulationComparison): readonly Series[] {
  const used = categories.filter(({ key }) =>
    cells.some(({ to, changedRows }) => to === key && changedRows > 0),
  )
  return used.map(({ key, label }, index) => ({
    ...{ key, label },
    color: colors[Math.min(index, colors.length - 1)] ?? '',
  }))
}

function summaryOf(lines: readonly AffectedLine[], unit: string): string {
  const [most] = lines
  if (!most) return ''
  const others = lines.length === 1 ? 'alone' : `most of ${lines.length}`
  return `${most.label} is affected ${others}: ${compact(most.total)} ${unit}.`
}

interface TableProps {
  readonly lines: readonly AffectedLine[]
  readonly series: readonly Series[]
  readonly unit: string
  readonly title: string
}

function AffectedTable({ lines, series, unit, title }: TableProps) {
  return (
    <ScrollTable label={title}>
      <thead>
        <tr>
          <th scope="col">{title.replace(/^Affected, by /, '')}</th>
          <th scope="col" className="number">
            Changed cases
          </th>
          {series.map(({ key, label }) => (
            <th key={key} scope="col" className="number">
              {label}, {unit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, rows, changedRows, parts }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">
              {groupDigits(String(changedRows))} of {groupDigits(String(rows))}
              {shareInWords(changedRows, rows)}
            </td>
            {series.map(({ key }) => (
              <td key={key} className="number">
                {compact(parts.find(({ to }) => to === key)?.weight ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
