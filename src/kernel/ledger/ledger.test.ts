import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import { sql } from '../store/sql.ts'
import { createAccount, readAccount } from './accounts.ts'
import { ensureCap, listCaps, readCap, reserveUnderCap } from './caps.ts'
import { lapseExpired } from './lapse.ts'
import { recomputeBalances } from './recompute.ts'
import { transfer, transferAll } from './transfer.ts'
import type { Transfer, TransferRequest } from './types.ts'

const at = '2026-03-01T09:00:00.000Z'
const later = '2026-03-02T09:00:00.000Z'
const lpp = {
  key: 'lpp/2026/a',
  title: 'LPP 2026, A',
  holder: 'A',
  unit: 'TPP',
  scale: 2,
  cap: 1000n,
}

describe.each(databases)('the ledger on $kind', (database) => {
  const store = useDatabase(database)
  const cap = (more = {}) => store().transaction((tx) => ensureCap(tx, { ...lpp, ...more }, at))
  const make = (request: TransferRequest, now = at) =>
    store().transaction((tx) => transfer(tx, request, now))
  const makeAll = (requests: readonly TransferRequest[], now = at) =>
    store().transaction((tx) => transferAll(tx, requests, now))
  const reserve = (id: string, amount: bigint, more: { expiresAt?: string } = {}) =>
    store().transaction((tx) =>
      reserveUnderCap(tx, { id, key: lpp.key, unit: 'TPP', amount, ...more }, at),
    )
  const standing = async () => {
    const found = await readCap(store(), lpp.key)
    return found && [found.cap, found.reserved, found.used, found.available]
  }
  const expectSound = async (): Promise<void> => {
    const check = await recomputeBalances(store())
    expect([check.wrongAccounts, check.wrongTransfers]).toEqual([[], []])
  }

  test('a cap is allocated, reserved, settled in part, and the rest is available again', async () => {
    expect(await cap()).toMatchObject({ ok: true, cap: { cap: 1000n, available: 1000n } })
    expect(await reserve('r1', 700n)).toMatchObject({ ok: true, existed: false })
    expect(await standing()).toEqual([1000n, 700n, 0n, 300n])
    await make({ kind: 'settle', id: 's1', reserve: 'r1', amount: 400n })
    expect(await standing()).toEqual([1000n, 0n, 400n, 600n])
    await reserve('r2', 600n)
    await make({ kind: 'release', id: 'x2', reserve: 'r2' })
    expect(await standing()).toEqual([1000n, 0n, 400n, 600n])
    await expectSound()
  })

  test('the whole cap may be reserved, one more may not', async () => {
    await cap()
    expect(await reserve('r1', 1001n)).toMatchObject({
      code: 'ledger.exceeds-balance',
      message: '10.01 TPP is more than the 10 TPP that "lpp/2026/a" has left',
    })
    expect(await reserve('r1', 1000n)).toMatchObject({ ok: true })
    expect(await reserve('r2', 1n)).toMatchObject({ code: 'ledger.exceeds-balance' })
    expect(await standing()).toEqual([1000n, 1000n, 0n, 0n])
  })

  test('a cap that changes posts the difference, never below what is reserved or used', async () => {
    await cap()
    await reserve('r1', 400n)
    expect(await cap({ cap: 1500n })).toMatchObject({ ok: true, cap: { available: 1100n } })
    expect(await cap({ cap: 400n })).toMatchObject({ ok: true, cap: { available: 0n } })
    expect(await cap({ cap: 399n })).toMatchObject({ code: 'ledger.exceeds-balance' })
    expect(await cap({ cap: 1000n })).toMatchObject({ ok: true, cap: { cap: 1000n } })
    expect(await cap({ unit: 'chips' })).toMatchObject({ code: 'ledger.unit-mismatch' })
    expect(await cap({ cap: -1n })).toMatchObject({ code: 'input.out-of-bounds' })
    expect(await standing()).toEqual([1000n, 400n, 0n, 600n])
    await expectSound()
  })

  test('the same id and content gives the first result, other content is refused', async () => {
    await cap()
    const first = await reserve('r1', 100n, { expiresAt: later })
    const again = await reserve('r1', 100n, { expiresAt: '2026-03-02T10:00:00+01:00' })
    expect(again).toEqual({ ...first, existed: true })
    expect(await reserve('r1', 101n)).toMatchObject({ code: 'ledger.exists-with-different' })
    await make({ kind: 'settle', id: 's1', reserve: 'r1' })
    // Still the first result, although the reservation is ended now.
    expect(await make({ kind: 'settle', id: 's1', reserve: 'r1' })).toMatchObject({ existed: true })
    expect(await standing()).toEqual([1000n, 0n, 100n, 900n])
  })

  test('an empty reference is none, also when the request is made again', async () => {
    await cap()
    const request = { kind: 'reserve', debit: lpp.key, credit: `used/${lpp.key}` } as const
    const content = { ...request, id: 'r1', unit: 'TPP', amount: 1n, reference: '' }
    const first = await make(content)
    expect(first).toMatchObject({ ok: true, existed: false })
    expect(await make(content)).toEqual({ ...first, existed: true })
  })

  test('an account is made once; other content is refused', async () => {
    const plan = { key: 'k', title: 'T', unit: 'chips', scale: 0, debitsMustNotExceedCredits: true }
    const create = (more = {}) =>
      store().transaction((tx) => createAccount(tx, { ...plan, ...more }, at))
    expect(await create()).toMatchObject({ ok: true, existed: false })
    expect(await create()).toMatchObject({ ok: true, existed: true })
    expect(await create({ title: 'U' })).toMatchObject({
      code: 'ledger.exists-with-different',
      field: 'title',
    })
    expect(await readAccount(store(), 'k')).toEqual({
      ...plan,
      debitsPending: 0n,
      debitsPosted: 0n,
      creditsPending: 0n,
      creditsPosted: 0n,
    })
  })

  test('a reservation lapses at its instant, not before, and then can no longer be settled', async () => {
    await cap()
    await reserve('r1', 100n, { expiresAt: later })
    await reserve('r2', 10n)
    const before = '2026-03-02T08:59:59.999Z'
    expect(await store().transaction((tx) => lapseExpired(tx, before))).toEqual([])
    const settle = { kind: 'settle', id: 's1', reserve: 'r1' } as const
    expect(await make(settle, later)).toMatchObject({ code: 'ledger.lapsed' })
    expect(await standing()).toEqual([1000n, 110n, 0n, 890n])
    const lapsed = await store().transaction((tx) => lapseExpired(tx, later))
    expect(lapsed.map((one) => one.reserve)).toEqual(['r1'])
    expect(await store().transaction((tx) => lapseExpired(tx, later))).toEqual([])
    expect(await make(settle, at)).toMatchObject({ code: 'ledger.lapsed' })
    expect(await standing()).toEqual([1000n, 10n, 0n, 990n])
    await expectSound()
  })

  test('each refusal has its code, in the documented order', async () => {
    await cap()
    await cap({ key: 'other', unit: 'chips', scale: 0 })
    await reserve('r1', 100n)
    await reserve('r2', 100n)
    const post = {
      kind: 'post',
      id: 'p',
      debit: lpp.key,
      credit: 'used/other',
      unit: 'TPP',
    } as const
    const codes = async (request: TransferRequest) => {
      const result = await make(request)
      return result.ok ? 'made' : result.code
    }
    expect(await codes({ ...post, amount: 0n })).toBe('input.out-of-bounds')
    expect(await codes({ ...post, amount: 1n << 63n })).toBe('input.out-of-bounds')
    expect(await codes({ ...post, credit: lpp.key, amount: 1n })).toBe('input.out-of-bounds')
    const held = { ...post, kind: 'reserve', amount: 1n, expiresAt: 'soon' } as const
    expect(await codes(held)).toBe('input.malformed')
    expect(await codes({ ...post, credit: 'nobody', amount: 1n })).toBe('ledger.account-not-found')
    expect(await codes({ ...post, amount: 1n })).toBe('ledger.unit-mismatch')
    const end = { id: 's1', reserve: 'r1' }
    expect(await codes({ kind: 'settle', id: 's', reserve: 'none' })).toBe(
      'ledger.reserve-not-found',
    )
    expect(await codes({ kind: 'settle', ...end, amount: 101n })).toBe('ledger.exceeds-pending')
    expect(await codes({ kind: 'settle', ...end, amount: 0n })).toBe('input.out-of-bounds')
    expect(await codes({ kind: 'settle', ...end })).toBe('made')
    expect(await codes({ kind: 'release', ...end, id: 'x' })).toBe('ledger.already-settled')
    expect(await codes({ kind: 'release', ...end })).toBe('ledger.exists-with-different')
    expect(await codes({ kind: 'release', id: 'x', reserve: 'r2' })).toBe('made')
    expect(await codes({ kind: 'settle', id: 'y', reserve: 'r2' })).toBe('ledger.already-released')
    await expectSound()
  })

  test('linked transfers are made all or none', async () => {
    await cap()
    const move = {
      kind: 'reserve',
      debit: lpp.key,
      credit: `used/${lpp.key}`,
      unit: 'TPP',
    } as const
    const failed = await makeAll([
      { ...move, id: 'a', amount: 600n },
      { ...move, id: 'b', amount: 600n },
    ])
    expect(failed).toMatchObject({
      code: 'ledger.linked-failed',
      problems: [{ code: 'ledger.exceeds-balance', field: 'transfers[1].amount' }],
    })
    expect(await standing()).toEqual([1000n, 0n, 0n, 1000n])
    const made = await makeAll([
      { ...move, id: 'a', amount: 600n },
      { kind: 'settle', id: 'b', reserve: 'a', amount: 500n },
      { ...move, id: 'c', amount: 500n },
    ])
    expect(made).toMatchObject({ ok: true })
    expect(await standing()).toEqual([1000n, 500n, 500n, 0n])
    await expectSound()
  })

  test('caps are listed by key, a page at a time, of one program', async () => {
    for (const key of ['a/3', 'b/1', 'a/1', 'a/2']) await cap({ key })
    const list = async (page: { prefix?: string; after?: string; limit: number }) => {
      const { items, next } = await listCaps(store(), page)
      return [items.map(({ key }) => key), next]
    }
    expect(await list({ prefix: 'a/', limit: 2 })).toEqual([['a/1', 'a/2'], 'a/2'])
    expect(await list({ prefix: 'a/', after: 'a/2', limit: 2 })).toEqual([['a/3'], undefined])
    expect(await list({ limit: 4 })).toEqual([['a/1', 'a/2', 'a/3', 'b/1'], undefined])
  })

  test('the database itself keeps history and bounds, whoever writes', async () => {
    await cap()
    await reserve('r1', 100n)
    for (const statement of [
      sql`update ledger_transfer set amount = 1`,
      sql`delete from ledger_transfer`,
      sql`truncate ledger_transfer cascade`,
      sql`delete from ledger_account`,
      sql`update ledger_account set unit = 'chips'`,
    ])
      await expect(store().query(statement)).rejects.toThrow('history is immutable')
    const overshoot = sql`update ledger_account set debits_posted = 901 where key = ${lpp.key}`
    await expect(store().query(overshoot)).rejects.toThrow('ledger_account_within_credits')
  })

  test('the check finds a balance that is no sum', async () => {
    await cap()
    await store().query(sql`update ledger_account set debits_posted = 1 where key = ${lpp.key}`)
    expect(await recomputeBalances(store())).toEqual({
      accounts: 3,
      transfers: 1,
      wrongAccounts: [lpp.key],
      wrongTransfers: [],
    })
  })

  test('orders at the same moment get exactly what the cap admits', async () => {
    await cap()
    const orders = Array.from({ length: 40 }, (_, index) => reserve(`r${index}`, 30n))
    const results = await Promise.all(orders)
    const codes = results.flatMap((result) => (result.ok ? [] : [result.code]))
    expect(codes).toEqual(Array.from({ length: 40 - 33 }, () => 'ledger.exceeds-balance'))
    expect(await standing()).toEqual([1000n, 990n, 0n, 10n])
    await expectSound()
  })

  test('the same request at the same moment is carried out once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => cap()))
    expect(made.every((result) => result.ok)).toBe(true)
    const results = await Promise.all(Array.from({ length: 12 }, () => reserve('r1', 100n)))
    const transfers = results.flatMap<Transfer>((one) => (one.ok ? [one.transfer] : []))
    expect(new Set(transfers.map((one) => JSON.stringify({ ...one, amount: 0 }))).size).toBe(1)
    expect(results.filter((one) => one.ok && !one.existed)).toHaveLength(1)
    expect(await standing()).toEqual([1000n, 100n, 0n, 900n])
  })
})
