import type { GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'

/**
 * A conjunction in which conditions of one case say no more than the strictest of them: of `not c
 * or x < 5` and `not c or x < 7`, as comparisons by case leave them, the first says both.
 */
export function conjunction(gates: Gates, of: readonly GateId[]): GateId {
  const parts = flattened(gates, of)
  let isShorter = false
  const byCase = new Map<GateId, { readonly at: number; readonly then: GateId }[]>()
  parts.forEach((part, at) => {
    for (const [condition, then] of implicationsOf(gates, part)) {
      const known = byCase.get(condition) ?? []
      const weaker = known.find(({ at: other, then: own }) => {
        if (parts[other] === undefined || other === at) return false
        const both = gates.and(own, then)
        if (both !== own && both !== then) return false
        const isWeaker = both === own ? at : other
        parts[isWeaker] = gates.yes
        isShorter = true
        return true
      })
      byCase.set(condition, weaker ? known : [...known, { at, then }])
    }
  })
  return isShorter ? gates.and(...parts) : gates.and(...of)
}

function flattened(gates: Gates, of: readonly GateId[]): GateId[] {
  return of.flatMap((part) => {
    const gate = gates.list[part]
    return gate?.t === 'and' ? flattened(gates, gate.of) : [part]
  })
}

/** A part that says `if a then b`, which also says `if not b then not a`. */
function implicationsOf(gates: Gates, part: GateId): readonly (readonly [GateId, GateId])[] {
  const gate = gates.list[part]
  const inner = gate?.t === 'not' ? gates.list[gate.of] : undefined
  if (inner?.t !== 'and' || inner.of.length !== 2) return []
  const [a = gates.yes, b = gates.yes] = inner.of
  return [
    [a, gates.not(b)],
    [b, gates.not(a)],
  ]
}
