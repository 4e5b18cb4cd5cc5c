import type { Cell, ValueType } from '../kernel/pure.ts'
import type { Choices } from './choices.ts'
import { bool, dates, facts, large, meters, small, smallMember } from './random-declarations.ts'

/** A random reading: a day and a mode of the random text. */
export function randomReading(choices: Choices) {
  return {
    asOf: choices.pick(['2020-06-01', '2022-06-01', '2024-06-01']),
    mode: choices.pick(['text', 'enforced', 'proposal:bill'] as const),
  }
}

/** A random value of a fact's or field's type, as a case file writes it. */
export function randomValue(type: ValueType, choices: Choices, bounds = { min: 0, max: 9 }) {
  switch (type.kind) {
    case 'bool':
      return choices.oneIn(2)
    case 'number': {
      const scaled = bounds.min + choices.below(bounds.max - bounds.min + 1)
      return type.unit === 'usd' ? scaled / 100 : scaled
    }
    case 'date':
      return choices.pick(dates)
    case 'enum':
      return choices.pick(type.enum === 'small' ? small : large)
    case 'set':
      return large.filter(() => choices.oneIn(2))
  }
}

type Row = Readonly<Record<string, Cell | readonly string[] | undefined>>

/** A random row; each field is left open with a chance of one in `unknownIn` (0: never). */
export function randomRow(choices: Choices, unknownIn: number): Row {
  const open = (): boolean => unknownIn > 0 && choices.oneIn(unknownIn)
  const value = (type: ValueType) => (open() ? undefined : randomValue(type, choices))
  return { counts: value(bool), share: value(meters), sort: value(smallMember) }
}

/** Random rows, at most three. */
export function randomRows(choices: Choices, unknownIn: number): readonly Row[] {
  return Array.from({ length: choices.below(4) }, () => randomRow(choices, unknownIn))
}

/** A random case; each fact is left open with a chance of one in `unknownIn` (0: never). */
export function randomCase(choices: Choices, unknownIn: number): Readonly<Record<string, unknown>> {
  const open = (): boolean => unknownIn > 0 && choices.oneIn(unknownIn)
  const stated = facts.flatMap(({ name: of, type, bounds }) =>
    open() || of === 'filled' ? [] : [[of, randomValue(type, choices, bounds)]],
  )
  const rows = open() ? [] : [['rows', randomRows(choices, unknownIn)]]
  return Object.fromEntries([...stated, ...rows]) as Readonly<Record<string, unknown>>
}

/** The same case with every open fact, row and field filled in at random. */
export function completed(
  given: Readonly<Record<string, unknown>>,
  choices: Choices,
): Readonly<Record<string, unknown>> {
  const whole = randomCase(choices, 0)
  const rows = (given['rows'] as readonly Row[] | undefined)?.map((row) => {
    const known = Object.entries(row).filter(([, value]) => value !== undefined)
    return { ...randomRow(choices, 0), ...Object.fromEntries(known) }
  })
  return { ...whole, ...given, rows: rows ?? whole['rows'] }
}
