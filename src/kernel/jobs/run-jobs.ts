import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import type { Job, JobProblem } from './job-row.ts'
import { beatJob, claimJob, failJob, finishJob, releaseJob, sweepJobs } from './lease.ts'

/** What a handler of jobs has besides its input. */
export interface JobReport {
  /** Aborted when the job was cancelled, was given to another worker, or the worker is to end. */
  readonly signal: AbortSignal
  /**
   * Says how much is done, and lets the process do other things. Rejects with the signal's reason
   * once the job is to stop: a handler that awaits this often stops soon.
   */
  readonly progress: (done: number, total: number) => Promise<void>
}

/** Does the work of one kind of job. A refusal ends it; a fault has it tried again. */
export type JobHandler = (
  input: unknown,
  report: JobReport,
) => Promise<{ readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & JobProblem)>

export interface JobWorker {
  /** Looks for work at once instead of at the next poll. */
  wake(): void
  /** Puts what is under way back in line and ends. */
  stop(): Promise<void>
}

interface WorkerOptions {
  readonly store: Store
  readonly handlers: Readonly<Record<string, JobHandler>>
  /** The present instant, ISO 8601 in UTC; servers that share a database need clocks that agree. */
  readonly clock: () => string
  /** Told of faults, with the job where there is one; the worker goes on. */
  readonly onFault: (error: unknown, job?: Job) => void
  readonly leaseMilliseconds?: number
  readonly beatMilliseconds?: number
  readonly pollMilliseconds?: number
}

/** Does jobs one after the other until it is stopped. Any number of workers may share a database. */
export function startJobWorker(options: WorkerOptions): JobWorker {
  const worker = new Worker(options)
  const ended = worker.run()
  return {
    wake: () => worker.wake(),
    stop: () => {
      worker.end()
      return ended
    },
  }
}

const stopping = 'the worker is stopping'
const taken = 'the job was cancelled or given to another worker'

class Worker {
  readonly #options: Required<WorkerOptions>
  readonly #ending = new AbortController()
  #idle = new AbortController()

  constructor(options: WorkerOptions) {
    const times = { leaseMilliseconds: 30_000, beatMilliseconds: 1000, pollMilliseconds: 1000 }
    this.#options = { ...times, ...options }
  }

  wake(): void {
    this.#idle.abort()
  }

  end(): void {
    this.#ending.abort(stopping)
    this.wake()
  }

  async run(): Promise<void> {
    const { store, clock, handlers, leaseMilliseconds, pollMilliseconds, onFault } = this.#options
    const kinds = Object.keys(handlers)
    while (!this.#ending.signal.aborted) {
      this.#idle = new AbortController()
      try {
        await sweepJobs(store, clock())
        const job = await claimJob(store, kinds, { now: clock(), leaseMilliseconds })
        if (job) {
          await this.#work(job)
          continue
        }
      } catch (error) {
        // Such as a database that is away for a moment: looked at again at the next poll.
        onFault(error)
      }
      await sleep(pollMilliseconds, undefined, { signal: this.#idle.signal }).catch(() => undefined)
    }
  }

  async #work(job: Job): Promise<void> {
    const { store, clock, handlers } = this.#options
    const own = new AbortController()
    const signal = AbortSignal.any([own.signal, this.#ending.signal])
    let progress: Job['progress']
    const report: JobReport = {
      signal,
      progress: async (done, total) => {
        progress = { done, total }
        await setImmediate()
        signal.throwIfAborted()
      },
    }
    const beating = this.#beat(job, own, () => progress)
    try {
      const outcome = await handlers[job.kind]?.(job.input, report)
      if (outcome?.ok) await finishJob(store, job, outcome.value, clock(), progress)
      else if (outcome) await failJob(store, job, problemOf(outcome), clock())
    } catch (error) {
      await this.#gaveUp(job, signal, error)
    } finally {
      clearInterval(beating)
    }
  }

  #beat(job: Job, own: AbortController, progress: () => Job['progress']): NodeJS.Timeout {
    const { store, clock, leaseMilliseconds, beatMilliseconds } = this.#options
    return setInterval(() => {
      beatJob(store, job, { now: clock(), leaseMilliseconds }, progress()).then(
        (isOwn) => isOwn || own.abort(taken),
        // Without the database the lease runs out, and with it the right to this job.
        (error: unknown) => own.abort(error),
      )
    }, beatMilliseconds)
  }

  async #gaveUp(job: Job, signal: AbortSignal, error: unknown): Promise<void> {
    const { store, clock, onFault } = this.#options
    if (signal.aborted && signal.reason === taken) return
    if (signal.aborted && signal.reason === stopping) {
      await releaseJob(store, job, true)
      return
    }
    onFault(error, job)
    if (job.attempt < job.attemptsMax) await releaseJob(store, job, false)
    else await failJob(store, job, fault, clock())
  }
}

const fault = {
  code: 'service.fault',
  message: 'something failed inside, every time it was tried',
} as const

const problemOf = ({ code, message, field }: JobProblem): JobProblem => ({
  code,
  message,
  ...(field === undefined ? {} : { field }),
})
