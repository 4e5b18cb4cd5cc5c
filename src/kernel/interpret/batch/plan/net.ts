import type { Bounds } from '../../../rules/ast.ts'
import type { Gate, GateId } from '../../circuit/circuit.ts'
import { bitBounds, GateList } from '../../circuit/gate-list.ts'

/** Gates as batch code runs them: nothing is made twice, and constants fold away. */
export class Net extends GateList {
  not(of: GateId): GateId {
    const gate = this.list[of]
    if (gate?.t === 'not') return gate.of
    if (gate?.t === 'bit') return this.bit(!gate.value)
    return this.gate(`n${of}`, { t: 'not', of }, bitBounds, [of])
  }

  and(...of: readonly GateId[]): GateId {
    return this.#join('and', of, this.yes, this.no)
  }

  or(...of: readonly GateId[]): GateId {
    return this.#join('or', of, this.no, this.yes)
  }

  #join(t: 'and' | 'or', of: readonly GateId[], nothing: GateId, everything: GateId): GateId {
    const parts = new Set(of)
    parts.delete(nothing)
    if (parts.has(everything)) return everything
    for (const part of parts) if (parts.has(this.not(part))) return everything
    const [first, second] = parts
    if (first === undefined) return nothing
    if (second === undefined) return first
    const ordered = [...parts].sort((a, b) => a - b)
    return this.gate(`${t}${ordered.join()}`, { t, of: ordered }, bitBounds, ordered)
  }

  listed(key: GateId, members: readonly boolean[]): GateId {
    if (members.every((member) => !member)) return this.no
    if (members.every((member) => member)) return this.yes
    return this.plain({ t: 'listed', key, members }, bitBounds, this.rows[key] ?? -1)
  }

  select(condition: GateId, then: GateId, otherwise: GateId): GateId {
    if (condition === this.yes || then === otherwise) return then
    if (condition === this.no) return otherwise
    const a = this.boundsOf(then)
    const b = this.boundsOf(otherwise)
    const bounds = { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
    return this.plain({ t: 'select', condition, then, otherwise }, bounds, -1)
  }

  /** Any other gate over gates of this list, as it is. */
  plain(gate: Gate, bounds: Bounds, row: number): GateId {
    return this.gate(JSON.stringify(gate), gate, bounds, [], row)
  }
}
