import type { Circuit, GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'

/** Knows bits without which an int gate is 0: values that are not known are 0. */
export class ZeroUnless {
  readonly #gates: Gates
  readonly #inputs: Circuit['inputs']
  readonly #found = new Map<GateId, ReadonlySet<GateId>>()

  constructor(gates: Gates, inputs: Circuit['inputs']) {
    this.#gates = gates
    this.#inputs = inputs
  }

  /** Whether an int is 0 wherever a condition does not hold. */
  isZeroUnless(id: GateId, condition: GateId): boolean {
    const needed = this.#of(id)
    if (needed.has(condition)) return true
    const gate = this.#gates.list[condition]
    return gate?.t === 'and' && gate.of.every((part) => needed.has(part))
  }

  #of(id: GateId): ReadonlySet<GateId> {
    const known = this.#found.get(id)
    if (known) return known
    const found = this.#find(id)
    this.#found.set(id, found)
    return found
  }

  #find(id: GateId): ReadonlySet<GateId> {
    const gates = this.#gates
    const gate = gates.list[id]
    switch (gate?.t) {
      case 'value': {
        const input = this.#inputs[gate.input]
        return new Set(input && !input.alwaysKnown ? [gates.known(gate.input, input)] : [])
      }
      case 'multiply':
        return new Set([...this.#of(gate.left), ...this.#of(gate.right)])
      case 'select': {
        if (gates.constantOf(gate.otherwise) !== 0) return new Set()
        const condition = gates.list[gate.condition]
        const parts = condition?.t === 'and' ? condition.of : []
        return new Set([gate.condition, ...parts, ...this.#of(gate.then)])
      }
      default:
        return new Set()
    }
  }
}
