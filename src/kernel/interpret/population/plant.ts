import type { Pattern } from './population.ts'
import { belowLimit } from './random.ts'

/** Rows are planted block by block, so that any block can be laid out without those before it. */
export const blockRows = 8192

/** The planted rows of one block, in the order of their groups. */
export interface Planted {
  /** Row numbers, from 0 for the first row of the population. */
  readonly rows: Uint32Array
  /** Position of the pattern, per row. */
  readonly pattern: Uint8Array
  /** The first row of the group, per row: what the group is known by. */
  readonly leader: Uint32Array
}

/** Lays out the planted groups of a block; the same for a seed, whichever blocks are asked for. */
export type Planter = (block: number) => Planted

/**
 * A planter for a population of so many rows. Each pattern gets its share of rows as whole groups,
 * spread evenly over the blocks; groups never leave their block, and at most half of a block is
 * planted.
 */
export function planterOf(patterns: readonly Pattern[], rows: number, seed: number): Planter {
  const sizes = patterns.map(({ name, groupSize: [min, max] }) => {
    const next = belowLimit(seed, `plant/${name}`, max - min + 1)
    return (group: number): number => min + next(group)
  })
  const place = belowLimit(seed, 'plant', 2 ** 32)
  const groupsBefore = (pattern: Pattern, row: number): number => {
    const [min, max] = pattern.groupSize
    return Math.floor((pattern.share * row) / ((min + max) / 2) + 0.5)
  }
  return (block) => {
    const start = block * blockRows
    const count = Math.min(blockRows, rows - start)
    const order = Uint16Array.from({ length: Math.max(count, 0) }, (_, index) => index)
    const found = { rows: [] as number[], pattern: [] as number[], leader: [] as number[] }
    patterns.forEach((pattern, position) => {
      for (
        let group = groupsBefore(pattern, start);
        group < groupsBefore(pattern, start + count);
        group++
      ) {
        const size = sizes[position]?.(group) ?? 0
        if (found.rows.length + size > count / 2) return
        const first = found.rows.length
        for (let member = first; member < first + size; member++) {
          found.rows.push(start + taken(order, member, place((start + member) | 0)))
          found.pattern.push(position)
          found.leader.push(found.rows[first] ?? 0)
        }
      }
    })
    return {
      rows: Uint32Array.from(found.rows),
      pattern: Uint8Array.from(found.pattern),
      leader: Uint32Array.from(found.leader),
    }
  }
}

/** One step of a shuffle: the entry at `at` is drawn from those at or after it. */
function taken(order: Uint16Array, at: number, drawn: number): number {
  const other = at + Math.floor((drawn / 2 ** 32) * (order.length - at))
  const entry = order[other] ?? 0
  order[other] = order[at] ?? 0
  order[at] = entry
  return entry
}
