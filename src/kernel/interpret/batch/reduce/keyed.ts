import type { Circuit, GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'

/** A bit or int that only depends on one key: its value per index, and where the key is not known. */
export interface Keyed<T> {
  readonly key: GateId
  readonly cells: readonly T[]
  readonly unknown: T
}

/**
 * Finds quantities that only depend on one key, and keeps them as one table: long chains of
 * choices, as a looked-up column is spelled out, are one look into it.
 */
export class KeyedGates {
  readonly #gates: Gates
  readonly #inputs: Circuit['inputs']
  readonly #bits = new Map<GateId, Keyed<boolean> | null>()

  constructor(gates: Gates, inputs: Circuit['inputs']) {
    this.#gates = gates
    this.#inputs = inputs
  }

  /** The choice between two ints that a key alone makes, as a cell; undefined where more does. */
  choice(condition: GateId, then: GateId, otherwise: GateId): GateId | undefined {
    const when = this.#bit(condition)
    if (!when) return undefined
    const one = this.#int(then, when.key, when.cells.length)
    const other = this.#int(otherwise, when.key, when.cells.length)
    if (!one || !other) return undefined
    const pick = (holds: boolean, a: number, b: number): number => (holds ? a : b)
    const cells = when.cells.map((holds, at) =>
      pick(holds, one.cells[at] ?? 0, other.cells[at] ?? 0),
    )
    const unknown = pick(when.unknown, one.unknown, other.unknown)
    return this.#cell({ key: when.key, cells, unknown })
  }

  #cell({ key, cells, unknown }: Keyed<number>): GateId {
    const cell = this.#gates.cell(key, cells)
    const known = this.#knownOf(key)
    // The index of a key that is not known is 0.
    if (known === undefined || unknown === cells[0]) return cell
    return this.#gates.select(known, cell, this.#gates.int(unknown))
  }

  #knownOf(key: GateId): GateId | undefined {
    const gate = this.#gates.list[key]
    const input = gate?.t === 'value' ? this.#inputs[gate.input] : undefined
    if (gate?.t !== 'value' || !input || input.alwaysKnown) return undefined
    return this.#gates.known(gate.input, input)
  }

  #int(id: GateId, key: GateId, length: number): Keyed<number> | undefined {
    const gate = this.#gates.list[id]
    if (gate?.t === 'int') {
      return { key, cells: Array.from({ length }, () => gate.value), unknown: gate.value }
    }
    if (gate?.t === 'cell' && gate.key === key) {
      return { key, cells: gate.cells, unknown: gate.cells[0] ?? 0 }
    }
    if (gate?.t !== 'select' || gate.condition !== this.#knownOf(key)) return undefined
    const known = this.#int(gate.then, key, length)
    const unknown = this.#gates.constantOf(gate.otherwise)
    return known && unknown !== undefined ? { key, cells: known.cells, unknown } : undefined
  }

  #bit(id: GateId): Keyed<boolean> | undefined {
    const found = this.#bits.get(id)
    if (found !== undefined) return found ?? undefined
    const made = this.#findBit(id)
    this.#bits.set(id, made ?? null)
    return made
  }

  #findBit(id: GateId): Keyed<boolean> | undefined {
    const gate = this.#gates.list[id]
    switch (gate?.t) {
      case 'listed':
        return { key: gate.key, cells: gate.members, unknown: gate.members[0] === true }
      case 'not': {
        const of = this.#bit(gate.of)
        return of && { ...of, cells: of.cells.map((holds) => !holds), unknown: !of.unknown }
      }
      case 'and':
        return this.#conjunction(gate.of)
      default:
        return undefined
    }
  }

  #conjunction(of: readonly GateId[]): Keyed<boolean> | undefined {
    const known = of.map((part) => this.#bit(part))
    const first = known.find((part) => part !== undefined)
    if (!first) return undefined
    const guard = this.#knownOf(first.key)
    let all: Keyed<boolean> = { ...first, cells: first.cells.map(() => true), unknown: true }
    for (const [at, part] of known.entries()) {
      if (part?.key === first.key) {
        const cells = all.cells.map((holds, index) => holds && part.cells[index] === true)
        all = { ...all, cells, unknown: all.unknown && part.unknown }
      } else if (of[at] === guard) all = { ...all, unknown: false }
      else return undefined
    }
    return all
  }
}
