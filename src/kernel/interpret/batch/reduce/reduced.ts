import type { Circuit, CircuitOutput, Gate, GateId } from '../../circuit/circuit.ts'
import { finished } from '../../circuit/finish.ts'
import { Gates } from '../../circuit/gates.ts'
import { compare } from './compare.ts'
import { conjunction } from './conjunction.ts'
import { KeyedGates } from './keyed.ts'
import { ZeroUnless } from './zero-unless.ts'

/**
 * The circuit again with cheaper gates where many cases run through it: comparisons in the
 * smallest numbers, choices of quantities as choices of bits. It says the same of every case.
 */
export function reducedCircuit(circuit: Circuit): Circuit {
  const reduction = new Reduction(circuit)
  const at = (id: GateId): GateId => reduction.gate(id)
  const outputs = circuit.outputs.map((output): CircuitOutput => ({
    ...output,
    value: at(output.value),
    decided: at(output.decided),
    gap: at(output.gap),
    conflict: at(output.conflict),
    by: output.by.map(at),
    ...(output.options
      ? { options: output.options.map(({ when, value }) => ({ when: at(when), value })) }
      : {}),
  }))
  const refused = at(circuit.refused)
  const { list: gates, bounds, rows } = reduction.gates
  return finished({ ...circuit, gates, bounds, rows, outputs, refused })
}

class Reduction {
  readonly gates = new Gates()
  readonly #circuit: Circuit
  readonly #zero: ZeroUnless
  readonly #keyed: KeyedGates
  readonly #made: GateId[] = []

  constructor(circuit: Circuit) {
    this.#circuit = circuit
    this.#zero = new ZeroUnless(this.gates, circuit.inputs)
    this.#keyed = new KeyedGates(this.gates, circuit.inputs)
    for (const gate of circuit.gates) this.#made.push(this.#reduced(gate))
  }

  gate(id: GateId): GateId {
    const made = this.#made[id]
    if (made === undefined) throw new RangeError(`there is no gate ${id}`)
    return made
  }

  #reduced(gate: Gate): GateId {
    const { gates } = this
    switch (gate.t) {
      case 'bit':
        return gates.bit(gate.value)
      case 'int':
        return gates.int(gate.value)
      case 'known':
      case 'value':
        return gates[gate.t](gate.input, this.#input(gate.input))
      case 'overlaps':
      case 'covers':
        return gates[gate.t](this.gate(gate.set), gate.mask)
      case 'and':
        return conjunction(
          gates,
          gate.of.map((part) => this.gate(part)),
        )
      case 'or':
        return gates.or(...gate.of.map((part) => this.gate(part)))
      case 'not':
        return gates.not(this.gate(gate.of))
      case 'less':
      case 'equal':
        return compare(gates, gate.t, this.gate(gate.left), this.gate(gate.right))
      case 'listed':
        return gates.listed(this.gate(gate.key), gate.members)
      default:
        return this.#reducedInt(gate)
    }
  }

  #reducedInt(gate: Gate): GateId {
    const { gates } = this
    switch (gate.t) {
      case 'cell':
        return gates.cell(this.gate(gate.key), gate.cells)
      case 'add':
      case 'greatest':
      case 'least':
        return gates[gate.t](gate.of.map((part) => this.gate(part)))
      case 'subtract':
      case 'multiply':
        return gates[gate.t](this.gate(gate.left), this.gate(gate.right))
      case 'quotient':
        return gates.quotient(this.gate(gate.left), this.gate(gate.right), gate.round)
      case 'select':
        return this.#select(
          this.gate(gate.condition),
          this.gate(gate.then),
          this.gate(gate.otherwise),
        )
      case 'someRow':
      case 'everyRow':
        return gates.rowsBit(gate.t, gate.relation, this.gate(gate.of))
      case 'sumRows':
      case 'greatestRow': {
        const maxRows = this.#circuit.view.rules.text.relations[gate.relation]?.maxRows ?? 0
        return gates.rowsInt(gate.t, gate.relation, this.gate(gate.of), maxRows)
      }
      default:
        throw new TypeError(`a ${gate.t} gate is no int`)
    }
  }

  #select(condition: GateId, then: GateId, otherwise: GateId): GateId {
    // A value that is 0 anyway where the condition does not hold needs no choice.
    const isZero = this.gates.constantOf(otherwise) === 0
    if (isZero && this.#zero.isZeroUnless(then, condition)) return then
    const keyed = this.#keyed.choice(condition, then, otherwise)
    return keyed ?? this.gates.select(condition, then, otherwise)
  }

  #input(index: number) {
    const input = this.#circuit.inputs[index]
    if (!input) throw new RangeError(`there is no input ${index}`)
    return input
  }
}
