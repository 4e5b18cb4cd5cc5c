import type { ComparedMember, PopulationComparison } from '#rules'
import type { Measure } from './measures.ts'
import { weightOf } from './measures.ts'

/** What changes for one member of a dimension, split by how its cases come out after. */
export interface AffectedLine {
  readonly label: string
  readonly rows: number
  readonly changedRows: number
  readonly total: number
  readonly parts: readonly { readonly to: string; readonly weight: number }[]
}

type Dimension = PopulationComparison['dimensions'][number]

/** The members in which cases change, the most affected first. */
export function affectedLines({ members }: Dimension, measure: Measure): readonly AffectedLine[] {
  return members
    .filter(({ changedRows }) => changedRows > 0)
    .map((member) => lineOf(member, measure))
    .sort((a, b) => b.total - a.total || b.changedRows - a.changedRows)
}

function lineOf(
  { label, rows, changedRows, cells }: ComparedMember,
  measure: Measure,
): AffectedLine {
  const weights = new Map<string, number>()
  for (const cell of cells) {
    weights.set(cell.to, (weights.get(cell.to) ?? 0) + weightOf(cell, measure))
  }
  const parts = [...weights].map(([to, weight]) => ({ to, weight }))
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  return { label, rows, changedRows, total, parts }
}

/** Every transition of every member as CSV (RFC 4180), with exact quantities. */
export function affectedCsv(
  comparison: PopulationComparison,
  { fact, members }: Dimension,
): string {
  const header = [
    fact,
    'rows',
    'changed_rows',
    'before',
    'after',
    'rows_of_transition',
    ...comparison.measures.flatMap(({ name }) => [name, `${name}_unknown_rows`]),
  ]
  const lines = members.flatMap(({ value, rows, changedRows, cells }) =>
    cells.map((cell) => [
      value ?? '',
      String(rows),
      String(changedRows),
      cell.from,
      cell.to,
      String(cell.rows),
      ...cell.quantities.flatMap(({ total, unknownRows }) => [total, String(unknownRows)]),
    ]),
  )
  return [header, ...lines].map((line) => `${line.map(cellText).join(',')}\r\n`).join('')
}

function cellText(text: string): string {
  // A cell that a spreadsheet would run as a formula is kept as text.
  const safe = /^[=+@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
