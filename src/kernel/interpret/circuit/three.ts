import type { GateId } from './circuit.ts'
import type { Gates } from './gates.ts'

/**
 * A value that may be unknown, as gates. A condition is two bits, at most one of which holds. Any
 * other value is an int with a bit that says whether it is known, and, where it can only be one of
 * a few constants, a bit for each.
 */
export type Three = ThreeBit | ThreeInt
export interface ThreeBit {
  readonly kind: 'bit'
  readonly yes: GateId
  readonly no: GateId
}
export interface ThreeInt {
  readonly kind: 'int'
  readonly value: GateId
  readonly known: GateId
  readonly options?: readonly Option[]
}
/** A constant that a value may be: `when` holds if it is known to be that. */
export interface Option {
  readonly when: GateId
  readonly value: number
}

export const constantBit = (gates: Gates, value: boolean): ThreeBit => ({
  kind: 'bit',
  yes: gates.bit(value),
  no: gates.bit(!value),
})

export const unknownBit = (gates: Gates): ThreeBit => ({ kind: 'bit', yes: gates.no, no: gates.no })

export const constantInt = (gates: Gates, value: number): ThreeInt => ({
  kind: 'int',
  value: gates.int(value),
  known: gates.yes,
  options: [{ when: gates.yes, value }],
})

export const unknownInt = (gates: Gates): ThreeInt => ({
  kind: 'int',
  value: gates.int(0),
  known: gates.no,
  options: [],
})

/** The condition of a three-valued expression; any other kind is a broken invariant. */
export function asBit(three: Three): ThreeBit {
  if (three.kind !== 'bit') throw new TypeError('a condition is wanted, found a quantity')
  return three
}

/** The quantity of a three-valued expression; a condition is a broken invariant. */
export function asInt(three: Three): ThreeInt {
  if (three.kind !== 'int') throw new TypeError('a quantity is wanted, found a condition')
  return three
}

/** An int that is one of a few constants: 0 where none holds. */
export function fromOptions(gates: Gates, options: readonly Option[]): ThreeInt {
  const merged = new Map<number, GateId>()
  for (const { when, value } of options) {
    merged.set(value, gates.or(merged.get(value) ?? gates.no, when))
  }
  const left = [...merged].filter(([, when]) => when !== gates.no)
  let value = gates.int(0)
  for (const [each, when] of left) value = gates.select(when, gates.int(each), value)
  const known = gates.or(...left.map(([, when]) => when))
  return { kind: 'int', value, known, options: left.map(([each, when]) => ({ when, value: each })) }
}

export function negated({ yes, no }: ThreeBit): ThreeBit {
  return { kind: 'bit', yes: no, no: yes }
}

export function conjunction(gates: Gates, parts: readonly ThreeBit[]): ThreeBit {
  return {
    kind: 'bit',
    yes: gates.and(...parts.map(({ yes }) => yes)),
    no: gates.or(...parts.map(({ no }) => no)),
  }
}

/** A two-valued answer that holds only where everything it is about is known. */
export function whereKnown(gates: Gates, known: GateId, answer: GateId): ThreeBit {
  return { kind: 'bit', yes: gates.and(known, answer), no: gates.and(known, gates.not(answer)) }
}
