import type { Circuit, CircuitOutput, Gate, GateId } from '../../circuit/circuit.ts'
import { Gates } from '../../circuit/gates.ts'
import type { CircuitArms } from './arm-search.ts'
import { ArmSearch } from './arm-search.ts'
import { Atoms } from './atoms.ts'
import type { Diagram } from './diagrams.ts'
import { Diagrams } from './diagrams.ts'

/** A condition whose diagram grows by more is taken as it is: in small circuits, and in large ones. */
const growthMax = { small: 2000, large: 200 }
/** Circuits of fewer gates are small: there arms are looked for among all conditions. */
const smallMax = 400
/** Conjunctions of more parts are not searched for parts that say nothing new. */
const partsMax = 40

/** A circuit in which no two conditions always say the same, and its outputs' arms if it is small. */
export interface Simplified {
  readonly circuit: Circuit
  readonly arms: readonly (CircuitArms | undefined)[]
}

/**
 * The circuit with conditions that always say the same made one, and without parts of conditions
 * that the others imply. It says the same of every case; what is too large to tell stays as it is.
 */
export function simplified(circuit: Circuit): Simplified {
  const isSmall = circuit.gates.length <= smallMax
  const merge = new Merge(circuit, isSmall ? growthMax.small : growthMax.large)
  const at = (id: GateId): GateId => merge.gate(id)
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
  const search = isSmall ? merge.search() : undefined
  const arms = outputs.map((output) => search?.armsOf(output))
  const { list: gates, bounds, rows } = merge.gates
  const refused = at(circuit.refused)
  return { circuit: { ...circuit, gates, bounds, rows, outputs, refused }, arms }
}

class Merge {
  readonly gates = new Gates()
  readonly #circuit: Circuit
  readonly #diagrams: Diagrams
  readonly #atoms: Atoms
  readonly #made: GateId[] = []
  readonly #diagramOf = new Map<GateId, Diagram>()
  /** The first gate of each diagram, which is the least deep. */
  readonly #first = new Map<string, GateId>()

  constructor(circuit: Circuit, growth: number) {
    this.#circuit = circuit
    this.#diagrams = new Diagrams(growth)
    this.#atoms = new Atoms(circuit, this.#diagrams)
    circuit.gates.forEach((gate, id) => this.#made.push(this.#merged(gate, id)))
  }

  gate(id: GateId): GateId {
    const made = this.#made[id]
    if (made === undefined) throw new RangeError(`there is no gate ${id}`)
    return made
  }

  /** A search among the conditions of a case whose diagrams are known. */
  search(): ArmSearch {
    return new ArmSearch(this.gates, this.#diagrams, this.#diagramOf)
  }

  #merged(gate: Gate, id: GateId): GateId {
    const { gates } = this
    switch (gate.t) {
      case 'bit':
        return this.#known(gates.bit(gate.value), gate.value ? 1 : 0)
      case 'not':
        return this.#opposite(this.gate(gate.of))
      case 'and':
      case 'or':
        return this.#joined(
          gate.t,
          gate.of.map((part) => this.gate(part)),
          id,
        )
      default: {
        const made = this.#rebuilt(gate)
        if (this.#diagramOf.has(made)) return made
        const atom = this.#diagrams.within(() => this.#atoms.of(id) ?? -1)
        return atom === undefined || atom < 0 ? made : this.#unique(made, atom, id)
      }
    }
  }

  #opposite(of: GateId): GateId {
    const made = this.gates.not(of)
    const diagram = this.#diagramOf.get(of)
    const opposite =
      diagram === undefined ? undefined : this.#diagrams.within(() => this.#diagrams.not(diagram))
    return opposite === undefined ? made : this.#known(made, opposite)
  }

