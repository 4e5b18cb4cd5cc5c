import { describe, expect, it } from 'vitest'
import { createAdministratorLink } from '../kernel/store/access.ts'
import { databases, useDatabase } from '../testing/database.ts'
import { installation, stillClock } from '../testing/installation.ts'
import { mooringProgram } from '../testing/mooring-program.ts'

const token = '0123456789abcdef'.repeat(4)
const origin = { origin: 'http://localhost' }

describe.each(databases)('officers on $kind', (database) => {
  const store = useDatabase(database)

  async function start(more: { writesPerMinute?: number } = {}) {
    const clock = stillClock('2025-06-01T12:00:00.000Z')
    const now = clock.now()
    await createAdministratorLink(store(), {
      secret: token,
      now,
      expiresAt: '2025-06-02T12:00:00.000Z',
    })
    return { ...installation([mooringProgram], store(), { clock: clock.now, ...more }), clock }
  }
  type Started = Awaited<ReturnType<typeof start>>

  async function signIn({ ask }: Started): Promise<{ cookie: string }> {
    const { status, headers } = await ask(`/sign-in?token=${token}`)
    expect(status).toBe(303)
    return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
  }

  async function decidedCase({ ask }: Started) {
    const body = {
      program: 'lake',
      facts: { ...mooringProgram.example, fleet: 3 },
      references: { owner: 'Ada Lake' },
    }
    const { case: file, caseKey: key } = (await ask('/api/cases', { body })).body as {
      case: { id: string }
      caseKey: string
    }
    const path = `/api/cases/${file.id}`
    await ask(`${path}/decide`, { key, body: { expectedVersion: 2 } })
    return { path, key }
  }

  it('sign in once by their link, and are known by a cookie that scripts cannot read', async () => {
    const started = await start()
    const { ask } = started
    expect((await ask('/sign-in?token=wrong')).status).toBe(401)
    expect((await ask(`/sign-in?token=${token}`, { method: 'HEAD' })).status).toBe(405)
    const { status, headers } = await ask(`/sign-in?token=${token}`)
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/officer')
    expect(headers.get('set-cookie')).toMatch(
      /^proviso=[0-9a-f]{64}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    )
    const again = await ask(`/sign-in?token=${token}`)
    expect(again).toMatchObject({
      status: 401,
      body: { text: expect.stringMatching(/used before/) as string },
    })
  })

  it('are who they say until the session ends or its time is over', async () => {
    const started = await start()
    const { ask, clock } = started
    expect((await ask('/api/session')).body).toEqual({ role: 'public' })
    const cookie = await signIn(started)
    const session = () => ask('/api/session', { headers: cookie })
    expect((await session()).body).toEqual({ role: 'administrator', name: 'administrator' })
    clock.pass(12)
    expect((await session()).body).toEqual({ role: 'public' })
    clock.pass(-1)
    const out = await ask('/api/session', { method: 'DELETE', headers: { ...cookie, ...origin } })
    expect(out.headers.get('set-cookie')).toMatch(/^proviso=; Max-Age=0/)
    expect((await session()).body).toEqual({ role: 'public' })
  })

  it('change nothing for the page of another site, nor without an origin', async () => {
    const started = await start()
    const { ask } = started
    const cookie = await signIn(started)
    const make = (headers: Record<string, string>) =>
      ask('/api/keys', { body: { name: 'queue' }, headers: { ...cookie, ...headers } })
    expect(await make({ origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden' },
    })
    expect((await make({})).status).toBe(403)
    expect((await make(origin)).status).toBe(201)
  })

  it('give keys to programs, with no more than their role, and revoke them', async () => {
    const started = await start()
    const { ask } = started
    const headers = { ...(await signIn(started)), ...origin }
    const made = await ask('/api/keys', { body: { name: 'queue' }, headers })
    const { id, secret: key } = made.body as { id: string; secret: string }
    expect((await ask('/api/session', { key })).body).toEqual({ role: 'officer', name: 'queue' })
    expect(await ask('/api/keys', { key })).toMatchObject({ status: 403 })
    expect((await ask('/api/cases', { key })).status).toBe(200)
    const { body } = await ask('/api/keys', { headers })
    expect(body).toMatchObject({ keys: [{ id, name: 'queue', revokedAt: null }] })
    expect(JSON.stringify(body)).not.toContain(key)
    await ask(`/api/keys/${id}`, { method: 'DELETE', headers })
    expect(await ask('/api/cases', { key })).toMatchObject({ status: 401 })
    expect((await ask('/api/keys/none', { method: 'DELETE', headers })).status).toBe(404)
  })

  it('see the queue and whom accounts belong to; the public sees neither', async () => {
    const started = await start()
    const { ask } = started
    await decidedCase(started)
    const headers = await signIn(started)
    expect(await ask('/api/cases')).toMatchObject({ status: 401 })
    const queue = await ask('/api/cases?program=lake&status=decided', { headers })
    expect(queue.body).toMatchObject({ cases: [{ status: 'decided', outcome: 'allowed' }] })
    expect((await ask('/api/cases?status=draft', { headers })).body).toEqual({ cases: [] })
    expect((await ask('/api/cases?cursor=x', { headers })).status).toBe(400)
    const own = (await ask('/api/ledger/accounts', { headers })).body as { accounts: object[] }
    expect(own.accounts).toMatchObject([
      { holder: 'Ada Lake', cite: [{ provision: 'Lake Act 10' }] },
    ])
    const seen = (await ask('/api/ledger/accounts?program=lake')).body as {
      accounts: { key: string; holder: string }[]
    }
    expect(seen.accounts).toMatchObject([{ period: '2025', unit: 'boats', reserved: '3' }])
    expect(JSON.stringify(seen)).not.toMatch(/Ada/)
    expect(seen.accounts[0]?.key).toMatch(/^lake\/moorings\/2025\/[0-9a-f]{12}$/)
    const key = encodeURIComponent(seen.accounts[0]?.key ?? '')
    const history = await ask(`/api/ledger/accounts/${key}`)
    expect(history.body).toMatchObject({
      account: { available: '2' },
      transfers: [{ kind: 'reserve', direction: 'out', amount: '3' }, { kind: 'post' }],
    })
    expect(JSON.stringify(history.body)).not.toMatch(/case-/)
    const path = `/api/ledger/accounts/${key}`
    expect(JSON.stringify((await ask(path, { headers })).body)).toMatch(/case-/)
    expect((await ask('/api/ledger/accounts/none')).status).toBe(404)
  })

  it('settle or release what a case reserved, once, on ledger and record', async () => {
    const started = await start()
    const { ask } = started
    const { path, key } = await decidedCase(started)
    const headers = { ...(await signIn(started)), ...origin }
    expect(await ask(`${path}/settle`, { body: {}, key })).toMatchObject({ status: 401 })
    const stale = await ask(`${path}/settle`, { body: { expectedVersion: 1 }, headers })
    expect(stale.status).toBe(409)
    const settled = await ask(`${path}/settle`, { body: {}, headers })
    expect(settled.body).toMatchObject({ status: 'settled', version: 4 })
    expect(await ask(`${path}/release`, { body: {}, headers })).toMatchObject({ status: 409 })
    expect((await ask('/api/ledger/accounts')).body).toMatchObject({
      accounts: [{ reserved: '0', used: '3', available: '2' }],
    })
    expect((await ask('/api/record/entries')).body).toMatchObject({
      entries: [
        { index: 0, entry: { type: 'determination' } },
        { index: 1, entry: { type: 'settled', determination: 0 } },
      ],
    })
  })

  it('release what was not used, and expired reservations lapse by themselves', async () => {
    const started = await start()
    const { ask, clock } = started
    const first = await decidedCase(started)
    const headers = { ...(await signIn(started)), ...origin }
    const released = await ask(`${first.path}/release`, { body: {}, headers })
    expect(released.body).toMatchObject({ status: 'released' })
    const second = await decidedCase(started)
    clock.pass(91 * 24)
    await decidedCase(started)
    expect((await ask('/api/ledger/accounts')).body).toMatchObject({
      accounts: [{ reserved: '3', available: '2' }],
    })
    const late = await ask(`${second.path}/settle`, {
      body: {},
      headers: { authorization: headers.cookie },
    })
    expect(late.status).toBe(401)
  })

  it('are held to a number of changes a minute', async () => {
    const { ask } = await start({ writesPerMinute: 2 })
    const body = { program: 'lake', facts: {} }
    expect((await ask('/api/cases', { body })).status).toBe(201)
    expect((await ask('/api/cases', { body })).status).toBe(201)
    const third = await ask('/api/cases', { body })
    expect(third).toMatchObject({ status: 429, body: { code: 'access.rate-limited' } })
    expect(third.headers.get('retry-after')).toBe('60')
    expect((await ask('/api/programs/lake/decide', { body: { facts: {} } })).status).toBe(200)
  })
})
