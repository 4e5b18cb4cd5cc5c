import type { Expr, ValueType } from '../kernel/pure.ts'
import type { Choices } from './choices.ts'
import { bool, dates, facts, large, meters, small, smallMember } from './random-declarations.ts'

/** What an expression may read. */
export interface Surroundings {
  readonly choices: Choices
  /** Definitions that may be read here: those before the one that is being written. */
  readonly before: readonly { readonly name: string; readonly type: ValueType }[]
  readonly inRow: boolean
}

/** The condition that always holds. */
export const always: Expr = { op: 'bool', value: true }
/** A reading of something by its name. */
export const name = (op: 'fact' | 'definition' | 'parameter', of: string): Expr => ({
  op,
  name: of,
})
const field = (of: string): Expr => ({ op: 'field', relation: 'rows', name: of })

function some<T>(choices: Choices, max: number, make: () => T): readonly T[] {
  return Array.from({ length: 1 + choices.below(max) }, make)
}

function readings(type: ValueType, within: Surroundings): readonly Expr[] {
  const key = JSON.stringify(type)
  const fits = (other: { readonly type: ValueType }) => JSON.stringify(other.type) === key
  return [
    ...facts.filter(fits).map((one) => name('fact', one.name)),
    ...within.before.filter(fits).map((one) => name('definition', one.name)),
  ]
}

/** A random condition over everything the random text declares. */
export function condition(depth: number, within: Surroundings): Expr {
  const { choices } = within
  const leaf = (): Expr =>
    within.inRow && choices.below(3) > 0 ? field('counts') : choices.pick(readings(bool, within))
  if (depth === 0) return leaf()
  const part = (): Expr => condition(depth - 1, within)
  const row = (): Expr => condition(depth - 1, { ...within, inRow: true })
  const quantityOf = choices.oneIn(2) ? amountOfMoney : length
  const makers: readonly (() => Expr)[] = [
    leaf,
    () => ({ op: 'bool', value: choices.oneIn(2) }),
    () => ({ op: 'all', of: some(choices, 3, part) }),
    () => ({ op: 'any', of: some(choices, 3, part) }),
    () => ({ op: 'not', of: part() }),
    () => ({
      op: 'compare',
      is: choices.pick(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']),
      left: quantityOf(depth - 1, within),
      right: quantityOf(depth - 1, within),
    }),
    () => ({ op: 'compare', is: 'equal', left: part(), right: part() }),
    () => ({
      op: 'compare',
      is: choices.pick(['atLeast', 'lessThan', 'equal']),
      left: day(within),
      right: day(within),
    }),
    () => ({
      op: 'compare',
      is: 'equal',
      left: smallChoice(within),
      right: smallChoice(within),
    }),
    () => ({
      op: 'isOneOf',
      value: smallChoice(within),
      among: some(choices, 2, () => choices.pick(small)),
    }),
    () => ({
      op: choices.pick(['includesAny', 'includesAll']),
      set: name('fact', 'marks'),
      of: some(choices, 3, () => choices.pick(large)),
    }),
    () => ({ op: 'lookup', table: 'table', key: name('fact', 'big'), column: 'flag' }),
    () => ({ op: choices.pick(['anyOver', 'allOver']), relation: 'rows', where: row() }),
    () => ({
      op: 'totalAtLeast',
      relation: 'rows',
      where: row(),
      value: field('share'),
      threshold: length(depth - 1, within),
    }),
  ]
  return choices.pick(makers)()
}

/** A random member of the small enumeration. */
export function smallChoice(within: Surroundings): Expr {
  const { choices } = within
  return choices.pick<() => Expr>([
    () => choices.pick(readings(smallMember, within)),
    () => ({ op: 'enum', enum: 'small', value: choices.pick(small) }),
    () => ({ op: 'lookup', table: 'table', key: name('fact', 'big'), column: 'kind' }),
    () => (within.inRow ? field('sort') : name('fact', 'little')),
  ])()
}

function day({ choices }: Surroundings): Expr {
  return choices.pick<() => Expr>([
    () => name('fact', 'day'),
    () => ({ op: 'date', value: choices.pick(dates) }),
    () => ({ op: 'addDays', date: name('fact', 'day'), days: choices.below(800) - 400 }),
  ])()
}

/** A length: signed when definitions or `drift` are read, so never divided. */
function length(depth: number, within: Surroundings): Expr {
  const { choices } = within
  if (depth <= 0) {
    return choices.oneIn(3)
      ? choices.pick(readings(meters, within))
      : positiveLength(0, within, choices)
  }
  const part = (): Expr => length(depth - 1, within)
  const row = (): Expr => condition(depth - 1, { ...within, inRow: true })
  return choices.pick<() => Expr>([
    () => positiveLength(depth, within, choices),
    () => ({ op: choices.pick(['add', 'maximum', 'minimum']), of: some(choices, 3, part) }),
    () => ({ op: 'subtract', left: part(), right: part() }),
    () => ({ op: 'multiply', left: part(), right: number(choices, 'ratio', 30), unit: 'm' }),
    () => ({
      op: choices.pick(['sumOver', 'maxOver']),
      relation: 'rows',
      where: row(),
      value: choices.oneIn(2) ? field('share') : positiveLength(0, within, choices),
    }),
  ])()
}

const number = (choices: Choices, unit: string, max: number): Expr => ({
  op: 'number',
  value: choices.below(max + 1),
  unit,
})

/** A random length that cannot be negative, so it may be divided. */
export function positiveLength(depth: number, within: Surroundings, choices: Choices): Expr {
  const part = (): Expr => positiveLength(depth - 1, within, choices)
  const leaves: readonly (() => Expr)[] = [
    () => number(choices, 'm', 9),
    () => name('fact', 'size'),
    () => name('fact', 'filled'),
    () => name('parameter', 'limit'),
    () => name('parameter', 'unset'),
    () => ({ op: 'lookup', table: 'table', key: name('fact', 'big'), column: 'length' }),
    () => (within.inRow ? field('share') : name('fact', 'size')),
  ]
  const deeper: readonly (() => Expr)[] = [
    () => ({ op: choices.pick(['add', 'maximum', 'minimum']), of: some(choices, 2, part) }),
    () => ({
      op: 'divide',
      left: part(),
      right: choices.oneIn(2) ? number(choices, 'ratio', 30) : ratio(within, depth),
      unit: 'm',
      round: choices.pick(['down', 'up', 'halfUp']),
    }),
  ]
  return choices.pick(depth > 0 ? [...leaves, ...deeper] : leaves)()
}

/** Money: a fact, a cell, or a length at a price per length. */
function amountOfMoney(depth: number, within: Surroundings): Expr {
  const { choices } = within
  return choices.pick<() => Expr>([
    () => name('fact', 'price'),
    () => number(choices, 'usd', 400),
    () => ({ op: 'lookup', table: 'table', key: name('fact', 'big'), column: 'cost' }),
    () => ({
      op: 'multiply',
      left: length(depth - 1, within),
      right: number(choices, 'usdPerMeter', 20),
      unit: 'usd',
    }),
  ])()
}

function ratio(within: Surroundings, depth: number): Expr {
  return {
    op: 'multiply',
    left: {
      op: 'countOver',
      relation: 'rows',
      where: condition(Math.max(0, depth - 1), { ...within, inRow: true }),
    },
    right: { op: 'number', value: 5, unit: 'ratio' },
    unit: 'ratio',
  }
}
