import { invariant, type Refusal, refuse } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Transaction } from '../store/store.ts'
import type { Books } from './books.ts'
import { carryOut } from './plan.ts'
import {
  accountColumns,
  accountOf,
  type AccountRow,
  transferColumns,
  transferOf,
  type TransferRow,
} from './rows.ts'
import type { Account, Made, Transfer, TransferRequest } from './types.ts'

const isEnd = (request: TransferRequest) => 'reserve' in request

/** Reads what the requests concern; locks the accounts in the order of their keys. */
async function openBooks(tx: Transaction, requests: readonly TransferRequest[]): Promise<Books> {
  const reserves = requests.flatMap((request) => (isEnd(request) ? [request.reserve] : []))
  const ids = [...requests.map(({ id }) => id), ...reserves]
  const transferRows = await tx.query<TransferRow>(sql`
    select ${transferColumns} from ledger_transfer
    where id = any(${ids}::text[]) or reserve = any(${reserves}::text[])`)
  const transfers = transferRows.map(transferOf)
  const keys = [...transfers, ...requests.filter((request) => !isEnd(request))].flatMap(
    ({ debit, credit }) => [debit, credit],
  )
  const accountRows = await tx.query<AccountRow>(sql`
    select ${accountColumns} from ledger_account where key = any(${[...new Set(keys)]}::text[])
    order by key for update`)
  return {
    accounts: new Map(accountRows.map((row) => [row.key, accountOf(row)])),
    transfers: new Map(transfers.map((transfer) => [transfer.id, transfer])),
    endings: new Map(
      transfers.flatMap((one) => (one.reserve === undefined ? [] : [[one.reserve, one] as const])),
    ),
  }
}

async function insertTransfers(tx: Transaction, made: readonly Transfer[]): Promise<void> {
  const texts = (pick: (one: Transfer) => string | undefined) => made.map((one) => pick(one) ?? '')
  const rows = await tx.query(sql`
    insert into ledger_transfer
      (id, kind, debit, credit, amount, reserve, reference, expires_at, made_at)
    select id, kind, debit, credit, amount, nullif(reserve, ''), nullif(reference, ''),
      nullif(expires_at, '')::timestamptz, made_at::timestamptz
    from unnest(
      ${texts((one) => one.id)}::text[], ${texts((one) => one.kind)}::text[],
      ${texts((one) => one.debit)}::text[], ${texts((one) => one.credit)}::text[],
      ${made.map((one) => one.amount)}::bigint[], ${texts((one) => one.reserve)}::text[],
      ${texts((one) => one.reference)}::text[], ${texts((one) => one.expiresAt)}::text[],
      ${texts((one) => one.madeAt)}::text[]
    ) with ordinality as
      row (id, kind, debit, credit, amount, reserve, reference, expires_at, made_at, position)
    order by position
    on conflict do nothing returning id`)
  invariant(rows.length === made.length, `Transfer "${made[0]?.id}" appeared under lock`)
}

async function updateBalances(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  await tx.query(sql`
    update ledger_account as account set
      debits_pending = row.debits_pending, debits_posted = row.debits_posted,
      credits_pending = row.credits_pending, credits_posted = row.credits_posted
    from unnest(
      ${accounts.map((one) => one.key)}::text[],
      ${accounts.map((one) => one.debitsPending)}::bigint[],
      ${accounts.map((one) => one.debitsPosted)}::bigint[],
      ${accounts.map((one) => one.creditsPending)}::bigint[],
      ${accounts.map((one) => one.creditsPosted)}::bigint[]
    ) as row (key, debits_pending, debits_posted, credits_pending, credits_posted)
    where account.key = row.key`)
}

async function write(tx: Transaction, books: Books, results: readonly Made[]): Promise<void> {
  const made = results.filter(({ existed }) => !existed).map(({ transfer }) => transfer)
  if (made.length === 0) return
  const touched = new Set(made.flatMap(({ debit, credit }) => [debit, credit]))
  await insertTransfers(tx, made)
  await updateBalances(
    tx,
    [...touched].flatMap((key) => books.accounts.get(key) ?? []),
  )
}

/**
 * Makes one transfer, in the transaction that is passed in; `at` is the present instant. The same
 * id with the same content gives the first result. A refusal changes nothing.
 */
export async function transfer(
  tx: Transaction,
  request: TransferRequest,
  at: string,
): Promise<Made | Refusal> {
  const instant = new Date(at).toISOString()
  const books = await openBooks(tx, [request])
  const result = carryOut(books, request, instant)
  if (result.ok) await write(tx, books, [result])
  return result
}

/**
 * Makes linked transfers, one after the other: all of them, or none, refused as
 * `ledger.linked-failed` with the reason of the first that failed in `problems`.
 */
export async function transferAll(
  tx: Transaction,
  requests: readonly TransferRequest[],
  at: string,
): Promise<{ ok: true; made: readonly Made[] } | Refusal> {
  const instant = new Date(at).toISOString()
  const books = await openBooks(tx, requests)
  const results: Made[] = []
  for (const [index, request] of requests.entries()) {
    const result = carryOut(books, request, instant)
    if (!result.ok) {
      const position = `Transfer ${index + 1} of ${requests.length} failed, so none was made`
      const problems = [{ ...result, field: `transfers[${index}].${result.field ?? 'id'}` }]
      return refuse('ledger.linked-failed', `${position}: ${result.message}`, { problems })
    }
    results.push(result)
  }
  await write(tx, books, results)
  return { ok: true, made: results }
}
