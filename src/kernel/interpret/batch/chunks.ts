import type { CaseColumns } from './columns.ts'
import type { Plan } from './plan/planned.ts'

/** Rows that are evaluated at once. */
export interface Chunk {
  readonly first: number
  readonly count: number
}

/** How many rows fit at once, and how many rows of each relation beside them. */
export interface Capacity {
  readonly rows: number
  readonly related: ReadonlyMap<number, number>
}

/** Room for so many rows, and four related rows for each of them or eight full lists. */
export function capacityOf({ circuit, gates }: Plan, rows: number): Capacity {
  const { relations } = circuit.view.rules.text
  const read = gates.flatMap((gate) => ('relation' in gate ? [gate.relation] : []))
  const room = (relation: number): number =>
    Math.max(rows * 4, (relations[relation]?.maxRows ?? 0) * 8 + 8)
  return { rows, related: new Map(read.map((relation) => [relation, room(relation)])) }
}

/**
 * Splits a range of rows so that each part and its related rows fit. Every part begins at a
 * multiple of 8 rows. Throws RangeError where lists are longer than declared.
 */
export function* chunksOf(
  columns: CaseColumns,
  { first, end }: { readonly first: number; readonly end: number },
  { rows, related }: Capacity,
): Generator<Chunk> {
  if (first % 8 !== 0) throw new RangeError(`a range begins at a multiple of 8, not at ${first}`)
  for (let start = first; start < end;) {
    let count = Math.min(rows, end - start)
    for (const [relation, room] of related) {
      const { offsets } = columns.relations[relation] ?? {}
      const from = offsets?.[start] ?? 0
      while (offsets && (offsets[start + count] ?? 0) - (from & ~7) > room) {
        if (count <= 8) {
          throw new RangeError(`rows ${start} to ${start + count} have longer lists than declared`)
        }
        count = Math.ceil(count / 16) * 8
      }
    }
    yield { first: start, count }
    start += count
  }
}
