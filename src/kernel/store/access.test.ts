import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import {
  createAdministratorLink,
  createApiKey,
  endSession,
  findApiKey,
  findSession,
  grantCaseKey,
  hasAdministratorLink,
  holdsCaseKey,
  listApiKeys,
  redeemAdministratorLink,
  revokeApiKey,
  startSession,
} from './access.ts'
import { sql } from './sql.ts'

const now = '2026-03-01T09:00:00.000Z'
const lastInstant = '2026-03-01T09:59:59.999Z'
const expiresAt = '2026-03-01T10:00:00.000Z'
const secretOf = (letter: string) => letter.repeat(40)
const ada = { name: 'Ada', role: 'officer' } as const

describe.each(databases)('access on $kind', (database) => {
  const store = useDatabase(database)

  test('a session opens until it expires or is ended', async () => {
    const secret = secretOf('s')
    await store().transaction((tx) => startSession(tx, { ...ada, secret, now, expiresAt }))
    expect(await findSession(store(), { secret, now: lastInstant })).toEqual({ ok: true, ...ada })
    const refused = { ok: false, code: 'access.unauthenticated' }
    expect(await findSession(store(), { secret, now: expiresAt })).toMatchObject(refused)
    expect(await findSession(store(), { secret: secretOf('t'), now })).toMatchObject(refused)
    await store().transaction((tx) => endSession(tx, { secret, now }))
    expect(await findSession(store(), { secret, now })).toMatchObject(refused)
  })

  const follow = (link: string, letter: string, at = now) =>
    store().transaction((tx) =>
      redeemAdministratorLink(tx, {
        link,
        session: { secret: secretOf(letter), name: 'root', now: at, expiresAt },
      }),
    )

  test('a link lets one administrator in, even when two follow it at once', async () => {
    const link = secretOf('l')
    expect(await hasAdministratorLink(store())).toBe(false)
    await store().transaction((tx) => createAdministratorLink(tx, { secret: link, now, expiresAt }))
    expect(await hasAdministratorLink(store())).toBe(true)
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((letter) => follow(link, letter)))
    const codes = results.map((one) => (one.ok ? one.role : one.code)).sort()
    expect(codes).toEqual([...Array<string>(3).fill('access.link-used'), 'administrator'])
    const letter = ['a', 'b', 'c', 'd'][results.findIndex((one) => one.ok)] ?? ''
    expect(await findSession(store(), { secret: secretOf(letter), now })).toMatchObject({
      ok: true,
    })
  })

  test('a link that expired or never was lets nobody in', async () => {
    const link = secretOf('l')
    await store().transaction((tx) => createAdministratorLink(tx, { secret: link, now, expiresAt }))
    expect(await follow(link, 'a', expiresAt)).toMatchObject({ code: 'access.link-used' })
    expect(await follow('nonsense', 'a')).toMatchObject({ code: 'access.unauthenticated' })
    expect(await store().query(sql`select * from session`)).toEqual([])
  })

  test('an API key opens until it is revoked or expires, and is listed without its secret', async () => {
    const secret = secretOf('k')
    const key = { ...ada, id: 'key_1', secret, now, expiresAt }
    await store().transaction((tx) => createApiKey(tx, key))
    expect(await findApiKey(store(), { secret, now })).toEqual({ ok: true, ...ada })
    expect(await findApiKey(store(), { secret, now: expiresAt })).toMatchObject({ ok: false })
    const revoke = (id: string, at: string) =>
      store().transaction((tx) => revokeApiKey(tx, { id, now: at }))
    expect(await revoke('key_2', now)).toBe(false)
    expect(await revoke('key_1', now)).toBe(true)
    expect(await revoke('key_1', lastInstant)).toBe(true)
    expect(await findApiKey(store(), { secret, now })).toMatchObject({
      code: 'access.unauthenticated',
    })
    expect(await listApiKeys(store())).toEqual([
      { id: 'key_1', ...ada, createdAt: now, expiresAt, revokedAt: now },
    ])
  })

  test('the key of one case opens that case only', async () => {
    const secret = secretOf('c')
    await store().transaction((tx) => grantCaseKey(tx, { secret, caseId: 'case_1', now }))
    expect(await holdsCaseKey(store(), { secret, caseId: 'case_1' })).toBe(true)
    expect(await holdsCaseKey(store(), { secret, caseId: 'case_2' })).toBe(false)
    expect(await holdsCaseKey(store(), { secret: secretOf('d'), caseId: 'case_1' })).toBe(false)
  })

  test('a secret that could be guessed is refused, and none is stored', async () => {
    const grant = (secret: string) =>
      store().transaction((tx) => grantCaseKey(tx, { secret, caseId: 'case_1', now }))
    await expect(grant('short')).rejects.toThrow('at least 32 characters')
    await grant(secretOf('c'))
    const rows = await store().query(sql`select * from case_key`)
    expect(JSON.stringify(rows)).not.toContain(secretOf('c'))
  })
})
