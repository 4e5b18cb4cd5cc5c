import type { JobWorker } from '#kernel'
import { startJobWorker } from '#kernel'
import type { Context } from '../context.ts'
import { deploymentOf } from '../context.ts'
import { jobHandlers } from '../jobs/handlers.ts'

/** Works on the jobs of an installation until it is stopped; `log` is told of faults. */
export function startJobs(context: Context, log: (entry: object) => void): JobWorker {
  const { clock } = context
  return startJobWorker({
    store: deploymentOf(context).store,
    handlers: jobHandlers(context),
    clock,
    onFault: (error, job) => {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log({ time: clock(), ...(job ? { job: job.id, attempt: job.attempt } : {}), fault })
    },
  })
}
