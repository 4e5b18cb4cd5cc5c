import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Capacity } from '../chunks.ts'
import { lastUses } from '../plan/last-use.ts'
import type { Plan } from '../plan/planned.ts'
import type { Staging } from '../staging.ts'
import { Buffers } from './buffers.ts'
import type { Bits, Kernel, Numbers } from './kernel.ts'
import type { BitGate, NumberGate, Operands } from './make-kernel.ts'
import { bitKernel, numberKernel } from './make-kernel.ts'
import { widened } from './number-kernels.ts'
import { spreadBits, spreadNumbers } from './row-kernels.ts'

/** A kernel over cases (relation -1), or over the related rows of the cases at hand. */
export interface Step {
  readonly run: Kernel
  readonly relation: number
}

/** The kernels of a plan in order, over staged rows. */
export class KernelList {
  readonly steps: Step[] = []
  readonly #plan: Plan
  readonly #staging: Staging
  readonly #buffers: ReadonlyMap<number, Buffers>
  readonly #made: (Bits | Numbers)[] = []
  readonly #spread = new Map<string, Bits | Numbers>()
  /** Buffers that only kernels fill, and that may be used again. */
  readonly #free = new Set<GateId>()

  constructor(plan: Plan, staging: Staging, { rows, related }: Capacity) {
    this.#plan = plan
    this.#staging = staging
    const room = [[-1, rows] as const, ...related]
    this.#buffers = new Map(room.map(([relation, size]) => [relation, new Buffers(size)]))
    const ending = new Map<number, GateId[]>()
    lastUses(plan).forEach((end, id) => ending.set(end, [...(ending.get(end) ?? []), id]))
    plan.gates.forEach((gate, id) => {
      this.#made[id] = this.#add(gate, id)
      for (const ended of ending.get(id) ?? []) this.#release(ended)
    })
  }

  /** The bits that a gate leaves. */
  bits(id: GateId): Bits {
    const made = this.#made[id]
    if (made instanceof Int32Array) return made
    throw new TypeError(`gate ${id} is no bit`)
  }

  /** The numbers that a gate leaves. */
  numbers(id: GateId): Numbers {
    const made = this.#made[id]
    if (made instanceof Float64Array) return made
    throw new TypeError(`gate ${id} is no number`)
  }

  #add(gate: Gate, id: GateId): Bits | Numbers {
    const relation = this.#plan.rows[id] ?? -1
    const buffers = this.#buffersOf(relation)
    switch (gate.t) {
      case 'bit':
        return buffers.constantBits(gate.value)
      case 'int':
        return buffers.constantNumbers(gate.value)
      case 'known':
        return this.#staging.known[gate.input] ?? buffers.bits()
      case 'value':
        return this.#value(gate.input, id)
      case 'and':
      case 'or':
      case 'not':
      case 'less':
      case 'equal':
      case 'listed':
      case 'overlaps':
      case 'covers':
      case 'someRow':
      case 'everyRow':
        return this.#bit(gate, id, relation)
      default:
        return this.#number(gate, id, relation)
    }
  }

  #value(index: number, id: GateId): Bits | Numbers {
    const column = this.#staging.values[index]
    const input = this.#plan.inputs[index]
    if (!column || !input) throw new RangeError(`there is no input ${index}`)
    if (input.type.kind === 'bool') return column as Bits
    const relation = this.#plan.rows[id] ?? -1
    const out = this.#buffersOf(relation).numbers()
    this.#free.add(id)
    this.steps.push({ run: widened(out, column), relation })
    return out
  }

  #bit(gate: BitGate, id: GateId, relation: number): Bits {
    const operands = this.#operands('relation' in gate ? gate.relation : relation)
    const out = this.#buffersOf(relation).bits()
    this.#free.add(id)
    this.steps.push({ run: bitKernel(gate, out, operands), relation })
    return out
  }

  #number(gate: NumberGate, id: GateId, relation: number): Numbers {
    const operands = this.#operands('relation' in gate ? gate.relation : relation)
    const out = this.#buffersOf(relation).numbers()
    this.#free.add(id)
    this.steps.push({ run: numberKernel(gate, out, operands), relation })
    return out
  }

  /** What a gate over cases, or over related rows, reads: what a case says is spread to its rows. */
  #operands(relation: number): Operands {
    const isAcross = (id: GateId): boolean => this.#plan.rows[id] !== relation
    return {
      bits: (id) => (isAcross(id) ? this.#spreadBits(id, relation) : this.bits(id)),
      numbers: (id) => (isAcross(id) ? this.#spreadNumbers(id, relation) : this.numbers(id)),
      offsets: (of) => this.#offsets(of),
    }
  }

  #spreadBits(id: GateId, relation: number): Bits {
    const known = this.#spread.get(`${relation} ${id}`)
    if (known) return known as Bits
    const out = this.#buffersOf(relation).bits()
    this.#spread.set(`${relation} ${id}`, out)
    const run = spreadBits(out, this.bits(id), this.#offsets(relation))
    this.steps.push({ run, relation: -1 })
    return out
  }

  #spreadNumbers(id: GateId, relation: number): Numbers {
    const known = this.#spread.get(`${relation} ${id}`)
    if (known) return known as Numbers
    const out = this.#buffersOf(relation).numbers()
    this.#spread.set(`${relation} ${id}`, out)
    const run = spreadNumbers(out, this.numbers(id), this.#offsets(relation))
    this.steps.push({ run, relation: -1 })
    return out
  }

  #buffersOf(relation: number): Buffers {
    const buffers = this.#buffers.get(relation)
    if (!buffers) throw new RangeError(`there is no room for relation ${relation}`)
    return buffers
  }

  #offsets(relation: number): Uint32Array {
    const offsets = this.#staging.offsets.get(relation)
    if (!offsets) throw new RangeError(`there are no lists of relation ${relation}`)
    return offsets
  }

  #release(id: GateId): void {
    const made = this.#made[id]
    if (made && this.#free.has(id)) this.#buffersOf(this.#plan.rows[id] ?? -1).free(made)
  }
}
