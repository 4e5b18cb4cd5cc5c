import type { RelationDeclaration } from '#rules'
import type { Entry } from './entry.ts'
import { entryOf, valueOf } from './entry.ts'

/** One row of a list while it is edited; the number tells rows apart when one is taken out. */
export interface RowEntry {
  readonly number: number
  readonly fields: Readonly<Record<string, Entry>>
}

/** The rows of a stated list, ready to edit. */
export function rowsOf(relation: RelationDeclaration, value: unknown): readonly RowEntry[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Readonly<Record<string, unknown>>[]).map((row, number) => ({
    number,
    fields: Object.fromEntries(
      relation.fields.map(({ name, type }) => [name, entryOf(type, row[name])]),
    ),
  }))
}

/** The stated list that edited rows stand for; a field left empty is unknown in that row. */
export function listOf(relation: RelationDeclaration, rows: readonly RowEntry[]): unknown[] {
  return rows.map(({ fields }) =>
    Object.fromEntries(
      relation.fields.flatMap(({ name, type }) => {
        const value = valueOf(type, fields[name] ?? '')
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  )
}

/** A row with nothing entered, numbered after all others. */
export function emptyRow(rows: readonly RowEntry[]): RowEntry {
  const highest = rows.reduce((most, { number }) => Math.max(most, number), -1)
  return { number: highest + 1, fields: {} }
}
