import type { Comparison, Expr, Rounding } from './ast.ts'
import { scaledInteger } from './decimal.ts'

/**
 * Typed builders for rule expressions. They return plain data (see ast.ts); the type parameter is
 * a phantom that lives only in TypeScript, invariant so that two units never unify by accident.
 * What types cannot see (casts, JSON packs) is checked again when a rule text is loaded.
 */
declare const meaning: unique symbol
export type Typed<Kind extends string> = Expr & { readonly [meaning]?: (kind: Kind) => Kind }
export type Bool = Typed<'bool'>
export type Day = Typed<'date'>
export type Num<Unit extends string> = Typed<`number:${Unit}`>
export type Choice<Name extends string> = Typed<`enum:${Name}`>
export type Choices<Name extends string> = Typed<`set:${Name}`>

/** A unit of measure known to the type system by its name. */
export interface Unit<Name extends string> {
  readonly name: Name
  readonly scale: number
  readonly dimensions: Readonly<Record<string, number>>
}

/** A closed list of values known to the type system by its name and members. */
export interface EnumOf<Name extends string, Member extends string> {
  readonly name: Name
  readonly title: string
  readonly members: readonly { readonly value: Member; readonly label: string }[]
  readonly synonyms?: Readonly<Record<string, string>>
}

export const yes: Bool = { op: 'bool', value: true }
export const no: Bool = { op: 'bool', value: false }

/**
 * A number constant in the unit's own decimals: `amount('5.92', tppPerSquareMillimeter)`. Throws
 * when the unit cannot hold it exactly.
 */
export function amount<U extends string>(decimal: string | number, unit: Unit<U>): Num<U> {
  const value = scaledInteger(decimal, unit.scale)
  if (value === undefined) {
    throw new TypeError(
      `"${decimal}" is no decimal that ${unit.name} holds exactly (${unit.scale} places, within 2^53-1)`,
    )
  }
  return { op: 'number', value, unit: unit.name }
}

/** A calendar day constant, written YYYY-MM-DD. */
export const day = (iso: string): Day => ({ op: 'date', value: iso })

/** One member of an enumeration as a value. */
export function member<N extends string, M extends string>(
  of: EnumOf<N, M>,
  value: NoInfer<M>,
): Choice<N> {
  return { op: 'enum', enum: of.name, value }
}

/** True when every condition is true; false when one is known false (strong Kleene). */
export const all = (...of: readonly Bool[]): Bool => ({ op: 'all', of })
/** True when one condition is known true; false when every one is false (strong Kleene). */
export const any = (...of: readonly Bool[]): Bool => ({ op: 'any', of })
/** The opposite; unknown stays unknown. */
export const not = (of: Bool): Bool => ({ op: 'not', of })

const compare = (is: Comparison, left: Expr, right: Expr): Bool => ({
  op: 'compare',
  is,
  left,
  right,
})
/** left >= right. */
export const atLeast = <U extends string>(left: Num<U>, right: Num<NoInfer<U>>): Bool =>
  compare('atLeast', left, right)
/** left <= right. */
export const atMost = <U extends string>(left: Num<U>, right: Num<NoInfer<U>>): Bool =>
  compare('atMost', left, right)
/** left > right. */
export const moreThan = <U extends string>(left: Num<U>, right: Num<NoInfer<U>>): Bool =>
  compare('moreThan', left, right)
/** left < right. */
export const lessThan = <U extends string>(left: Num<U>, right: Num<NoInfer<U>>): Bool =>
  compare('lessThan', left, right)
/** The same value, of any one type. */
export const equal = <K extends string>(left: Typed<K>, right: Typed<NoInfer<K>>): Bool =>
  compare('equal', left, right)
/** left is on or after right. */
export const onOrAfter = (left: Day, right: Day): Bool => compare('atLeast', left, right)
/** left is before right. */
export const before = (left: Day, right: Day): Bool => compare('lessThan', left, right)

/** True when an enumerated value is one of the listed members. */
export const isOneOf = <N extends string>(value: Choice<N>, ...among: readonly string[]): Bool => ({
  op: 'isOneOf',
  value,
  among,
})
/** True when a set holds at least one of the listed members. */
export const includesAny = <N extends string>(set: Choices<N>, ...of: readonly string[]): Bool => ({
  op: 'includesAny',
  set,
  of,
})
/** True when a set holds every listed member. */
export const includesAll = <N extends string>(set: Choices<N>, ...of: readonly string[]): Bool => ({
  op: 'includesAll',
  set,
  of,
})

/** Sum of quantities in one unit. */
export const add = <U extends string>(
  first: Num<U>,
  ...rest: readonly Num<NoInfer<U>>[]
): Num<U> => ({
  op: 'add',
  of: [first, ...rest],
})
/** left - right. */
export const subtract = <U extends string>(left: Num<U>, right: Num<NoInfer<U>>): Num<U> => ({
  op: 'subtract',
  left,
  right,
})
/** The largest of quantities in one unit. */
export const maximum = <U extends string>(
  first: Num<U>,
  ...rest: readonly Num<NoInfer<U>>[]
): Num<U> => ({ op: 'maximum', of: [first, ...rest] })
/** The smallest of quantities in one unit. */
export const minimum = <U extends string>(
  first: Num<U>,
  ...rest: readonly Num<NoInfer<U>>[]
): Num<U> => ({ op: 'minimum', of: [first, ...rest] })
/** The exact product, stated in a unit whose dimensions are checked when the text is loaded. */
export const multiply = <A extends string, B extends string, R extends string>(
  left: Num<A>,
  right: Num<B>,
  unit: Unit<R>,
): Num<R> => ({ op: 'multiply', left, right, unit: unit.name })
/** The quotient rounded as the cited rule says; unknown when the divisor is zero. */
export const divide = <A extends string, B extends string, R extends string>(
  left: Num<A>,
  right: Num<B>,
  unit: Unit<R>,
  round: Rounding,
): Num<R> => ({ op: 'divide', left, right, unit: unit.name, round })
/** The date a number of calendar days later (or earlier when negative). */
export const addDays = (date: Day, days: number): Day => ({ op: 'addDays', date, days })
