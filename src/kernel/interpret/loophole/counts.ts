import type { Capacity } from './capacity.ts'
import type { LoopholeClass } from './question.ts'

/** How many entities of each class; what they cost together. */
export interface Counts {
  readonly of: ReadonlyMap<LoopholeClass, number>
  readonly entities: number
  readonly cost: number
}

/** Equal orders of entities of one class. */
export interface Orders {
  readonly class: LoopholeClass
  /** What each of them asks for, as a scaled integer. */
  readonly quantity: number
  readonly times: number
}

export const costOf = ({ cost }: LoopholeClass): number => cost ?? 1

/**
 * The fewest entities that bring a total together, where each costs the same: those that can have
 * most first. Undefined when all together cannot, or when costs differ: that is for the solver.
 */
export function fewest(total: number, capacities: readonly Capacity[]): Counts | undefined {
  const costs = new Set(capacities.map((each) => costOf(each.class)))
  if (costs.size > 1) return undefined
  const counts = new Map<LoopholeClass, number>()
  let left = total
  for (const { class: entity, most } of [...capacities].sort((a, b) => b.most - a.most)) {
    if (left <= 0 || most === 0) break
    const count = Math.min(Math.ceil(left / most), entity.available ?? Infinity)
    counts.set(entity, count)
    left -= count * most
  }
  return left > 0 ? undefined : countsOf(counts)
}

/** Counts with their sums. */
export function countsOf(of: ReadonlyMap<LoopholeClass, number>): Counts {
  const used = [...of].filter(([, count]) => count > 0)
  return {
    of: new Map(used),
    entities: used.reduce((sum, [, count]) => sum + count, 0),
    cost: used.reduce((sum, [entity, count]) => sum + count * costOf(entity), 0),
  }
}

/** The orders that bring a total together: all as large as they can be, one with what is left. */
export function ordersOf(
  total: number,
  counts: Counts,
  capacities: readonly Capacity[],
): readonly Orders[] {
  const orders: Orders[] = []
  let left = total
  for (const { class: entity, most } of capacities) {
    const count = Math.min(counts.of.get(entity) ?? 0, Math.ceil(left / Math.max(most, 1)))
    if (count === 0 || most === 0) continue
    const last = Math.min(most, left - (count - 1) * most)
    if (last === most) orders.push({ class: entity, quantity: most, times: count })
    else {
      if (count > 1) orders.push({ class: entity, quantity: most, times: count - 1 })
      orders.push({ class: entity, quantity: last, times: 1 })
    }
    left -= (count - 1) * most + last
  }
  return orders
}
