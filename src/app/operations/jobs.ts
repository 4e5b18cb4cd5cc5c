import { cancelJob, enqueueJob, findJob, jobKeptHours } from '#kernel'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { deploymentOf, today } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import { jobView, jobViewOf } from '../schemas/job.ts'
import { checkProof } from '../prove/check.ts'
import { whatIfJobInput } from '../schemas/what-if.ts'
import { proofInput } from './prove.ts'
import { readingsOf } from '../what-if/comparer.ts'
import { generatorOf } from '../what-if/generated.ts'

const jobId = z.string().min(1).max(100).meta({ description: 'Id of a job' })
const started = z.object({ job: jobView, jobKey: z.string() }).meta({ id: 'StartedJob' })
const attemptsMax = 3

/** Puts a job in line and gives the key that opens it. */
async function startJob(
  context: Context,
  kind: string,
  input: unknown,
): Promise<Outcome<z.input<typeof started>>> {
  const { store, random, wakeJobs } = deploymentOf(context)
  const id = `job-${random(8)}`
  const secret = `prvj_${random(32)}`
  const now = context.clock()
  const put = await enqueueJob(store, { id, kind, secret, input, attemptsMax, now })
  if (!put.ok) return put
  wakeJobs?.()
  const found = await findJob(store, { id, secret, now })
  return found.ok ? done({ job: jobViewOf(found.job), jobKey: secret }) : found
}

export const whatIfJobOperation = operation({
  name: 'what-if-job',
  title: 'Start a large what-if comparison',
  summary: `Starts the same comparison as what-if over up to ten million generated cases as a job, and gives the key that opens it. The result is kept for ${jobKeptHours} hours.`,
  access: 'public',
  effect: 'write',
  input: whatIfJobInput,
  output: started,
  example: {
    program: 'chip-exports',
    baseline: { mode: 'text' },
    reform: { mode: 'proposal:conditional-lpp', parameters: { restrictedLppLimit: 791_600 } },
    population: { rows: 1_000_000, seed: 1 },
  },
  run: async (context, stated) => {
    const program = findProgram(context.programs, stated.program)
    if (!program.ok) return program
    const generator = generatorOf(program.value)
    if (!generator.ok) return generator
    // The day is settled now: a job that runs after midnight is still about the day it was asked on.
    const [baseline, reform] = [stated.baseline, stated.reform].map((reading) => ({
      ...reading,
      asOf: reading.asOf ?? today(context),
    }))
    if (!baseline || !reform) throw new RangeError('a comparison takes two readings')
    const readings = readingsOf(context, program.value, { baseline, reform })
    if (!readings.ok) return readings
    return startJob(context, 'what-if', { ...stated, baseline, reform })
  },
})

export const proveJobOperation = operation({
  name: 'prove-job',
  title: 'Start a proof',
  summary: `Starts the same proof as prove as a job that may take as long as it takes, and gives the key that opens it. The result is kept for ${jobKeptHours} hours.`,
  access: 'public',
  effect: 'write',
  input: proofInput,
  output: started,
  example: { program: 'chip-exports', mode: 'text' },
  run: async (context, stated) => {
    const program = findProgram(context.programs, stated.program)
    if (!program.ok) return program
    const { against } = stated
    // As with comparisons, the day is settled when the job is started.
    const asOf = stated.asOf ?? today(context)
    const asked = { ...stated, asOf, ...(against ? { against: { asOf, ...against } } : {}) }
    const checked = checkProof(program.value, { ...asked, asOf })
    return checked.ok ? startJob(context, 'prove', asked) : checked
  },
})

/** The store and what opens a job in it; refused when no key was sent. */
function asked(context: Context, id: string) {
  const { store } = deploymentOf(context)
  const secret = context.caller?.caseKey
  if (secret !== undefined) return done({ store, job: { id, secret, now: context.clock() } })
  const message = 'send the key of the job: Authorization: Bearer KEY'
  return refused('access.unauthenticated', message, { field: 'authorization' })
}

export const readJobOperation = operation({
  name: 'job-read',
  title: 'Read a job',
  summary: 'Gives how far a job is and, once it is done, its result, to whoever started it.',
  access: 'job',
  effect: 'none',
  input: z.strictObject({ id: jobId }),
  output: jobView,
  example: { id: 'job-0123456789abcdef' },
  run: async (context, { id }) => {
    const admitted = asked(context, id)
    if (!admitted.ok) return admitted
    const found = await findJob(admitted.value.store, admitted.value.job)
    return found.ok ? done(jobViewOf(found.job)) : found
  },
})

export const cancelJobOperation = operation({
  name: 'job-cancel',
  title: 'Cancel a job',
  summary: 'Ends a job that is not done yet, for whoever started it.',
  access: 'job',
  effect: 'write',
  input: z.strictObject({ id: jobId }),
  output: jobView,
  example: { id: 'job-0123456789abcdef' },
  run: async (context, { id }) => {
    const admitted = asked(context, id)
    if (!admitted.ok) return admitted
    const cancelled = await cancelJob(admitted.value.store, admitted.value.job)
    return cancelled.ok ? done(jobViewOf(cancelled.job)) : cancelled
  },
})
