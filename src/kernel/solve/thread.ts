import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Why a question stays unproved. */
export type UnprovedReason = 'timeLimit' | 'memoryLimit' | 'incomplete' | 'canceled' | 'fault'

/** The solver was stopped before it answered. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly reason: UnprovedReason
  constructor(reason: UnprovedReason, message: string) {
    super(message)
    this.reason = reason
  }
}

interface Waiting {
  readonly id: number
  readonly resolve: (answer: string) => void
  readonly reject: (error: Error) => void
}

/** Beyond the solver's own limit a thread gets this long to answer, then it is ended. */
const graceMilliseconds = 400
const memoryMegabytes = 1500

/** What runs in a thread: plain JavaScript that answers texts, and the library it loads. */
export interface ThreadProgram {
  readonly name: string
  readonly source: string
  readonly library: string
}

/**
 * A solver in a thread of its own: one text at a time, and an end to every one of them. A thread
 * that does not answer in time is ended and the next text starts a new one, so that no question,
 * however hard, holds up the program. What the thread knew is lost with it: see `generation`.
 */
export class SolverThread {
  readonly #program: ThreadProgram
  #worker: Promise<Worker> | undefined
  #waiting: Waiting | undefined
  #isBusy = false
  #next = 0
  #generation = 0
  #version = ''

  constructor(program: ThreadProgram) {
    this.#program = program
  }

  /** Counts the threads: a session that was begun in another one must begin again. */
  get generation(): number {
    return this.#generation
  }

  /** Such as "z3 5.1.0"; empty before the first text. */
  get version(): string {
    return this.#version
  }

  /** Starts the thread, if none runs: a quarter of a second the first time. */
  async start(): Promise<void> {
    await this.#started()
  }

  /**
   * The solver's answer to a text. Throws Stopped when it takes longer than the limit, when
   * the signal says so, or when the solver fails; the thread is ended then.
   */
  async evaluate(text: string, limitMilliseconds: number, signal?: AbortSignal): Promise<string> {
    if (this.#isBusy) throw new Error('one text at a time: the last one is not answered yet')
    this.#isBusy = true
    try {
      return await this.#evaluate(text, limitMilliseconds, signal)
    } finally {
      this.#isBusy = false
    }
  }

  async #evaluate(text: string, limit: number, signal: AbortSignal | undefined): Promise<string> {
    const worker = await this.#started()
    if (signal?.aborted === true) throw new Stopped('canceled', 'canceled before it began')
    const id = ++this.#next
    const answered = new Promise<string>((resolve, reject) => {
      this.#waiting = { id, resolve, reject }
    })
    const stop = (reason: UnprovedReason, why: string) => () => this.#stop(new Stopped(reason, why))
    const late = stop('timeLimit', `no answer within ${Math.round(limit / 100) / 10} seconds`)
    const timer = setTimeout(late, limit + graceMilliseconds)
    const onAbort = stop('canceled', 'canceled while it ran')
    signal?.addEventListener('abort', onAbort)
    try {
      worker.postMessage({ id, text })
      return await answered
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Ends the thread. The next text would start another. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#generation++
    // One that never started has nothing to end.
    const started = await worker?.catch(() => undefined)
    await started?.terminate()
  }

  #stop(error: Stopped): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    void this.close()
    waiting?.reject(error)
  }

  #started(): Promise<Worker> {
    this.#worker ??= this.#start().catch((error: unknown) => {
      this.#worker = undefined
      throw error
    })
    return this.#worker
  }

  async #start(): Promise<Worker> {
    const { name, source } = this.#program
    const library = createRequire(import.meta.url).resolve(this.#program.library)
    const worker = new Worker(source, {
      eval: true,
      workerData: { library, memoryMegabytes },
      // The options of the process (loaders, checks) are about sources: there are none here.
      execArgv: [],
    })
    const generation = this.#generation
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (message.version !== undefined) {
          this.#version = `${name} ${message.version}`
          resolve()
        } else if (message.id === undefined) {
          reject(new Stopped('fault', `${name} does not start: ${message.fault ?? ''}`))
        } else if (message.id === this.#waiting?.id) this.#answer(message)
      })
      worker.on('error', (error: Error) => {
        const fault = new Stopped('fault', `the solver failed: ${error.message}`)
        reject(fault)
        if (generation === this.#generation) this.#stop(fault)
      })
    })
    // A solver that has nothing to do keeps no process alive.
    worker.unref()
    return worker
  }

  #answer({ answer, fault }: Message): void {
    if (answer === undefined) {
      this.#stop(new Stopped('fault', `the solver failed: ${fault ?? 'no reason given'}`))
      return
    }
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(answer)
  }
}

interface Message {
  readonly id?: number
  readonly answer?: string
  readonly fault?: string
  readonly version?: string
}
