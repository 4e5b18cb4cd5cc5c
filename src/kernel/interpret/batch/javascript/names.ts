import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Plan } from '../plan/planned.ts'
import type { Width } from '../reduce/width.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { gateWidths } from '../schedule/widths.ts'

/** Rows that go through all pieces before the next do. */
export const blockRows = 512

/** What generated code is about, and the names in it; every name ends in a number of ours. */
export class Names {
  readonly schedule: Schedule
  readonly #widths: readonly Width[]
  /** Tables by the name that code reads them by. */
  readonly tables: (readonly number[])[] = []

  constructor(schedule: Schedule) {
    this.schedule = schedule
    this.#widths = gateWidths(schedule.plan)
  }

  get plan(): Plan {
    return this.schedule.plan
  }

  gate(id: GateId): Gate {
    const gate = this.plan.gates[id]
    if (!gate) throw new RangeError(`there is no gate ${id}`)
    return gate
  }

  /** Whether a quantity and all that it is computed from fit 32 bits. */
  isSmall(id: GateId): boolean {
    return this.#widths[id] !== 'f64'
  }

  /** A table of whole numbers. */
  table(cells: readonly number[]): string {
    return `t${this.tables.push(cells) - 1}`
  }

  /** The array in which a gate is stored for the rows of a block. */
  stored(id: GateId): string {
    if (!this.schedule.stored.has(id)) throw new RangeError(`gate ${id} is not stored`)
    return `s${id}`
  }
}

/** The values, or the known rows, of an input. */
export const columnName = ({ t, input }: Extract<Gate, { t: 'known' | 'value' }>): string =>
  `${t === 'known' ? 'k' : 'c'}${input}`
