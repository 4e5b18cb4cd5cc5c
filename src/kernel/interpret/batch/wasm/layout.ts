import type { GateId } from '../../circuit/circuit.ts'
import { columnWidth } from '../columns.ts'
import type { Plan } from '../plan/plan.ts'
import { operandsOf } from '../plan/operands.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf, widest, widthOf } from '../reduce/width.ts'
import { roleOf } from '../schedule/roles.ts'
import type { Schedule } from '../schedule/schedule.ts'

/** Rows that go through all pieces before the next do: what they leave stays near the processor. */
export const blockRows = 512
const planeBytes = blockRows / 8

/** Which word of the arguments holds the address of what. */
export interface Words {
  readonly scratch: number
  readonly tables: number
  readonly values: readonly number[]
  readonly known: readonly number[]
  readonly offsets: ReadonlyMap<number, number>
  readonly outputs: readonly {
    readonly value: number
    readonly status: number
    readonly reason: number
  }[]
  readonly count: number
}

/** Where the code of a schedule keeps what, and how wide its quantities are. */
export class Layout {
  readonly schedule: Schedule
  readonly words: Words
  readonly #places = new Map<GateId, number>()
  readonly #tables: number[] = []
  readonly #tablePlaces = new Map<string, number>()
  readonly #widths: Width[] = []
  #scratchBytes = 0

  constructor(schedule: Schedule) {
    this.schedule = schedule
    const { plan } = schedule
    plan.gates.forEach((_, id) => this.#widths.push(this.#ownWidth(id)))
    for (const id of schedule.stored) {
      this.#places.set(id, this.#scratchBytes)
      const isBit = !isInt(plan, id)
      this.#scratchBytes += isBit ? planeBytes : blockRows * bytesOf[this.width(id)]
    }
    this.words = wordsOf(plan)
  }

  get plan(): Plan {
    return this.schedule.plan
  }

  get scratchBytes(): number {
    return this.#scratchBytes
  }

  get tables(): Uint8Array {
    return Uint8Array.from(this.#tables)
  }

  /** Where in the scratch area a gate is stored; undefined where it is not. */
  place(id: GateId): number | undefined {
    return this.#places.get(id)
  }

  /** How a quantity is held: the narrowest in which it and all that it is computed from fit. */
  width(id: GateId): Width {
    return this.#widths[id] ?? 'f64'
  }

  /** Where a table of bytes begins, each table kept once. */
  table(bytes: Uint8Array): number {
    const key = bytes.join()
    const known = this.#tablePlaces.get(key)
    if (known !== undefined) return known
    while (this.#tables.length % 16 !== 0) this.#tables.push(0)
    const place = this.#tables.length
    for (const byte of bytes) this.#tables.push(byte)
    this.#tablePlaces.set(key, place)
    return place
  }

  #ownWidth(id: GateId): Width {
    const { gates, bounds, inputs } = this.plan
    const gate = gates[id]
    const own = widthOf(bounds[id] ?? { min: 0, max: 0 })
    switch (gate?.t) {
      case 'value': {
        const input = inputs[gate.input]
        const width = input ? columnWidth(input.type, input.bounds) : 'f64'
        return width === 'bits' ? 'u8' : width
      }
      case 'add':
      case 'subtract':
      case 'multiply':
        return widest('i32', own, ...operandsOf(gate).map((of) => this.width(of)))
      case 'greatest':
      case 'least':
        return widest(own, ...gate.of.map((of) => this.width(of)))
      case 'select':
        return widest(own, this.width(gate.then), this.width(gate.otherwise))
      case 'quotient':
        return 'f64'
      case 'sumRows':
      case 'greatestRow':
        return widest('i32', own)
      default:
        return own
    }
  }
}

/** Whether a gate of a plan is a quantity, not a bit. */
export function isInt({ gates, inputs }: Plan, id: GateId): boolean {
  const gate = gates[id]
  switch (gate?.t) {
    case 'value':
      return inputs[gate.input]?.type.kind !== 'bool'
    case 'int':
    case 'cell':
    case 'add':
    case 'greatest':
    case 'least':
    case 'subtract':
    case 'multiply':
    case 'quotient':
    case 'select':
    case 'sumRows':
    case 'greatestRow':
      return true
    default:
      return false
  }
}

function wordsOf(plan: Plan): Words {
  let count = 2
  const next = (): number => count++
  const relations = plan.gates.flatMap((gate, id) =>
    'relation' in gate && roleOf(plan, id) === 'aggregate' ? [gate.relation] : [],
  )
  return {
    scratch: 0,
    tables: 1,
    values: plan.inputs.map(next),
    known: plan.inputs.map(next),
    offsets: new Map([...new Set(relations)].map((relation) => [relation, next()])),
    outputs: plan.outputs.map(() => ({ value: next(), status: next(), reason: next() })),
    count,
  }
}
