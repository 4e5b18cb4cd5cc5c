import type { Capacity } from './capacity.ts'
import { costOf } from './counts.ts'

/**
 * The cheapest counts of entities per class that bring a total together, as a CPLEX LP text: `n0`,
 * `n1`, … count the entities of each class, `q0`, `q1`, … what they have together. Entities of one
 * class are alike, so counting them is enough, and thousands of times faster than naming each.
 */
export function countsProblem(total: number, capacities: readonly Capacity[]): string {
  const indexes = capacities.map((_, index) => index)
  return [
    'Minimize',
    ` cost: ${capacities.map((each, index) => `${costOf(each.class)} n${index}`).join(' + ')}`,
    'Subject To',
    ` goal: ${indexes.map((index) => `q${index}`).join(' + ')} >= ${total}`,
    ...capacities.map(({ most }, index) => ` most${index}: q${index} - ${most} n${index} <= 0`),
    'Bounds',
    ...capacities.map(({ class: { available }, most }, index) => {
      const enough = most === 0 ? 0 : Math.ceil(total / most)
      return ` 0 <= n${index} <= ${Math.min(available ?? enough, enough)}`
    }),
    ...capacities.map(
      (each, index) => ` 0 <= q${index} <= ${Math.min(each.total ?? total, total)}`,
    ),
    'Generals',
    ` ${indexes.map((index) => `n${index} q${index}`).join(' ')}`,
    'End',
    '',
  ].join('\n')
}

/** A group of places that share one total, such as a country's allocation. */
export interface Group {
  readonly name: string
  /** The most that one entity in it can have. */
  readonly most: number
  /** The most that all its entities can have together. */
  readonly total: number
}

/**
 * The same with every entity named, each in one of several groups that share totals: `u` whether
 * an entity is used in a group, `q` what it gets there. Entities are told in order, since they are
 * alike: the first unused one ends the list.
 */
export function entitiesProblem(total: number, groups: readonly Group[], entities: number): string {
  const all = Array.from({ length: entities }, (_, index) => index)
  const each = groups.flatMap((group, place) => all.map((index) => ({ group, place, index })))
  const used = (index: number): string => groups.map((_, place) => `u${place}_${index}`).join(' + ')
  const minus = (index: number): string =>
    groups.map((_, place) => `- u${place}_${index}`).join(' ')
  return [
    'Minimize',
    ` cost: ${each.map(({ place, index }) => `u${place}_${index}`).join(' + ')}`,
    'Subject To',
    ` goal: ${each.map(({ place, index }) => `q${place}_${index}`).join(' + ')} >= ${total}`,
    ...groups.map(
      (group, place) =>
        ` total${place}: ${all.map((index) => `q${place}_${index}`).join(' + ')} <= ${group.total}`,
    ),
    ...each.map(
      ({ group, place, index }) =>
        ` most${place}_${index}: q${place}_${index} - ${group.most} u${place}_${index} <= 0`,
    ),
    ...all.map((index) => ` one${index}: ${used(index)} <= 1`),
    ...all.slice(1).map((index) => ` order${index}: ${used(index - 1)} ${minus(index)} >= 0`),
    'Bounds',
    ...each.map(({ group, place, index }) => ` 0 <= q${place}_${index} <= ${group.most}`),
    'Generals',
    ` ${each.map(({ place, index }) => `q${place}_${index}`).join(' ')}`,
    'Binaries',
    ` ${each.map(({ place, index }) => `u${place}_${index}`).join(' ')}`,
    'End',
    '',
  ].join('\n')
}
