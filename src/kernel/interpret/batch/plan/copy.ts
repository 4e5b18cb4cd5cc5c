import type { Circuit, Gate, GateId } from '../../circuit/circuit.ts'
import type { KeyLists } from './classes.ts'
import { ClassBits, keysByClass } from './classes.ts'
import { Net } from './net.ts'
import { withOperands } from './operands.ts'

/** Copies a circuit into a net, gate by gate, its lists found by class where that is cheaper. */
export class Copy {
  readonly net = new Net()
  readonly circuit: Circuit
  readonly #made: GateId[] = []
  readonly #byClass: ReadonlyMap<GateId, KeyLists>
  readonly #classBits = new Map<GateId, ClassBits>()

  constructor(circuit: Circuit) {
    this.circuit = circuit
    this.#byClass = keysByClass(circuit)
    circuit.gates.forEach((gate, id) => this.#made.push(this.#copied(gate, id)))
  }

  /** Where a gate of the circuit is in the net. */
  gate(id: GateId): GateId {
    const made = this.#made[id]
    if (made === undefined) throw new RangeError(`there is no gate ${id}`)
    return made
  }

  #copied(gate: Gate, id: GateId): GateId {
    const { net } = this
    switch (gate.t) {
      case 'bit':
        return net.bit(gate.value)
      case 'int':
        return net.int(gate.value)
      case 'not':
        return net.not(this.gate(gate.of))
      case 'and':
      case 'or':
        return net[gate.t](...gate.of.map((part) => this.gate(part)))
      case 'listed':
        return this.#listed(gate.key, gate.members, id)
      case 'everyRow': {
        const { relation } = gate
        const of = net.not(this.gate(gate.of))
        return net.not(net.plain({ t: 'someRow', relation, of }, { min: 0, max: 1 }, -1))
      }
      default:
        return this.#plain(
          withOperands(gate, (of) => this.gate(of)),
          id,
        )
    }
  }

  #plain(gate: Gate, id: GateId): GateId {
    const { bounds, rows } = this.circuit
    return this.net.plain(gate, bounds[id] ?? { min: 0, max: 1 }, rows[id] ?? -1)
  }

  #listed(key: GateId, members: readonly boolean[], id: GateId): GateId {
    const classes = this.circuit.rows[id] === -1 ? this.#byClass.get(key) : undefined
    if (!classes) return this.net.listed(this.gate(key), members)
    const made = this.#classBits.get(key) ?? new ClassBits(this.net, this.gate(key), classes)
    this.#classBits.set(key, made)
    return made.listed(members)
  }
}
