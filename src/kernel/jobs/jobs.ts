import type { Refusal } from '../errors.ts'
import { refuse } from '../errors.ts'
import { sha256Hex } from '../rules/canonical.ts'
import { json, sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import { instantAfter } from './instants.ts'
import type { Job, JobRow } from './job-row.ts'
import { jobColumns, jobOf } from './job-row.ts'

/** A job that has ended, and one that nobody ever took, are kept so long. */
export const jobKeptHours = 24

/** More jobs than this may not wait at one time: who asks then is asked to come back. */
const waitingMax = 100
const hour = 3_600_000

/** Work to be done: whoever holds the secret may see it, and cancel it. */
export interface JobOrder {
  readonly id: string
  readonly kind: string
  readonly secret: string
  readonly input: unknown
  readonly attemptsMax: number
  readonly now: string
}

/** Puts a job in line; `job.too-many` when the line is too long. */
export async function enqueueJob(
  store: Queryable,
  order: JobOrder,
): Promise<{ ok: true } | Refusal> {
  const { id, kind, secret, input, attemptsMax, now } = order
  const keptUntil = instantAfter(now, jobKeptHours * hour)
  const rows = await store.query(sql`
    insert into job (id, kind, holder_sha256, input, status, attempts_max, created_at, kept_until)
    select ${id}, ${kind}, ${sha256Hex(secret)}, ${json(input)}, 'waiting',
      ${attemptsMax}::integer, ${now}::timestamptz, ${keptUntil}::timestamptz
    where (select count(*) from job where status = 'waiting') < ${waitingMax}::integer
    returning id`)
  if (rows.length === 1) return { ok: true }
  return refuse('job.too-many', `${waitingMax} jobs are waiting already; try again in a while`)
}

interface Asked {
  readonly id: string
  readonly secret: string
  readonly now: string
}

/** The job that a secret opens; others learn not even that it exists. */
export async function findJob(
  store: Queryable,
  { id, secret, now }: Asked,
): Promise<{ ok: true; job: Job } | Refusal> {
  const [row] = await store.query<JobRow>(sql`select ${jobColumns} from job
    where id = ${id} and holder_sha256 = ${sha256Hex(secret)} and kept_until > ${now}`)
  if (row) return { ok: true, job: jobOf(row) }
  const message = `this key opens no job ${id}: jobs are kept for ${jobKeptHours} hours after they end`
  return refuse('job.not-found', message, { field: 'id' })
}

/** Ends a job before it is done. A worker that runs it learns so at its next beat. */
export async function cancelJob(
  store: Queryable,
  asked: Asked,
): Promise<{ ok: true; job: Job } | Refusal> {
  const { id, secret, now } = asked
  const [row] = await store.query<JobRow>(sql`
    update job set status = 'cancelled', leased_until = null, ended_at = ${now},
      kept_until = ${instantAfter(now, jobKeptHours * hour)}
    where id = ${id} and holder_sha256 = ${sha256Hex(secret)} and status in ('waiting', 'running')
    returning ${jobColumns}`)
  if (row) return { ok: true, job: jobOf(row) }
  const found = await findJob(store, asked)
  if (!found.ok || found.job.status === 'cancelled') return found
  return refuse('job.ended', `job ${id} is ${found.job.status}: there is nothing to cancel`)
}
