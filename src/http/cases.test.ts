import { describe, expect, it } from 'vitest'
import { verifyReceipt } from '../kernel/record/verify.ts'
import { verifierKeyOf } from '../kernel/record/note.ts'
import { databases, useDatabase } from '../testing/database.ts'
import type { Answered } from '../testing/installation.ts'
import { installation, testSigner } from '../testing/installation.ts'
import { mooringProgram } from '../testing/mooring-program.ts'

const facts = { ...mooringProgram.example, fleet: 3 }
const references = { owner: 'Ada Lake' }
const asOf = '2025-06-01'

describe.each(databases)('cases on $kind', (database) => {
  const store = useDatabase(database)
  const start = (more = {}) => {
    const { ask, ...rest } = installation([mooringProgram], store(), more)
    const open = async (content: object = { facts, references }) => {
      const { status, body } = await ask('/api/cases', { body: { program: 'lake', ...content } })
      expect(status).toBe(201)
      const { case: file, caseKey: key } = body as { case: { id: string }; caseKey: string }
      return { id: file.id, key, path: `/api/cases/${file.id}` }
    }
    return { ask, open, ...rest }
  }

  it('are kept, read back by their key alone, changed and decided', async () => {
    const { ask, open } = start()
    const { id, key, path } = await open({ facts: { zone: 'north' }, references })
    const read = await ask(path, { key })
    expect(read.body).toMatchObject({
      id,
      program: 'lake',
      status: 'draft',
      version: 2,
      facts: { zone: 'north' },
      references,
      reservations: [],
      history: [
        { type: 'created', actor: 'applicant' },
        { type: 'factsSaved', sequence: 2 },
      ],
    })
    const saved = await ask(`${path}/facts`, {
      method: 'PUT',
      key,
      body: { facts, references, expectedVersion: 2 },
    })
    expect(saved.body).toMatchObject({ version: 3, facts })
    const decided = await ask(`${path}/decide`, { key, body: { expectedVersion: 3, asOf } })
    expect(decided.status).toBe(200)
    expect(decided.body).toMatchObject({
      case: { status: 'decided', version: 4, outcome: 'allowed', recordIndex: 0 },
      determination: { asOf, outcome: { label: 'Allowed' } },
      reservations: [{ title: 'Moorings of an owner in 2025', amount: '3', unit: 'boats' }],
    })
    expect((await ask(path, { key })).body).toEqual(decided.body['case'])
  })

  it('stay closed without their key, with another key, and where there is none', async () => {
    const { ask, open } = start()
    const { path } = await open()
    const { key: other } = await open()
    expect(await ask(path)).toMatchObject({ status: 401, body: { code: 'access.unauthenticated' } })
    const wrong = await ask(path, { key: other })
    expect(wrong).toMatchObject({ status: 404, body: { code: 'case.not-found' } })
    const none = await ask('/api/cases/case-0', { key: other })
    expect(none.status).toBe(404)
    for (const [method, end, body] of [
      ['PUT', 'facts', { facts, references, expectedVersion: 2 }],
      ['POST', 'decide', { expectedVersion: 2 }],
    ] as const) {
      expect(await ask(`${path}/${end}`, { method, body, key: other })).toMatchObject({
        status: 404,
      })
    }
  })

  it('give a receipt that verifies offline, and hides whom it is about', async () => {
    const { ask, open } = start()
    const { key, path } = await open()
    const { body } = await ask(`${path}/decide`, { key, body: { expectedVersion: 2, asOf } })
    const verified = verifyReceipt(body['receipt'], { verifierKey: verifierKeyOf(testSigner) })
    expect(verified).toMatchObject({
      ok: true,
      leafIndex: 0,
      entry: { type: 'determination', program: 'lake', asOf, outcome: 'allowed' },
    })
    const text = JSON.stringify(body['receipt'])
    expect(text).not.toMatch(/Ada|Lake Act|north|fleet/)
  })

  it.each([
    ['an unknown program', { program: 'lak', facts, references }, 'input.unknown-program'],
    [
      'an unknown fact',
      { program: 'lake', facts: { lenght: 1 }, references },
      'input.unknown-fact',
    ],
    ['a wrong value', { program: 'lake', facts: { fleet: -1 }, references }, 'input.out-of-bounds'],
    [
      'an unknown reference',
      { program: 'lake', facts, references: { ower: 'x' } },
      'input.unknown-member',
    ],
    [
      'a reference that is no text',
      { program: 'lake', facts, references: { owner: 3 } },
      'input.wrong-type',
    ],
    ['nothing', {}, 'input.missing'],
  ])('are not opened with %s', async (_, body, code) => {
    const { ask } = start()
    const answered = await ask('/api/cases', { body })
    expect(answered.body).toMatchObject({ code })
    expect(answered.status).toBeGreaterThanOrEqual(400)
    expect((await ask('/api/record')).body).toMatchObject({ size: 0 })
  })

  it('lose no update: a stale version changes nothing', async () => {
    const { ask, open } = start()
    const { key, path } = await open()
    const body = { facts: { zone: 'south' }, references, expectedVersion: 1 }
    const stale = await ask(`${path}/facts`, { method: 'PUT', key, body })
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'case.version-conflict', field: 'expectedVersion', example: 2 },
    })
    const decide = await ask(`${path}/decide`, { key, body: { expectedVersion: 1 } })
    expect(decide).toMatchObject({ status: 409, body: { code: 'case.version-conflict' } })
    expect((await ask(path, { key })).body).toMatchObject({ version: 2, facts })
  })

  it('are not decided while facts are missing, and say which', async () => {
    const { ask, open } = start()
    const { key, path } = await open({ facts: { ...facts, length: undefined }, references })
    const answered = await ask(`${path}/decide`, { key, body: { expectedVersion: 2, asOf } })
    expect(answered).toMatchObject({
      status: 409,
      body: { code: 'case.not-decided', problems: [{ field: 'length', code: 'input.missing' }] },
    })
    expect((await ask(path, { key })).body).toMatchObject({ status: 'draft', version: 2 })
    expect((await ask('/api/ledger/accounts')).body).toEqual({ accounts: [] })
    expect((await ask('/api/record')).body).toMatchObject({ size: 0, checkpoint: null })
  })

  it('are decided under the law, not under proposals or assumptions of applicants', async () => {
    const { ask, open } = start()
    const { key, path } = await open()
    const decide = (body: object) =>
      ask(`${path}/decide`, { key, body: { expectedVersion: 2, ...body } })
    expect(await decide({ mode: 'proposal:marsh' })).toMatchObject({ status: 400 })
    expect(await decide({ parameters: { lengthLimit: 900 } })).toMatchObject({ status: 403 })
  })

  it('are decided once; the same idempotency key gives the first answer', async () => {
    const { ask, open } = start()
    const { key, path } = await open()
    const body = { expectedVersion: 2, asOf }
    const headers = { 'idempotency-key': 'order-17' }
    const first = await ask(`${path}/decide`, { key, body, headers })
    const again = await ask(`${path}/decide`, { key, body, headers })
    expect(again).toEqual({ ...first, headers: expect.anything() as unknown })
    const other = await ask(`${path}/decide`, { key, body: { ...body, expectedVersion: 3 } })
    expect(other).toMatchObject({ status: 409, body: { code: 'case.already-decided' } })
    const save = { facts, references, expectedVersion: 3 }
    expect(await ask(`${path}/facts`, { method: 'PUT', key, body: save })).toMatchObject({
      body: { code: 'case.already-decided' },
    })
    expect((await ask('/api/record')).body).toMatchObject({ size: 1 })
  })

  it('never pass a cap, though two orders come at once: exactly one is admitted', async () => {
    const { ask, open } = start()
    const orders = await Promise.all([open(), open()])
    const decide = ({ key, path }: { key: string; path: string }): Promise<Answered> =>
      ask(`${path}/decide`, { key, body: { expectedVersion: 2, asOf } })
    const answered = await Promise.all(orders.map(decide))
    const [admitted, refused] = answered.sort((one, other) => one.status - other.status)
    expect(admitted).toMatchObject({ status: 200, body: { reservations: [{ amount: '3' }] } })
    expect(refused).toMatchObject({ status: 409, body: { code: 'ledger.exceeds-balance' } })
    expect((await ask('/api/ledger/accounts')).body).toMatchObject({
      accounts: [{ cap: '5', reserved: '3', used: '0', available: '2' }],
    })
    expect((await ask('/api/record')).body).toMatchObject({ size: 1 })
    const [one, other] = await Promise.all(orders.map(({ key, path }) => ask(path, { key })))
    const statuses = [one?.body['status'], other?.body['status']].sort()
    expect(statuses).toEqual(['decided', 'draft'])
  })

  it('leave nothing behind when the record fails after the decision', async () => {
    const broken = {
      ...testSigner,
      sign: () => {
        throw new Error('the key is away')
      },
    }
    const { ask, open } = start({ signer: broken })
    const { key, path } = await open()
    const answered = await ask(`${path}/decide`, { key, body: { expectedVersion: 2, asOf } })
    expect(answered).toMatchObject({ status: 500, body: { code: 'service.fault' } })
    expect(JSON.stringify(answered.body)).not.toContain('the key is away')
    const mended = installation([mooringProgram], store())
    expect((await mended.ask(path, { key })).body).toMatchObject({ status: 'draft', version: 2 })
    expect((await mended.ask('/api/ledger/accounts')).body).toEqual({ accounts: [] })
    expect((await mended.ask('/api/record')).body).toMatchObject({ size: 0 })
    const retried = await mended.ask(`${path}/decide`, { key, body: { expectedVersion: 2, asOf } })
    expect(retried.status).toBe(200)
  })
})
