import { sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'

/** What a check of the whole ledger looked at, and the keys and ids that were wrong. */
export interface LedgerCheck {
  readonly accounts: number
  readonly transfers: number
  /** Accounts whose balances are not the sums over their transfers. */
  readonly wrongAccounts: readonly string[]
  /** Transfers that end no reservation of theirs, or more of it than there was. */
  readonly wrongTransfers: readonly string[]
}

const wrongAccounts = sql`
  with movement as (
    select debit, credit, amount, kind = 'reserve' as pending from ledger_transfer as one
    where kind in ('post', 'settle') or (kind = 'reserve' and not exists (
      select from ledger_transfer as ending where ending.reserve = one.id))
  ), leg as (
    select debit as key, pending, amount as debits, 0 as credits from movement
    union all select credit, pending, 0, amount from movement
  ), balance as (
    select key,
      coalesce(sum(debits) filter (where pending), 0) as debits_pending,
      coalesce(sum(debits) filter (where not pending), 0) as debits_posted,
      coalesce(sum(credits) filter (where pending), 0) as credits_pending,
      coalesce(sum(credits) filter (where not pending), 0) as credits_posted
    from leg group by key
  )
  select account.key as name from ledger_account as account left join balance using (key)
  where account.debits_pending <> coalesce(balance.debits_pending, 0)
    or account.debits_posted <> coalesce(balance.debits_posted, 0)
    or account.credits_pending <> coalesce(balance.credits_pending, 0)
    or account.credits_posted <> coalesce(balance.credits_posted, 0)
  order by 1`

const wrongTransfers = sql`
  select ending.id as name from ledger_transfer as ending
  join ledger_transfer as held on held.id = ending.reserve
  where held.kind <> 'reserve' or ending.debit <> held.debit or ending.credit <> held.credit
    or ending.amount > held.amount or (ending.kind <> 'settle' and ending.amount <> held.amount)
  union all
  select one.id from ledger_transfer as one
  join ledger_account as debit on debit.key = one.debit
  join ledger_account as credit on credit.key = one.credit
  where debit.unit <> credit.unit or debit.scale <> credit.scale
  order by 1`

/** Adds all balances up again from the history; run in a transaction, it sees one instant. */
export async function recomputeBalances(store: Queryable): Promise<LedgerCheck> {
  const [count] = await store.query<{ accounts: number; transfers: number }>(sql`
    select (select count(*) from ledger_account)::integer as accounts,
      (select count(*) from ledger_transfer)::integer as transfers`)
  const accounts = await store.query<{ name: string }>(wrongAccounts)
  const transfers = await store.query<{ name: string }>(wrongTransfers)
  return {
    accounts: count?.accounts ?? 0,
    transfers: count?.transfers ?? 0,
    wrongAccounts: accounts.map(({ name }) => name),
    wrongTransfers: transfers.map(({ name }) => name),
  }
}
