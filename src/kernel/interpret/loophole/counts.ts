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

/** What so many entities of a class can have together. */
export const supplyOf = ({ most, total }: Capacity, count: number): number =>
  Math.min(count * most, total ?? Infinity)

/**
 * The fewest entities that bring a total together, where each costs the same: those that add most
 * first. Undefined when all together cannot, or when costs differ: that is for the solver.
 */
export function fewest(total: number, capacities: readonly Capacity[]): Counts | undefined {
  const costs = new Set(capacities.map((each) => costOf(each.class)))
  if (costs.size > 1) return undefined
  const steps = capacities.flatMap(stepsOf).sort((a, b) => b.adds - a.adds)
  const counts = new Map<LoopholeClass, number>()
  let left = total
  for (const { class: entity, adds, available } of steps) {
    if (left <= 0 || adds === 0) break
    const count = Math.min(Math.ceil(left / adds), available)
    counts.set(entity, (counts.get(entity) ?? 0) + count)
    left -= count * adds
  }
  return left > 0 ? undefined : countsOf(counts)
}

/** Entities of a class by what each adds: all the same, and where a total ends, one that adds less. */
function stepsOf({ class: entity, most, total }: Capacity) {
  const available = entity.available ?? Infinity
  const whole = Math.min(available, total === undefined ? Infinity : Math.floor(total / most))
  const full = { class: entity, adds: most, available: whole }
  if (most === 0) return []
  const rest = total === undefined ? 0 : total - whole * most
  const last = { class: entity, adds: Math.min(rest, most), available: 1 }
  return whole < available && rest > 0 ? [full, last] : [full]
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
  for (const capacity of capacities) {
    const { class: entity, most } = capacity
    const wanted = Math.min(left, supplyOf(capacity, counts.of.get(entity) ?? 0))
    if (wanted <= 0) continue
    const whole = Math.floor(wanted / most)
    const rest = wanted - whole * most
    if (whole > 0) orders.push({ class: entity, quantity: most, times: whole })
    if (rest > 0) orders.push({ class: entity, quantity: rest, times: 1 })
    left -= wanted
  }
  return orders
}
