import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import {
  histories,
  historyAccounts,
  type HistoryStep,
  instantOf,
} from '../../testing/ledger-histories.ts'
import type { Transaction } from '../store/store.ts'
import { createAccount, readAccount } from './accounts.ts'
import type { Books } from './books.ts'
import { lapseExpired } from './lapse.ts'
import { carryOut } from './plan.ts'
import { recomputeBalances } from './recompute.ts'
import { transferAll } from './transfer.ts'
import type { Account, Made, Transfer, TransferRequest } from './types.ts'

const empty = { debitsPending: 0n, debitsPosted: 0n, creditsPending: 0n, creditsPosted: 0n }

const newBooks = (): Books => ({
  accounts: new Map(historyAccounts.map((plan) => [plan.key, { ...plan, ...empty }])),
  transfers: new Map(),
  endings: new Map(),
})

const copyOf = ({ accounts, transfers, endings }: Books): Books => ({
  accounts: new Map(accounts),
  transfers: new Map(transfers),
  endings: new Map(endings),
})

const expiredAt = (books: Books, at: string): readonly Transfer[] =>
  [...books.transfers.values()]
    .filter(
      ({ id, expiresAt }) => expiresAt !== undefined && expiresAt <= at && !books.endings.has(id),
    )
    .sort((one, other) => ((one.expiresAt ?? '') < (other.expiresAt ?? '') ? -1 : 1))

const requestsOf = (books: Books, step: HistoryStep, at: string): readonly TransferRequest[] =>
  step === 'lapse'
    ? expiredAt(books, at).map(({ id }) => ({ kind: 'lapse', id: `lapse/${id}`, reserve: id }))
    : step

/** All of a step on a copy of the books, or the index and code of what failed. */
function attempt(before: Books, requests: readonly TransferRequest[], at: string) {
  const books = copyOf(before)
  const made: Made[] = []
  for (const [index, request] of requests.entries()) {
    const result = carryOut(books, request, at)
    if (!result.ok) return { ok: false as const, failed: index, code: result.code }
    made.push(result)
  }
  return { ok: true as const, books, made }
}

/** The balances of an account, added up in the plainest way from the history alone. */
function addedUp(history: readonly Transfer[], key: string): typeof empty {
  const ended = new Set(history.map(({ reserve }) => reserve))
  const sum = (side: 'debit' | 'credit', pending: boolean): bigint =>
    history
      .filter((one) => one[side] === key)
      .filter(({ id, kind }) =>
        pending ? kind === 'reserve' && !ended.has(id) : kind === 'post' || kind === 'settle',
      )
      .reduce((total, one) => total + one.amount, 0n)
  return {
    debitsPending: sum('debit', true),
    debitsPosted: sum('debit', false),
    creditsPending: sum('credit', true),
    creditsPosted: sum('credit', false),
  }
}

function expectSound(accounts: readonly Account[], history: readonly Transfer[]): void {
  for (const account of accounts) {
    expect(account).toMatchObject(addedUp(history, account.key))
    if (account.debitsMustNotExceedCredits)
      expect(account.debitsPending + account.debitsPosted <= account.creditsPosted).toBe(true)
  }
  const total = (field: keyof typeof empty) => accounts.reduce((sum, one) => sum + one[field], 0n)
  expect(total('debitsPending')).toBe(total('creditsPending'))
  expect(total('debitsPosted')).toBe(total('creditsPosted'))
}

test('random histories keep caps and conserve amounts; each request is carried out once', () => {
  const seen = new Set<string>()
  const property = fc.property(histories(40), (steps) => {
    let books = newBooks()
    for (const [index, step] of steps.entries()) {
      const at = instantOf(index)
      const requests = requestsOf(books, step, at)
      const result = attempt(books, requests, at)
      seen.add(result.ok ? 'made' : result.code)
      if (!result.ok) continue
      books = result.books
      expectSound([...books.accounts.values()], [...books.transfers.values()])
      const again = attempt(books, requests, instantOf(index + 1))
      expect(again).toMatchObject({
        ok: true,
        made: result.made.map(({ transfer }) => ({ transfer, existed: true })),
        books: { accounts: books.accounts },
      })
    }
  })
  fc.assert(property, { numRuns: 400 })
  // The histories reach every way in which a transfer can end.
  expect([...seen].sort()).toEqual([
    'input.out-of-bounds',
    'ledger.account-not-found',
    'ledger.already-released',
    'ledger.already-settled',
    'ledger.exceeds-balance',
    'ledger.exceeds-pending',
    'ledger.exists-with-different',
    'ledger.lapsed',
    'ledger.reserve-not-found',
    'ledger.unit-mismatch',
    'made',
  ])
})

describe.each(databases)('the ledger on $kind', (database) => {
  const store = useDatabase(database)
  let run = 0

  /** Keys and ids of a run of its own: history cannot be emptied, so that each run gets new names. */
  const named = (request: TransferRequest): TransferRequest => {
    const name = (text: string) => `${run}/${text}`
    return 'reserve' in request
      ? { ...request, id: name(request.id), reserve: name(request.reserve) }
      : {
          ...request,
          id: name(request.id),
          debit: name(request.debit),
          credit: name(request.credit),
        }
  }

  const carry = async (tx: Transaction, books: Books, step: HistoryStep, at: string) => {
    const expected = attempt(books, requestsOf(books, step, at), at)
    if (step === 'lapse') {
      const lapsed = await lapseExpired(tx, at)
      const own = lapsed.flatMap(({ reserve = '' }) =>
        reserve.startsWith(`${run}/`) ? reserve : [],
      )
      expect(own).toEqual(expiredAt(books, at).map(({ id }) => `${run}/${id}`))
    } else {
      const result = await transferAll(tx, step.map(named), at)
      if (!expected.ok)
        expect(result).toMatchObject({
          code: 'ledger.linked-failed',
          problems: [{ code: expected.code }],
        })
      else
        expect(result.ok && result.made.map(({ existed }) => existed)).toEqual(
          expected.made.map(({ existed }) => existed),
        )
    }
    return expected.ok ? expected.books : books
  }

  test('does in tables what the books do in memory, and its balances are sums', async () => {
    const property = fc.asyncProperty(histories(30), async (steps) => {
      run += 1
      await store().transaction(async (tx) => {
        for (const plan of historyAccounts)
          await createAccount(tx, { ...plan, key: `${run}/${plan.key}` }, instantOf(0))
      })
      let books = newBooks()
      for (const [index, step] of steps.entries()) {
        books = await store().transaction((tx) => carry(tx, books, step, instantOf(index)))
      }
      for (const account of books.accounts.values()) {
        const key = `${run}/${account.key}`
        expect(await readAccount(store(), key)).toEqual({ ...account, key })
      }
      expect(await recomputeBalances(store())).toMatchObject({
        wrongAccounts: [],
        wrongTransfers: [],
      })
    })
    await fc.assert(property, { numRuns: 12 })
  })
})
