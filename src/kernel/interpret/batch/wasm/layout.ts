import type { GateId } from '../../circuit/circuit.ts'
import type { Plan } from '../plan/planned.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import { roleOf } from '../schedule/roles.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { gateWidths, isInt } from '../schedule/widths.ts'

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
  readonly #widths: readonly Width[]
  #scratchBytes = 0

  constructor(schedule: Schedule) {
    this.schedule = schedule
    const { plan } = schedule
    this.#widths = gateWidths(plan)
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
