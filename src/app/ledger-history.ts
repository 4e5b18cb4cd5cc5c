import type { Queryable } from '#kernel'
import { sql } from '#kernel'

/** A transfer from or to an account, as the ledger keeps it. */
export interface AccountTransfer {
  readonly sequence: bigint
  readonly kind: 'post' | 'reserve' | 'settle' | 'release' | 'lapse'
  readonly amount: bigint
  /** Into the account, or out of it. */
  readonly direction: 'in' | 'out'
  /** The case that it belongs to. */
  readonly reference: string | null
  readonly at: string
  readonly expiresAt: string | null
}

/** The latest transfers of an account, newest first. */
export async function transfersOf(
  store: Queryable,
  key: string,
  limit: number,
): Promise<readonly AccountTransfer[]> {
  return store.query<AccountTransfer>(sql`
    select sequence, kind, amount, reference, made_at as at, expires_at as "expiresAt",
      case when credit = ${key} then 'in' else 'out' end as direction
    from ledger_transfer where debit = ${key} or credit = ${key}
    order by sequence desc limit ${limit}`)
}
