import { afterEach, describe, expect, test } from 'vitest'
import { startJobs } from '../app/serving/jobs.ts'
import { databases, useDatabase } from '../testing/database.ts'
import { installation } from '../testing/installation.ts'
import { lakeAnalysis } from '../testing/lake-analysis.ts'
import { lakeProgram } from '../testing/lake-program.ts'

const whatIf = '/api/programs/lake/what-if'
const asked = {
  reform: { mode: 'proposal:marsh', parameters: { marshLimit: 5 } },
  population: { rows: 12_000, seed: 7 },
}

describe('what-if', () => {
  const { ask } = installation([lakeAnalysis, { ...lakeProgram, id: 'river' }], undefined as never)

  test('compares a reform with the law and says on what, under what and as of when', async () => {
    const { status, body } = await ask(whatIf, { body: asked })
    expect(status).toBe(200)
    expect(body['statement']).toMatch(
      /^On this generated population of 12,000 cases \(seed 7\): \d[\d,]* \(\d[\d.]*%\) come out otherwise under the proposal "marsh" with marshLimit = 5, as of 2026-11-23 than under the text as it stands, as of 2026-11-23\.$/,
    )
    const comparison = body['comparison'] as {
      cells: { rows: number; changedRows: number }[]
      changedRows: number
    }
    const total = (of: 'rows' | 'changedRows') =>
      comparison.cells.reduce((sum, cell) => sum + cell[of], 0)
    expect(total('rows')).toBe(12_000)
    expect(total('changedRows')).toBe(comparison.changedRows)
    expect(comparison.changedRows).toBeGreaterThan(0)
    expect(await ask(whatIf, { body: asked })).toMatchObject({ body })
  })

  test.each([
    ['an unknown mode', { reform: { mode: 'proposal:sea' } }, 'rules.unknown-mode'],
    [
      'an unknown parameter',
      { reform: { mode: 'text', parameters: { seaLimit: 1 } } },
      'input.unknown-parameter',
    ],
    [
      'a parameter out of bounds, on the other side',
      { baseline: { mode: 'text', parameters: { marshLimit: -1 } }, reform: { mode: 'text' } },
      'input.out-of-bounds',
    ],
    [
      'more rows than one request compares',
      { ...asked, population: { rows: 20_001 } },
      'input.wrong-type',
    ],
  ])('refuses %s', async (_, body, code) => {
    expect(await ask(whatIf, { body })).toMatchObject({ status: 400, body: { code } })
  })

  test('refuses a program without a generator, and says what to do', async () => {
    const { status, body } = await ask('/api/programs/river/what-if', { body: asked })
    expect({ status, code: body['code'] }).toEqual({ status: 400, code: 'input.missing' })
    expect(body['detail']).toMatch(/over a file of cases/)
  })
})

describe.each(databases)('jobs on $kind', (database) => {
  const store = useDatabase(database)
  const workers: { stop: () => Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  })
  const start = async (body: object = asked) => {
    const installed = installation([lakeAnalysis], store())
    const { status, body: answer } = await installed.ask(`${whatIf}/jobs`, { body })
    expect(status).toBe(201)
    const { job, jobKey } = answer as { job: { id: string; status: string }; jobKey: string }
    return { ...installed, id: job.id, key: jobKey, job }
  }

  test('a comparison as a job has the result of the same comparison at once', async () => {
    const { ask, context, id, key, job } = await start()
    expect(job).toMatchObject({ status: 'waiting', kind: 'what-if' })
    workers.push(startJobs(context, () => undefined))
    const read = () => ask(`/api/jobs/${id}`, { key })
    await expect.poll(async () => (await read()).body['status'], { timeout: 20_000 }).toBe('done')
    const { body } = await read()
    expect(body).toMatchObject({ progress: { done: 12_000, total: 12_000 } })
    const atOnce = await ask(whatIf, { body: asked })
    expect(body['result']).toEqual(atOnce.body)
  })

  test('only its key opens a job', async () => {
    const { ask, id } = await start()
    const path = `/api/jobs/${id}`
    expect(await ask(path)).toMatchObject({ status: 401, body: { code: 'access.unauthenticated' } })
    const stranger = { key: `prvj_${'0'.repeat(64)}` }
    const gone = { status: 404, body: { code: 'job.not-found' } }
    expect(await ask(path, stranger)).toMatchObject(gone)
    expect(await ask(`${path}/cancel`, { ...stranger, method: 'POST' })).toMatchObject(gone)
  })

  test('cancelling ends it, and a second time changes nothing', async () => {
    const { ask, id, key } = await start({
      ...asked,
      population: { rows: 10_000_000, seed: 1 },
    })
    const cancel = () => ask(`/api/jobs/${id}/cancel`, { key, method: 'POST' })
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  })

  test('what is wrong is refused before anything is put in line', async () => {
    const { ask } = installation([lakeAnalysis], store())
    const body = { reform: { mode: 'proposal:sea' } }
    const answer = await ask(`${whatIf}/jobs`, { body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'rules.unknown-mode' } })
  })
})
