import type { Bounds } from '../../rules/ast.ts'
import type { Circuit, CircuitInput, CircuitOutput, Gate, GateId } from './circuit.ts'

/** The circuit without what no output reads, with disjunctions where they read better. */
export function finished(circuit: Circuit): Circuit {
  const renewal = new Renewal(circuit)
  const outputs = circuit.outputs.map((output): CircuitOutput => ({
    ...output,
    value: renewal.gate(output.value),
    decided: renewal.gate(output.decided),
    gap: renewal.gate(output.gap),
    conflict: renewal.gate(output.conflict),
    by: output.by.map((id) => renewal.gate(id)),
    ...(output.options
      ? {
          options: output.options.map(({ when, value }) => ({ when: renewal.gate(when), value })),
        }
      : {}),
  }))
  const refused = renewal.gate(circuit.refused)
  const { gates, bounds, rows, inputs } = renewal
  return { view: circuit.view, inputs, gates, bounds, rows, outputs, refused }
}

/** Copies the gates that are asked for, each after what it reads. */
class Renewal {
  readonly gates: Gate[] = []
  readonly bounds: Bounds[] = []
  readonly rows: number[] = []
  readonly inputs: CircuitInput[] = []
  readonly #circuit: Circuit
  readonly #renewed = new Map<GateId, GateId>()
  readonly #made = new Map<string, GateId>()
  readonly #renewedInputs = new Map<number, number>()

  constructor(circuit: Circuit) {
    this.#circuit = circuit
  }

  gate(id: GateId): GateId {
    const known = this.#renewed.get(id)
    if (known !== undefined) return known
    const renewed = this.#copy(id)
    this.#renewed.set(id, renewed)
    return renewed
  }

  #copy(id: GateId): GateId {
    const { gates, bounds, rows } = this.#circuit
    const gate = gates[id]
    if (!gate) throw new RangeError(`there is no gate ${id}`)
    const place = { bounds: bounds[id] ?? { min: 0, max: 1 }, row: rows[id] ?? -1 }
    const inner = gate.t === 'not' ? gates[gate.of] : undefined
    if (inner?.t === 'and') {
      const parts = inner.of.map((part) => this.#opposite(part))
      const negations = inner.of.filter((part) => gates[part]?.t === 'not').length
      // Not all of (not a, not b) reads better as: a or b.
      if (negations * 2 > parts.length) {
        return this.#add({ t: 'or', of: parts.map((part) => part()) }, place)
      }
    }
    return this.#add(this.#withRenewed(gate), place)
  }

  /** The negation of a gate, made only when it is wanted. */
  #opposite(id: GateId): () => GateId {
    const gate = this.#circuit.gates[id]
    if (gate?.t === 'not') return () => this.gate(gate.of)
    return () => {
      const of = this.gate(id)
      const row = this.#circuit.rows[id] ?? -1
      return this.#add({ t: 'not', of }, { bounds: { min: 0, max: 1 }, row })
    }
  }

  #add(gate: Gate, { bounds, row }: { bounds: Bounds; row: number }): GateId {
    const key = JSON.stringify(gate)
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const id = this.gates.push(gate) - 1
    this.bounds.push(bounds)
    this.rows.push(row)
    this.#made.set(key, id)
    return id
  }

  #withRenewed(gate: Gate): Gate {
    switch (gate.t) {
      case 'bit':
      case 'int':
        return gate
      case 'known':
      case 'value':
        return { ...gate, input: this.#input(gate.input) }
      case 'overlaps':
      case 'covers':
        return { ...gate, set: this.gate(gate.set) }
      case 'and':
      case 'or':
      case 'add':
      case 'greatest':
      case 'least':
        return { ...gate, of: gate.of.map((part) => this.gate(part)) }
      case 'not':
      case 'someRow':
      case 'everyRow':
      case 'sumRows':
      case 'greatestRow':
        return { ...gate, of: this.gate(gate.of) }
      case 'less':
      case 'equal':
      case 'subtract':
      case 'multiply':
      case 'quotient':
        return { ...gate, left: this.gate(gate.left), right: this.gate(gate.right) }
      case 'listed':
      case 'cell':
        return { ...gate, key: this.gate(gate.key) }
      case 'select':
        return {
          ...gate,
          condition: this.gate(gate.condition),
          then: this.gate(gate.then),
          otherwise: this.gate(gate.otherwise),
        }
    }
  }

  #input(index: number): number {
    const known = this.#renewedInputs.get(index)
    if (known !== undefined) return known
    const input = this.#circuit.inputs[index]
    if (!input) throw new RangeError(`there is no input ${index}`)
    const renewed = this.inputs.push(input) - 1
    this.#renewedInputs.set(index, renewed)
    return renewed
  }
}
