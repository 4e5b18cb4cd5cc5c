import { sql } from '../store/sql.ts'

/** What went wrong with a job that failed. */
export interface JobProblem {
  readonly code: string
  readonly message: string
  readonly field?: string
}

/** One piece of long work, as whoever started it may see it. */
export interface Job {
  readonly id: string
  readonly kind: string
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** How often it was begun. */
  readonly attempt: number
  readonly attemptsMax: number
  readonly input: unknown
  /** How much is done of how much; absent until the first attempt has said so. */
  readonly progress?: { readonly done: number; readonly total: number }
  readonly result?: unknown
  readonly problem?: JobProblem
  readonly createdAt: string
  readonly startedAt?: string
  readonly endedAt?: string
  /** From then on the job and its result are gone. */
  readonly keptUntil: string
}

/** A row of the table: what is absent of a job is null. */
export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly status: Job['status']
  readonly attempt: number
  readonly attemptsMax: number
  readonly input: unknown
  readonly done: number | null
  readonly total: number | null
  readonly result: unknown
  readonly problem: JobProblem | null
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly keptUntil: string
}

export const jobColumns = sql`id, kind, status, attempt, attempts_max as "attemptsMax", input,
  progress_done as done, progress_total as total, result, problem, created_at as "createdAt",
  started_at as "startedAt", ended_at as "endedAt", kept_until as "keptUntil"`

/** A row as a job. */
export function jobOf(row: JobRow): Job {
  const { done, total, result, problem, startedAt, endedAt, ...rest } = row
  return {
    ...rest,
    ...(done === null || total === null ? {} : { progress: { done, total } }),
    ...(result === null ? {} : { result }),
    ...(problem === null ? {} : { problem }),
    ...(startedAt === null ? {} : { startedAt }),
    ...(endedAt === null ? {} : { endedAt }),
  }
}
