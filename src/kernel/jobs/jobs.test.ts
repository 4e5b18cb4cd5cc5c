import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { databases, freshServerUrl, useDatabase } from '../../testing/database.ts'
import { stillClock } from '../../testing/installation.ts'
import { openStore } from '../store/open.ts'
import { sql } from '../store/sql.ts'
import type { Job } from './job-row.ts'
import { cancelJob, enqueueJob, findJob, jobKeptHours } from './jobs.ts'
import { beatJob, claimJob, failJob, finishJob, sweepJobs } from './lease.ts'
import type { JobHandler, JobWorker } from './run-jobs.ts'
import { startJobWorker } from './run-jobs.ts'

const start = '2026-11-23T12:00:00.000Z'
const secret = 'k'.repeat(40)
const order = { id: 'job-1', kind: 'count', secret, input: { to: 3 }, attemptsMax: 2, now: start }
const kinds = ['count']
const lease = { now: start, leaseMilliseconds: 30_000 }
const later = '2026-11-23T12:00:30.000Z'

describe.each(databases)('jobs on $kind', (database) => {
  const store = useDatabase(database)
  const find = async (id = 'job-1', now = start): Promise<Job> => {
    const found = await findJob(store(), { id, secret, now })
    if (!found.ok) throw new Error(found.message)
    return found.job
  }
  const claim = async (): Promise<Job> => {
    const job = await claimJob(store(), kinds, lease)
    if (!job) throw new Error('no job waits')
    return job
  }

  test('a job waits, is taken once, says how far it is, and keeps its result', async () => {
    expect(await enqueueJob(store(), order)).toEqual({ ok: true })
    expect(await find()).toEqual({
      id: 'job-1',
      kind: 'count',
      status: 'waiting',
      attempt: 0,
      attemptsMax: 2,
      input: { to: 3 },
      createdAt: start,
      keptUntil: '2026-11-24T12:00:00.000Z',
    })
    expect(await claimJob(store(), ['other'], lease)).toBeUndefined()
    const job = await claim()
    expect(await claimJob(store(), kinds, lease)).toBeUndefined()
    expect(await beatJob(store(), job, lease, { done: 1, total: 3 })).toBe(true)
    expect(await find()).toMatchObject({ status: 'running', progress: { done: 1, total: 3 } })
    expect(await finishJob(store(), job, { counted: 3 }, later)).toBe(true)
    expect(await find()).toMatchObject({
      status: 'done',
      result: { counted: 3 },
      progress: { done: 3, total: 3 },
      endedAt: later,
    })
  })

  test('only its secret opens it, and only for as long as it is kept', async () => {
    await enqueueJob(store(), order)
    const gone = { ok: false, code: 'job.not-found' }
    const stranger = { id: 'job-1', secret: 'x'.repeat(40), now: start }
    expect(await findJob(store(), stranger)).toMatchObject(gone)
    expect(await cancelJob(store(), stranger)).toMatchObject(gone)
    await finishJob(store(), await claim(), 1, later)
    const { keptUntil } = await find()
    expect(Date.parse(keptUntil) - Date.parse(later)).toBe(jobKeptHours * 3_600_000)
    expect(await findJob(store(), { id: 'job-1', secret, now: keptUntil })).toMatchObject(gone)
    await sweepJobs(store(), keptUntil)
    expect(await store().query(sql`select id from job`)).toEqual([])
  })

  test('a job whose worker fell silent is begun again, and the first worker stores nothing', async () => {
    await enqueueJob(store(), order)
    const dead = await claim()
    await sweepJobs(store(), '2026-11-23T12:00:29.999Z')
    expect(await find()).toMatchObject({ status: 'running' })
    await sweepJobs(store(), later)
    expect(await find()).toMatchObject({ status: 'waiting' })
    const next = await claim()
    expect(next.attempt).toBe(2)
    // Taken for dead, but alive: whatever it still says comes too late.
    expect(await beatJob(store(), dead, lease)).toBe(false)
    expect(await finishJob(store(), dead, 'of the first', later)).toBe(false)
    expect(await failJob(store(), dead, { code: 'job.lost', message: 'x' }, later)).toBe(false)
    expect(await finishJob(store(), next, 'of the second', later)).toBe(true)
    expect(await finishJob(store(), next, 'twice', later)).toBe(false)
    expect(await find()).toMatchObject({ status: 'done', result: 'of the second' })
  })

  test('a job whose workers all fell silent fails, and says so', async () => {
    await enqueueJob(store(), order)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await claim()
      await sweepJobs(store(), later)
    }
    const job = await find()
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'job.lost' }, endedAt: later })
  })

  test('a cancelled job is not taken, and one under way is no longer its worker’s', async () => {
    await enqueueJob(store(), order)
    const cancelled = await cancelJob(store(), { id: 'job-1', secret, now: start })
    expect(cancelled).toMatchObject({ ok: true, job: { status: 'cancelled', endedAt: start } })
    expect(await claimJob(store(), kinds, lease)).toBeUndefined()
    await enqueueJob(store(), { ...order, id: 'job-2' })
    const running = await claim()
    await cancelJob(store(), { id: 'job-2', secret, now: start })
    expect(await beatJob(store(), running, lease)).toBe(false)
    expect(await finishJob(store(), running, 1, later)).toBe(false)
    const again = await cancelJob(store(), { id: 'job-2', secret, now: later })
    expect(again).toMatchObject({ ok: true, job: { status: 'cancelled', endedAt: start } })
  })

  test('what has ended cannot be cancelled', async () => {
    await enqueueJob(store(), order)
    await finishJob(store(), await claim(), 1, later)
    expect(await cancelJob(store(), { id: 'job-1', secret, now: later })).toMatchObject({
      ok: false,
      code: 'job.ended',
      message: 'job job-1 is done: there is nothing to cancel',
    })
  })

  test('a line that is too long takes no more', async () => {
    const all = Array.from({ length: 101 }, (_, index) => ({ ...order, id: `job-${index}` }))
    const results = []
    for (const one of all) results.push(await enqueueJob(store(), one))
    expect(results.filter(({ ok }) => ok)).toHaveLength(100)
    expect(results.at(-1)).toMatchObject({ ok: false, code: 'job.too-many' })
  })

  const running: JobWorker[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((worker) => worker.stop()))
  })
  const work = (count: JobHandler, clock = stillClock(start).now) => {
    const faults: unknown[] = []
    const worker = startJobWorker({
      store: store(),
      handlers: { count },
      clock,
      onFault: (error) => faults.push(error),
      beatMilliseconds: 10,
      pollMilliseconds: 10,
    })
    running.push(worker)
    return { worker, faults }
  }
  const ended = (id = 'job-1') =>
    expect
      .poll(async () => (await find(id)).status, { timeout: 10_000 })
      .not.toMatch(/waiting|running/)

  test('workers share the line: each job is done once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `job-${index}`)
    for (const id of ids) await enqueueJob(store(), { ...order, id, input: { id } })
    const begun: string[] = []
    const once: JobHandler = async (input, { progress }) => {
      begun.push((input as { id: string }).id)
      await progress(1, 1)
      return { ok: true, value: input }
    }
    for (let each = 0; each < 3; each += 1) work(once)
    for (const id of ids) await ended(id)
    expect(begun.sort()).toEqual([...ids].sort())
    expect((await find('job-7')).result).toEqual({ id: 'job-7' })
  })

  test('a fault is tried again; after the last attempt the job has failed', async () => {
    await enqueueJob(store(), order)
    const { faults } = work(async () => {
      throw new Error('the disk is full')
    })
    await ended()
    expect(faults).toHaveLength(2)
    expect(await find()).toMatchObject({
      status: 'failed',
      attempt: 2,
      problem: { code: 'service.fault' },
    })
  })

  test('a fault that passes leaves a result', async () => {
    await enqueueJob(store(), order)
    let attempts = 0
    work(async () => {
      attempts += 1
      if (attempts === 1) throw new Error('not yet')
      return { ok: true, value: { attempts } }
    })
    await ended()
    expect(await find()).toMatchObject({ status: 'done', result: { attempts: 2 } })
  })

  test('a refusal ends the job at once with its reason', async () => {
    await enqueueJob(store(), order)
    const message = 'there is no parameter "x"'
    work(async () => ({ ok: false, code: 'input.unknown-parameter', message, field: 'x' }))
    await ended()
    const problem = { code: 'input.unknown-parameter', message, field: 'x' }
    expect(await find()).toMatchObject({ status: 'failed', attempt: 1, problem })
  })

  /** Goes on until it is told to stop, and tells how that came. */
  const endless = (stopped: (reason: unknown) => void): JobHandler => {
    return async (_input, { progress }) => {
      try {
        for (let done = 0; ; done += 1) {
          await new Promise((resolve) => setTimeout(resolve, 2))
          await progress(done, 1_000_000)
        }
      } catch (reason) {
        stopped(reason)
        throw reason
      }
    }
  }

  test('cancelling stops the handler', async () => {
    await enqueueJob(store(), order)
    let reason: unknown
    const { faults } = work(endless((told) => (reason = told)))
    await expect.poll(async () => (await find()).progress?.total).toBe(1_000_000)
    await cancelJob(store(), { id: 'job-1', secret, now: start })
    await expect.poll(() => reason).toMatch(/cancelled/)
    expect(await find()).toMatchObject({ status: 'cancelled' })
    expect(faults).toEqual([])
  })

  test('a worker that is stopped puts its job back in line unharmed', async () => {
    await enqueueJob(store(), { ...order, attemptsMax: 1 })
    const { worker } = work(endless(() => undefined))
    await expect.poll(async () => (await find()).status).toBe('running')
    await worker.stop()
    expect(await find()).toMatchObject({ status: 'waiting' })
    work(async () => ({ ok: true, value: 'done by another' }))
    await ended()
    expect((await find()).result).toBe('done by another')
  })
})

test('a worker that is killed loses its job to another, which ends it', async () => {
  const url = await freshServerUrl()
  const store = await openStore({ url })
  const clock = (): string => new Date().toISOString()
  const now = clock()
  const program = fileURLToPath(new URL('../../testing/job-worker.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program, url, '2000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await enqueueJob(store, { ...order, now })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect
      .poll(async () => {
        const found = await findJob(store, { id: 'job-1', secret, now: clock() })
        return found.ok && found.job.progress !== undefined
      })
      .toBe(true)
    child.kill('SIGKILL')
    const worker = startJobWorker({
      store,
      clock,
      onFault: (error) => {
        throw error
      },
      pollMilliseconds: 50,
      handlers: { count: async () => ({ ok: true, value: 'by the survivor' }) },
    })
    const find = async () => {
      const found = await findJob(store, { id: 'job-1', secret, now: clock() })
      return found.ok ? [found.job.status, found.job.attempt, found.job.result] : found.code
    }
    await expect.poll(find, { timeout: 20_000 }).toEqual(['done', 2, 'by the survivor'])
    await worker.stop()
  } finally {
    child.kill('SIGKILL')
    await store.close()
  }
}, 60_000)
