import type { Capacity } from './capacity.ts'
import { costOf } from './counts.ts'

/**
 * The cheapest counts of entities per class that bring a total together, as a CPLEX LP text: `n0`,
 * `n1`, … count the entities of each class. Entities of one class are alike, so counting them is
 * enough, and thousands of times faster than naming each.
 */
export function countsProblem(total: number, capacities: readonly Capacity[]): string {
  const useful = capacities.map((each, index) => ({ ...each, name: `n${index}` }))
  const sum = (of: (each: (typeof useful)[number]) => number): string =>
    useful.map((each) => `${of(each)} ${each.name}`).join(' + ')
  return [
    'Minimize',
    ` cost: ${sum((each) => costOf(each.class))}`,
    'Subject To',
    ` goal: ${sum(({ most }) => most)} >= ${total}`,
    'Bounds',
    ...useful.map(({ name, class: { available }, most }) => {
      const enough = most === 0 ? 0 : Math.ceil(total / most)
      return ` 0 <= ${name} <= ${Math.min(available ?? enough, enough)}`
    }),
    'Generals',
    ` ${useful.map(({ name }) => name).join(' ')}`,
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
