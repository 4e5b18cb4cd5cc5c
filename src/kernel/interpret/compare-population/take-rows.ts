import type { CaseColumns, Column, RelationColumns } from '../batch/columns.ts'
import { knownAt } from '../batch/case-at.ts'

/** The chosen rows of columns, in their order, as columns of their own. */
export function takeRows(columns: CaseColumns, rows: readonly number[]): CaseColumns {
  return {
    count: rows.length,
    facts: columns.facts.map((column) => column && takeColumn(column, rows)),
    relations: columns.relations.map((relation) => relation && takeRelation(relation, rows)),
  }
}

function takeColumn(column: Column, rows: readonly number[]): Column {
  const known = takeKnown(column, rows)
  if (column.width === 'bits') {
    return { width: 'bits', values: takeBits(column.values, rows), ...known }
  }
  const Values = column.values.constructor as new (length: number) => Uint8Array
  const values = new Values(rows.length)
  rows.forEach((row, index) => (values[index] = column.values[row] ?? 0))
  return { width: column.width, values, ...known }
}

function takeRelation(relation: RelationColumns, rows: readonly number[]): RelationColumns {
  const offsets = new Uint32Array(rows.length + 1)
  const inner: number[] = []
  rows.forEach((row, index) => {
    const to = relation.offsets[row + 1] ?? 0
    for (let each = relation.offsets[row] ?? 0; each < to; each++) inner.push(each)
    offsets[index + 1] = inner.length
  })
  const fields = relation.fields.map((field) => takeColumn(field, inner))
  return { offsets, fields, ...takeKnown(relation, rows) }
}

function takeKnown(
  of: { readonly known?: Uint8Array },
  rows: readonly number[],
): { readonly known?: Uint8Array } {
  if (!of.known) return {}
  const known = new Uint8Array((rows.length + 7) >> 3)
  rows.forEach((row, index) => {
    if (knownAt(of, row)) known[index >> 3] = (known[index >> 3] ?? 0) | (1 << (index & 7))
  })
  return { known }
}

function takeBits(values: ArrayLike<number>, rows: readonly number[]): Uint8Array {
  const taken = new Uint8Array((rows.length + 7) >> 3)
  rows.forEach((row, index) => {
    const isSet = ((values[row >> 3] ?? 0) & (1 << (row & 7))) !== 0
    if (isSet) taken[index >> 3] = (taken[index >> 3] ?? 0) | (1 << (index & 7))
  })
  return taken
}
