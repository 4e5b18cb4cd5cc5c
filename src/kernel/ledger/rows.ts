import { type Sql, sql } from '../store/sql.ts'
import type { Account, Transfer } from './types.ts'

interface AccountRow extends Omit<Account, 'holder'> {
  readonly holder: string | null
}

interface TransferRow extends Omit<Transfer, 'reserve' | 'reference' | 'expiresAt'> {
  readonly reserve: string | null
  readonly reference: string | null
  readonly expiresAt: string | null
}

/** The columns of an account, named as its fields. */
export const accountColumns: Sql = sql`key, title, holder, unit, scale,
  debits_must_not_exceed_credits as "debitsMustNotExceedCredits",
  debits_pending as "debitsPending", debits_posted as "debitsPosted",
  credits_pending as "creditsPending", credits_posted as "creditsPosted"`

/** The columns of a transfer, named as its fields. */
export const transferColumns: Sql = sql`id, kind, debit, credit, amount, reserve, reference,
  expires_at as "expiresAt", made_at as "madeAt"`

export function accountOf({ holder, ...row }: AccountRow): Account {
  return { ...row, ...(holder !== null && { holder }) }
}

export function transferOf({ reserve, reference, expiresAt, ...row }: TransferRow): Transfer {
  return {
    ...row,
    ...(reserve !== null && { reserve }),
    ...(reference !== null && { reference }),
    ...(expiresAt !== null && { expiresAt }),
  }
}

export type { AccountRow, TransferRow }
