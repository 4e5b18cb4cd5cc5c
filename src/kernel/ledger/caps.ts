import { invariant, type Refusal, refuse } from '../errors.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Queryable, Transaction } from '../store/store.ts'
import { accountFor } from './accounts.ts'
import { transfer } from './transfer.ts'
import type { AccountPlan, Made } from './types.ts'

/** A limit on what may be used: `cap` counts 10^-scale of the unit. */
export interface CapPlan {
  readonly key: string
  readonly title: string
  readonly holder?: string
  readonly unit: string
  readonly scale: number
  readonly cap: bigint
}

/** A cap and what became of it: cap = reserved + used + available, exactly. */
export interface Cap extends CapPlan {
  readonly reserved: bigint
  readonly used: bigint
  readonly available: bigint
}

/** A reservation under a cap; settle or release it by its id with `transfer`. */
export interface CapReservation {
  readonly id: string
  readonly key: string
  readonly unit: string
  readonly amount: bigint
  readonly reference?: string
  readonly expiresAt?: string
}

/** One page of caps; `next` is where the following page begins, absent on the last. */
export interface CapPage {
  readonly items: readonly Cap[]
  readonly next?: string
}

interface CapRow extends Omit<Cap, 'holder' | 'cap'> {
  readonly holder: string | null
}

const usedKey = (key: string): string => `used/${key}`
const authorityKey = (unit: string, scale: number): string => `authority/${unit}/${scale}`

const capRows = (condition: Sql): Sql => sql`
  select account.key, account.title, account.holder, account.unit, account.scale,
    account.debits_pending as reserved, used.credits_posted - used.debits_posted as used,
    account.credits_posted - account.debits_posted - account.debits_pending as available
  from ledger_account as account
  join ledger_account as used on used.key = 'used/' || account.key
  where account.debits_must_not_exceed_credits and ${condition}
  order by account.key`

function capOf({ holder, ...row }: CapRow): Cap {
  const cap = row.reserved + row.used + row.available
  return { ...row, cap, ...(holder !== null && { holder }) }
}

/** The cap of a key with its use so far; undefined while nobody made it. */
export async function readCap(store: Queryable, key: string): Promise<Cap | undefined> {
  const [row] = await store.query<CapRow>(capRows(sql`account.key = ${key}`))
  return row && capOf(row)
}

/** Caps by key, at most `limit`, from after the key `after`, of keys that begin with `prefix`. */
export async function listCaps(
  store: Queryable,
  { prefix = '', after = '', limit }: { prefix?: string; after?: string; limit: number },
): Promise<CapPage> {
  const condition = sql`account.key > ${after} and starts_with(account.key, ${prefix})`
  const rows = await store.query<CapRow>(sql`${capRows(condition)} limit ${limit + 1}`)
  const items = rows.slice(0, limit).map(capOf)
  const next = rows.length > limit ? items.at(-1)?.key : undefined
  return { items, ...(next !== undefined && { next }) }
}

async function makeAccounts(tx: Transaction, plan: CapPlan, at: string): Promise<Refusal | void> {
  const { key, title, holder, unit, scale } = plan
  const named = holder === undefined ? { unit, scale } : { unit, scale, holder }
  const plans: readonly AccountPlan[] = [
    {
      key: authorityKey(unit, scale),
      title: `Authority over ${unit}`,
      unit,
      scale,
      debitsMustNotExceedCredits: false,
    },
    { ...named, key, title, debitsMustNotExceedCredits: true },
    { ...named, key: usedKey(key), title: `Used: ${title}`, debitsMustNotExceedCredits: false },
  ]
  for (const one of plans) {
    const { account } = await accountFor(tx, one, at)
    if (account.unit === unit && account.scale === scale) continue
    return refuse(
      'ledger.unit-mismatch',
      `The cap "${key}" is in ${account.unit} (scale ${account.scale}), not ${unit} (scale ${scale})`,
      { field: 'unit', example: account.unit },
    )
  }
}

/** Allocates the difference from the authority, or gives it back. */
async function adjust(tx: Transaction, cap: Cap, wanted: bigint, at: string) {
  const { key, unit, scale } = cap
  const difference = wanted - cap.cap
  if (difference === 0n) return undefined
  const authority = authorityKey(unit, scale)
  const [debit, credit] = difference > 0n ? [authority, key] : [key, authority]
  const [count] = await tx.query<{ n: bigint }>(sql`select count(*) as n from ledger_transfer
    where (debit = ${authority} and credit = ${key}) or (debit = ${key} and credit = ${authority})`)
  const amount = difference > 0n ? difference : -difference
  const id = `cap/${key}/${(count?.n ?? 0n) + 1n}`
  const result = await transfer(tx, { id, kind: 'post', debit, credit, unit, amount }, at)
  return result.ok ? undefined : result
}

/**
 * Makes the cap when it is not there, and makes it what the plan says when it is: the difference
 * is posted from the authority's account, or back to it. Refused as `ledger.exceeds-balance` when
 * more than the new cap is reserved or used, as `ledger.unit-mismatch` when it is in another unit.
 */
export async function ensureCap(
  tx: Transaction,
  plan: CapPlan,
  at: string,
): Promise<{ ok: true; cap: Cap } | Refusal> {
  if (plan.cap < 0n) {
    const message = `The cap of "${plan.key}" is 0 or more, not ${plan.cap}`
    return refuse('input.out-of-bounds', message, { field: 'cap', example: '0' })
  }
  const before = await readCap(tx, plan.key)
  const same = before?.cap === plan.cap && before.unit === plan.unit && before.scale === plan.scale
  if (before && same) return { ok: true, cap: before }
  const mismatch = await makeAccounts(tx, plan, at)
  if (mismatch) return mismatch
  const made = await readCap(tx, plan.key)
  invariant(made, `The cap "${plan.key}" was made and is not there`)
  const refusal = await adjust(tx, made, plan.cap, at)
  if (refusal) return refusal
  const cap = await readCap(tx, plan.key)
  invariant(cap?.cap === plan.cap, `The cap "${plan.key}" is not what was posted`)
  return { ok: true, cap }
}

/** Reserves under a cap: `ledger.exceeds-balance` when less than the amount is available. */
export function reserveUnderCap(
  tx: Transaction,
  { key, ...more }: CapReservation,
  at: string,
): Promise<Made | Refusal> {
  return transfer(tx, { ...more, kind: 'reserve', debit: key, credit: usedKey(key) }, at)
}

/** The key of a cap that begins anew each calendar year of `day` (ISO 8601 date). */
export function calendarYearKey(
  program: string,
  what: string,
  day: string,
  holder: string,
): string {
  return `${program}/${what}/${day.slice(0, 4)}/${holder}`
}
