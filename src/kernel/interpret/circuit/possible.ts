import type { GateId } from './circuit.ts'
import type { Gates } from './gates.ts'
import type { Three } from './three.ts'

/**
 * A result a part of a definition can have: a constant (conditions: 0 and 1), an int gate, or
 * `open`, a value not known; `present` holds in the cases in which it is possible.
 */
export interface Entry {
  readonly value: number | { readonly gate: GateId } | 'open'
  readonly present: GateId
}

/** The results still possible, as in resolve.ts, case by case. */
export interface Possible {
  readonly entries: readonly Entry[]
  readonly canBeEmpty: GateId
  readonly canConflict: GateId
  /** Clause positions that take part in the result. */
  readonly by: ReadonlyMap<number, GateId>
}

/** The values a clause can give in the cases in which it may apply. */
export function entriesOf(then: Three, mayApply: GateId, gates: Gates): readonly Entry[] {
  const entry = (value: Entry['value'], where: GateId): Entry => ({
    value,
    present: gates.and(mayApply, where),
  })
  if (then.kind === 'bit') {
    const isOpen = gates.and(gates.not(then.yes), gates.not(then.no))
    return [entry(1, then.yes), entry(0, then.no), entry('open', isOpen)]
  }
  const open = entry('open', gates.not(then.known))
  if (then.options) return [...then.options.map(({ when, value }) => entry(value, when)), open]
  return [entry({ gate: then.value }, then.known), open]
}

/** Each value once; what is never possible left out. */
export function merged(entries: readonly Entry[], gates: Gates): readonly Entry[] {
  const byValue = new Map<string, Entry>()
  for (const { value, present } of entries) {
    if (present === gates.no) continue
    const key = typeof value === 'object' ? `gate ${value.gate}` : String(value)
    const known = byValue.get(key)?.present ?? gates.no
    byValue.set(key, { value, present: gates.or(known, present) })
  }
  return [...byValue.values()]
}

/** Bit: two known values are the same. */
export function agreement(one: Entry, other: Entry, gates: Gates): GateId {
  if (typeof one.value === 'number' && typeof other.value === 'number') {
    return gates.bit(one.value === other.value)
  }
  const gate = (value: Entry['value']): GateId =>
    typeof value === 'object' ? value.gate : gates.int(value === 'open' ? 0 : value)
  return gates.equal(gate(one.value), gate(other.value))
}

/** Two parts of equal rank: together they may agree, differ (a conflict), or either may be empty. */
export function combined(a: Possible, b: Possible, gates: Gates): Possible {
  const pairs = a.entries.flatMap((one) =>
    b.entries.map((other) =>
      gates.and(
        one.present,
        other.present,
        one.value === 'open' || other.value === 'open'
          ? gates.yes
          : gates.not(agreement(one, other, gates)),
      ),
    ),
  )
  const kept = (own: Possible, others: Possible): readonly Entry[] =>
    own.entries.map((one) => {
      const agrees = others.entries.map((other) =>
        one.value === 'open' || other.value === 'open'
          ? other.present
          : gates.and(other.present, agreement(one, other, gates)),
      )
      const stays = gates.or(others.canBeEmpty, ...agrees)
      return { value: one.value, present: gates.and(one.present, stays) }
    })
  const by = new Map(a.by)
  for (const [position, id] of b.by) by.set(position, gates.or(by.get(position) ?? gates.no, id))
  return {
    entries: merged([...kept(a, b), ...kept(b, a)], gates),
    canBeEmpty: gates.and(a.canBeEmpty, b.canBeEmpty),
    canConflict: gates.or(a.canConflict, b.canConflict, ...pairs),
    by,
  }
}
