import type { GateId } from '../../circuit/circuit.ts'
import { operandsOf } from '../plan/operands.ts'
import type { Plan } from '../plan/planned.ts'
import { gatesOf } from '../plan/prune.ts'
import { readBy, roleOf } from './roles.ts'

/** Phases repeat in the order: logic, aggregates over rows, quantities and their tests. */
const kinds = ['bits', 'rows', 'lanes'] as const

/** The phase of each gate that is computed over cases: early, save for logic, which is late. */
export class Phases {
  readonly #plan: Plan
  readonly #phases: (number | undefined)[]

  constructor(plan: Plan) {
    this.#plan = plan
    this.#phases = plan.gates.map(() => undefined)
    plan.gates.forEach((_, id) => (this.#phases[id] = this.#earliest(id)))
    this.#postponeLogic()
  }

  static kindOf(phase: number): (typeof kinds)[number] {
    return kinds[phase % 3] ?? 'bits'
  }

  /** Undefined for constants, columns and gates of related rows. */
  of(id: GateId): number | undefined {
    return this.#phases[id]
  }

  #earliest(id: GateId): number | undefined {
    const role = roleOf(this.#plan, id)
    if (role === 'constant' || role === 'column' || role === 'row') return undefined
    const after = readBy(this.#plan, id).map((of) => {
      const phase = this.#phases[of]
      if (phase === undefined) return 0
      // What an aggregate reads is complete; a test can be read by a choice at its side.
      if (role === 'aggregate') return phase + 1
      return role === 'lane' && roleOf(this.#plan, of) === 'logic' ? phase + 1 : phase
    })
    const kind = kinds.indexOf(role === 'logic' ? 'bits' : role === 'lane' ? 'lanes' : 'rows')
    const least = Math.max(0, ...after)
    return least + ((kind - (least % 3) + 3) % 3)
  }

  #postponeLogic(): void {
    const { gates, outputs } = this.#plan
    const latest = gates.map(() => Infinity)
    const last = this.#phases.reduce<number>((most, phase) => Math.max(most, phase ?? 0), 0)
    const lastLogic = Math.ceil(last / 3) * 3
    const limit = (id: GateId, phase: number): void => {
      latest[id] = Math.min(latest[id] ?? Infinity, phase)
    }
    for (const id of outputs.flatMap(gatesOf)) limit(id, lastLogic)
    for (let id = gates.length - 1; id >= 0; id--) {
      const gate = gates[id]
      const own = this.#phases[id]
      if (!gate || own === undefined) continue
      const isLogic = roleOf(this.#plan, id) === 'logic'
      const phase = isLogic ? Math.min(latest[id] ?? own, lastLogic) : own
      this.#phases[id] = phase
      const before = isLogic ? phase : Math.floor((phase - 1) / 3) * 3
      for (const of of isLogic ? operandsOf(gate) : readBy(this.#plan, id)) limit(of, before)
    }
  }
}
