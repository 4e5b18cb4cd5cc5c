import { z } from 'zod'
import { SolverThread } from './thread.ts'
import type { Limits } from './session.ts'

/** A least cost found, and how far below it nothing can lie. */
export interface Minimum {
  readonly status: 'optimal' | 'infeasible' | 'timeLimit' | 'other'
  readonly objective: number
  /** No solution costs less than this. */
  readonly bound: number
  readonly values: ReadonlyMap<string, number>
}

const answer = z.object({
  status: z.enum(['optimal', 'infeasible', 'timeLimit', 'other']),
  objective: z.number(),
  bound: z.number(),
  values: z.record(z.string(), z.number()),
})

/** HiGHS in a thread: linear programs over whole numbers, as CPLEX LP text. */
export class Highs {
  readonly #thread = new SolverThread({ name: 'HiGHS', source: program, library: 'highs' })

  get version(): string {
    return this.#thread.version
  }

  async start(): Promise<void> {
    await this.#thread.start()
  }

  /** The least value of the objective of an LP text. Throws Stopped when it is ended. */
  async minimize(text: string, { milliseconds, signal }: Limits): Promise<Minimum> {
    const request = JSON.stringify({ text, seconds: milliseconds / 1000 })
    const found = answer.parse(
      JSON.parse(await this.#thread.evaluate(request, milliseconds, signal)),
    )
    return { ...found, values: new Map(Object.entries(found.values)) }
  }

  async close(): Promise<void> {
    await this.#thread.close()
  }
}

const program = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const load = require(workerData.library)
const solved = (highs, { text, seconds }) =>
  highs.withModel({ format: 'lp', data: text }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 })
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    const word =
      status === modelStatus.optimal ? 'optimal'
      : status === modelStatus.infeasible ? 'infeasible'
      : status === modelStatus.timeLimit ? 'timeLimit'
      : 'other'
    const finite = (number) => (Number.isFinite(number) ? number : 0)
    const { colValue = [] } = word === 'infeasible' ? {} : model.getSolution()
    const values = {}
    colValue.forEach((value, column) => { values[model.getColName(column)] = finite(value) })
    return {
      status: word,
      objective: finite(model.getObjectiveValue()),
      bound: finite(model.info.get('mip_dual_bound')),
      values,
    }
  })
const start = async () => {
  const highs = await (load.default || load)()
  parentPort.on('message', ({ id, text }) => {
    try {
      parentPort.postMessage({ id, answer: JSON.stringify(solved(highs, JSON.parse(text))) })
    } catch (error) {
      parentPort.postMessage({ id, fault: String(error && error.message) })
    }
  })
  parentPort.postMessage({ version: highs.version.string })
}
start().catch((error) => parentPort.postMessage({ fault: String(error && error.message) }))
`
