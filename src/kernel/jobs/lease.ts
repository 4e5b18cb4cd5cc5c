import { json, sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import { instantAfter } from './instants.ts'
import type { Job, JobProblem, JobRow } from './job-row.ts'
import { jobColumns, jobOf } from './job-row.ts'
import { jobKeptHours } from './jobs.ts'

const keptMilliseconds = jobKeptHours * 3_600_000

/** A worker's hold on a job: the attempt it began. Another attempt is somebody else's. */
export type Lease = Pick<Job, 'id' | 'attempt'>

/** When, and until when a worker that says nothing more counts as alive. */
export interface LeaseTime {
  readonly now: string
  readonly leaseMilliseconds: number
}

/** Takes the job that has waited longest and leases it; undefined when none waits. */
export async function claimJob(
  store: Queryable,
  kinds: readonly string[],
  { now, leaseMilliseconds }: LeaseTime,
): Promise<Job | undefined> {
  const until = instantAfter(now, leaseMilliseconds)
  const [row] = await store.query<JobRow>(sql`
    update job set status = 'running', attempt = attempt + 1, leased_until = ${until},
      started_at = coalesce(started_at, ${now}), progress_done = null, progress_total = null
    where id = (
      select id from job where status = 'waiting' and kind = any (${kinds}::text[])
      order by created_at, id limit 1 for update skip locked)
    returning ${jobColumns}`)
  return row && jobOf(row)
}

/** Says that the worker is alive and how far it is; false when the job is no longer its own. */
export async function beatJob(
  store: Queryable,
  { id, attempt }: Lease,
  { now, leaseMilliseconds }: LeaseTime,
  progress?: Job['progress'],
): Promise<boolean> {
  const rows = await store.query(sql`
    update job set leased_until = ${instantAfter(now, leaseMilliseconds)},
      progress_done = coalesce(${progress?.done ?? null}::double precision, progress_done),
      progress_total = coalesce(${progress?.total ?? null}::double precision, progress_total)
    where id = ${id} and attempt = ${attempt}::integer and status = 'running' returning id`)
  return rows.length === 1
}

/** Stores the result, once: false, and nothing stored, when the job is no longer the worker's. */
export async function finishJob(
  store: Queryable,
  { id, attempt }: Lease,
  result: unknown,
  now: string,
  progress?: Job['progress'],
): Promise<boolean> {
  const rows = await store.query(sql`
    update job set status = 'done', leased_until = null, result = ${json(result)},
      progress_done = coalesce(${progress?.done ?? null}::double precision, progress_total),
      progress_total = coalesce(${progress?.total ?? null}::double precision, progress_total),
      ended_at = ${now},
      kept_until = ${instantAfter(now, keptMilliseconds)}
    where id = ${id} and attempt = ${attempt}::integer and status = 'running' returning id`)
  return rows.length === 1
}

/** Ends a job for a reason that trying again would not change. */
export async function failJob(
  store: Queryable,
  { id, attempt }: Lease,
  problem: JobProblem,
  now: string,
): Promise<boolean> {
  const rows = await store.query(sql`
    update job set status = 'failed', leased_until = null, problem = ${json(problem)},
      ended_at = ${now}, kept_until = ${instantAfter(now, keptMilliseconds)}
    where id = ${id} and attempt = ${attempt}::integer and status = 'running' returning id`)
  return rows.length === 1
}

/** Puts a job back in line. `free`: it was given up unharmed and may be tried once more for that. */
export async function releaseJob(
  store: Queryable,
  { id, attempt }: Lease,
  free: boolean,
): Promise<boolean> {
  const rows = await store.query(sql`
    update job set status = 'waiting', leased_until = null,
      attempts_max = attempts_max + ${free ? 1 : 0}::integer
    where id = ${id} and attempt = ${attempt}::integer and status = 'running' returning id`)
  return rows.length === 1
}

const lost: JobProblem = {
  code: 'job.lost',
  message: 'the worker stopped in the middle, every time it was tried; start the job again',
}

/**
 * Puts jobs whose worker has said nothing for the length of its lease back in line, fails those
 * that have no attempt left, and deletes what has been kept long enough.
 */
export async function sweepJobs(store: Queryable, now: string): Promise<void> {
  await store.query(sql`
    update job set leased_until = null,
      status = case when attempt < attempts_max then 'waiting' else 'failed' end,
      problem = case when attempt < attempts_max then null else ${json(lost)} end,
      ended_at = case when attempt < attempts_max then null else ${now}::timestamptz end,
      kept_until = case when attempt < attempts_max then kept_until
        else ${instantAfter(now, keptMilliseconds)}::timestamptz end
    where status = 'running' and leased_until <= ${now}`)
  await store.query(sql`delete from job where kept_until <= ${now} and status <> 'running'`)
}