  /** A conjunction or disjunction of what is needed of its parts, or the gate that says the same. */
  #joined(t: 'and' | 'or', of: readonly GateId[], id: GateId): GateId {
    const parts = of.map((part) => ({ part, diagram: this.#diagram(part) }))
    const join = (list: readonly { diagram: Diagram }[]): Diagram | undefined =>
      this.#diagrams.within(() => {
        const each = list.map(({ diagram }) => diagram)
        return t === 'and' ? this.#diagrams.all(each) : this.#diagrams.any(each)
      })
    const whole = join(parts)
    const make = (list: readonly { part: GateId }[]): GateId =>
      this.gates[t](...list.map(({ part }) => part))
    if (whole === undefined) return make(parts)
    const known = this.#find(whole, id)
    if (known !== undefined) return known
    let kept = parts
    // Parts that come late stand on the most: those are left out first.
    if (parts.length <= partsMax) {
      for (const one of [...parts].sort((a, b) => b.part - a.part)) {
        const others = kept.filter((each) => each !== one)
        if (others.length > 0 && join(others) === whole) kept = others
      }
    }
    return this.#unique(make(kept), whole, id)
  }

  #diagram(id: GateId): Diagram {
    const known = this.#diagramOf.get(id)
    if (known !== undefined) return known
    const made = this.#atoms.fresh()
    this.#diagramOf.set(id, made)
    return made
  }

  #known(id: GateId, diagram: Diagram): GateId {
    if (!this.#diagramOf.has(id)) this.#diagramOf.set(id, diagram)
    return id
  }

  /** Conditions of a case and of a row are kept apart: a row's gate is no gate of the case. */
  #find(diagram: Diagram, id: GateId): GateId | undefined {
    if (diagram === this.#diagrams.yes) return this.gates.yes
    if (diagram === this.#diagrams.no) return this.gates.no
    return this.#first.get(`${this.#circuit.rows[id] ?? -1} ${diagram}`)
  }

  #unique(made: GateId, diagram: Diagram, id: GateId): GateId {
    const known = this.#find(diagram, id)
    if (known !== undefined) return known
    this.#known(made, diagram)
    const row = this.#circuit.rows[id] ?? -1
    this.#first.set(`${row} ${diagram}`, made)
    const opposite = this.#diagrams.within(() => this.#diagrams.not(diagram))
    if (opposite !== undefined) {
      const negated = this.gates.not(made)
      this.#known(negated, opposite)
      this.#first.set(`${row} ${opposite}`, negated)
    }
    return made
  }

  #rebuilt(gate: Exclude<Gate, { t: 'bit' | 'not' | 'and' | 'or' }>): GateId {
    const { gates } = this
    const at = (id: GateId): GateId => this.gate(id)
    switch (gate.t) {
      case 'int':
        return gates.int(gate.value)
      case 'known':
      case 'value': {
        const input = this.#circuit.inputs[gate.input]
        if (!input) throw new RangeError(`there is no input ${gate.input}`)
        return gates[gate.t](gate.input, input)
      }
      case 'overlaps':
      case 'covers':
        return gates[gate.t](at(gate.set), gate.mask)
      case 'listed':
        return gates.listed(at(gate.key), gate.members)
      case 'cell':
        return gates.cell(at(gate.key), gate.cells)
      case 'less':
      case 'equal':
      case 'subtract':
      case 'multiply':
        return gates[gate.t](at(gate.left), at(gate.right))
      case 'quotient':
        return gates.quotient(at(gate.left), at(gate.right), gate.round)
      case 'add':
      case 'greatest':
      case 'least':
        return gates[gate.t](gate.of.map(at))
      case 'select':
        return gates.select(at(gate.condition), at(gate.then), at(gate.otherwise))
      case 'someRow':
      case 'everyRow':
        return gates.rowsBit(gate.t, gate.relation, at(gate.of))
      case 'sumRows':
      case 'greatestRow': {
        const { relations } = this.#circuit.view.rules.text
        return gates.rowsInt(
          gate.t,
          gate.relation,
          at(gate.of),
          relations[gate.relation]?.maxRows ?? 0,
        )
      }
    }
  }
}
