import { invariant, type Refusal, refuse } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Queryable, Transaction } from '../store/store.ts'
import { accountColumns, accountOf, type AccountRow } from './rows.ts'
import type { Account, AccountPlan } from './types.ts'

/** The account of a key; undefined when there is none. */
export async function readAccount(store: Queryable, key: string): Promise<Account | undefined> {
  const statement = sql`select ${accountColumns} from ledger_account where key = ${key}`
  const [row] = await store.query<AccountRow>(statement)
  return row && accountOf(row)
}

/** Makes an account unless its key is taken; gives the account that has the key. */
export async function accountFor(
  tx: Transaction,
  plan: AccountPlan,
  at: string,
): Promise<{ account: Account; existed: boolean }> {
  const { key, title, holder = null, unit, scale, debitsMustNotExceedCredits } = plan
  const [made] = await tx.query<AccountRow>(sql`
    insert into ledger_account
      (key, title, holder, unit, scale, debits_must_not_exceed_credits, created_at)
    values (${key}, ${title}, ${holder}, ${unit}, ${scale}, ${debitsMustNotExceedCredits}, ${at})
    on conflict (key) do nothing returning ${accountColumns}`)
  if (made) return { account: accountOf(made), existed: false }
  const account = await readAccount(tx, key)
  invariant(account, `The account "${key}" is neither new nor there`)
  return { account, existed: true }
}

/**
 * Makes an account with no balance. An account of the same key and content is given as it stands,
 * with `existed`; one with other content is refused (`ledger.exists-with-different`).
 */
export async function createAccount(
  tx: Transaction,
  plan: AccountPlan,
  at: string,
): Promise<{ ok: true; account: Account; existed: boolean } | Refusal> {
  const { account, existed } = await accountFor(tx, plan, at)
  const fields = ['title', 'holder', 'unit', 'scale', 'debitsMustNotExceedCredits'] as const
  const field = fields.find((name) => account[name] !== plan[name])
  if (field === undefined) return { ok: true, account, existed }
  return refuse(
    'ledger.exists-with-different',
    `The account "${plan.key}" exists with ${field} "${account[field]}", not "${plan[field]}"`,
    { field, example: account[field] },
  )
}
