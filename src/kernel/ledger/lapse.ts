import { invariant } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Transaction } from '../store/store.ts'
import { transferAll } from './transfer.ts'
import type { Transfer } from './types.ts'

/**
 * Gives back what was reserved until `now` or earlier and not ended, oldest first, at most `limit`
 * reservations. Gives the transfers made; call again while there are `limit`.
 */
export async function lapseExpired(
  tx: Transaction,
  now: string,
  limit = 500,
): Promise<readonly Transfer[]> {
  const expired = await tx.query<{ id: string }>(sql`
    select id from ledger_transfer as held
    where expires_at <= ${now}
      and not exists (select from ledger_transfer as ending where ending.reserve = held.id)
    order by expires_at, id limit ${limit}`)
  const requests = expired.map(({ id }) => ({
    kind: 'lapse' as const,
    id: `lapse/${id}`,
    reserve: id,
  }))
  if (requests.length === 0) return []
  const result = await transferAll(tx, requests, now)
  invariant(result.ok, `Expired reservations did not lapse: ${result.ok || result.message}`)
  return result.made.map((one) => one.transfer)
}
