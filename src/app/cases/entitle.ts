import type { Cap, Transaction } from '#kernel'
import { ensureCap, invariant, reserveUnderCap } from '#kernel'
import type { AccountPlan, Decision, DecideOptions, Program } from '#rules'
import { decide, scaledInteger } from '#rules'
import { amountText } from '../../kernel/ledger/amount-text.ts'
import { hoursAfter } from '../instants.ts'
import { isHeld, storedTitle } from '../ledger-view.ts'
import type { Outcome } from '../outcome.ts'
import { done, refusedInput } from '../outcome.ts'
import type { ReservedAmount, StatedCase } from './content.ts'

/** How long an amount is held for a decided case before it lapses: 90 days. */
const heldHours = 90 * 24

/** Accounts name each other through facts; no program needs more rounds than this to settle. */
const roundsMax = 4

export interface Entitled {
  readonly decision: Decision
  readonly facts: Readonly<Record<string, unknown>>
  readonly plans: ReadonlyMap<string, AccountPlan>
}

/**
 * Decides a case with what the ledger knows: the accounts that the case concerns are made, and
 * their use so far is stated as the fact that the program names, unless the applicant states more.
 */
export async function decideWithLedger(
  tx: Transaction,
  program: Program,
  { facts: stated, references }: StatedCase,
  options: DecideOptions,
  now: string,
): Promise<Outcome<Entitled>> {
  const plans = new Map<string, AccountPlan>()
  let facts = stated
  for (let round = 0; round < roundsMax; round += 1) {
    const result = decide(program.rules, facts, options)
    if (!result.ok) return refusedInput(result.problems)
    const { decision } = result
    const named = program.entitlement?.accounts(decision, references) ?? []
    const fresh = named.filter(({ key }) => !plans.has(key))
    if (fresh.length === 0) return done({ decision, facts, plans })
    for (const plan of fresh) {
      const ensured = await ensureCap(
        tx,
        { ...plan, title: storedTitle(plan), ...holderOf(plan.key, references) },
        now,
      )
      if (!ensured.ok) return ensured
      plans.set(plan.key, plan)
      facts = { ...facts, ...statedBy(plan, ensured.cap, facts) }
    }
  }
  invariant(false, `The accounts of ${program.id} name new accounts without end`)
}

/** Whose account it is, for officers only; accounts of a country or a chip are nobody's. */
function holderOf(
  key: string,
  references: Readonly<Record<string, string>>,
): { readonly holder?: string } {
  const holder = Object.values(references).join('; ')
  return holder !== '' && isHeld(key) ? { holder } : {}
}

/** The use of an account as a fact. More, if stated, stands: use that no ledger saw counts too. */
function statedBy(
  { statesFact, scale }: AccountPlan,
  { used, reserved }: Cap,
  facts: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  if (statesFact === undefined) return {}
  const known = used + reserved
  const stated = facts[statesFact]
  const more = typeof stated === 'string' || typeof stated === 'number'
  const own = more ? scaledInteger(stated, scale) : undefined
  if (own !== undefined && BigInt(own) >= known) return {}
  return { [statesFact]: amountText(known, scale) }
}

interface Held {
  readonly caseId: string
  readonly references: Readonly<Record<string, string>>
  readonly now: string
}

/** What a decided case draws on, held under its caps; refused whole when a cap has too little. */
export async function reserve(
  tx: Transaction,
  program: Program,
  { decision, plans }: Entitled,
  { caseId, references, now }: Held,
): Promise<
  Outcome<{ readonly ids: readonly string[]; readonly reserved: readonly ReservedAmount[] }>
> {
  const wanted = program.entitlement?.reservations(decision, references) ?? []
  const expiresAt = hoursAfter(now, heldHours)
  const ids: string[] = []
  const reserved: ReservedAmount[] = []
  for (const { key, amount } of wanted) {
    const plan = plans.get(key)
    invariant(plan, `${program.id} reserves from "${key}", which it does not name as an account`)
    const { unit, scale, title } = plan
    const id = `${caseId}/${key}`
    const request = { id, key, unit, amount, reference: caseId, expiresAt }
    const made = await reserveUnderCap(tx, request, now)
    if (!made.ok) return made
    ids.push(id)
    reserved.push({ account: key, title, amount: amountText(amount, scale), unit, expiresAt })
  }
  return done({ ids, reserved })
}
