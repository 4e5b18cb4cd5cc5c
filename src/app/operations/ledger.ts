import type { Cap } from '#kernel'
import { listCaps, readCap } from '#kernel'
import { z } from 'zod'
import { amountText } from '../../kernel/ledger/amount-text.ts'
import { anyone, isOfficer } from '../caller.ts'
import type { Context } from '../context.ts'
import { deploymentOf } from '../context.ts'
import { findProgram } from '../find-program.ts'
import type { AccountTransfer } from '../ledger-history.ts'
import { transfersOf } from '../ledger-history.ts'
import { capView, prefixOf, publicKey } from '../ledger-view.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import { citation } from '../schemas/determination.ts'
import { programId } from '../schemas/inputs.ts'

const transfersMax = 200

const account = z
  .object({
    key: z.string(),
    title: z.string(),
    holder: z.string().nullable(),
    unit: z.string(),
    cap: z.string(),
    reserved: z.string(),
    used: z.string(),
    available: z.string(),
    period: z.string().nullable(),
    cite: z.array(citation),
  })
  .meta({
    id: 'Account',
    description:
      'A cap and its use, in exact decimals: cap = reserved + used + available. Whose it is, only officers see; others see a digest.',
  })

const transfer = z
  .object({
    sequence: z.string(),
    kind: z.enum(['post', 'reserve', 'settle', 'release', 'lapse']),
    direction: z.enum(['in', 'out']),
    amount: z.string(),
    at: z.string(),
    expiresAt: z.string().optional(),
    case: z.string().optional(),
  })
  .meta({ id: 'Transfer', description: 'A change of an account; the case is for officers only' })

export const accountsOperation = operation({
  name: 'ledger-accounts',
  title: 'List accounts',
  summary: 'Lists caps with what is reserved, used and available, by key.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId.optional(),
    cursor: z.string().max(500).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({ accounts: z.array(account), nextCursor: z.string().optional() }).meta({
    id: 'AccountPage',
  }),
  example: { program: 'chip-exports', limit: 50 },
  run: async (context, { program, cursor, limit }) => {
    if (program !== undefined) {
      const found = findProgram(context.programs, program)
      if (!found.ok) return found
    }
    const after = cursor === undefined ? undefined : await findCap(context, cursor)
    if (after && !after.ok) return after
    const deployment = deploymentOf(context)
    const page = await listCaps(deployment.store, {
      limit,
      ...(program === undefined ? {} : { prefix: `${program}/` }),
      ...(after === undefined ? {} : { after: after.value.key }),
    })
    const accounts = page.items.map((cap) => capView(cap, deployment, seesAll(context)))
    const last = accounts.at(-1)
    const next = page.next !== undefined && last ? { nextCursor: last.key } : {}
    return done({ accounts, ...next })
  },
})

export const accountOperation = operation({
  name: 'ledger-account',
  title: 'Read an account',
  summary: `Gives a cap and its latest ${transfersMax} transfers, newest first.`,
  access: 'public',
  effect: 'none',
  input: z.strictObject({ key: z.string().min(1).max(500) }),
  output: z.object({ account, transfers: z.array(transfer) }).meta({ id: 'AccountHistory' }),
  example: { key: 'chip-exports/country-allocation/2025-2027/MY' },
  run: async (context, { key }) => {
    const found = await findCap(context, key)
    if (!found.ok) return found
    const deployment = deploymentOf(context)
    const transfers = await transfersOf(deployment.store, found.value.key, transfersMax)
    const isAll = seesAll(context)
    return done({
      account: capView(found.value, deployment, isAll),
      transfers: transfers.map((one) => transferView(one, found.value, isAll)),
    })
  },
})

const seesAll = ({ caller = anyone }: Context): boolean => isOfficer(caller)

/** The cap of a key, or of the public form of a key. */
async function findCap(context: Context, key: string): Promise<Outcome<Cap>> {
  const deployment = deploymentOf(context)
  const { store } = deployment
  if (seesAll(context)) {
    const cap = await readCap(store, key)
    if (cap) return done(cap)
  }
  let after = ''
  for (;;) {
    const page = await listCaps(store, { prefix: prefixOf(key), after, limit: 500 })
    const cap = page.items.find((one) => publicKey(one.key, deployment) === key)
    if (cap) return done(cap)
    if (page.next === undefined) break
    after = page.next
  }
  return refused('ledger.account-not-found', `there is no account "${key}"`, { field: 'key' })
}

function transferView(one: AccountTransfer, { scale }: Cap, isAll: boolean) {
  const { sequence, kind, direction, amount, at, expiresAt, reference } = one
  return {
    sequence: String(sequence),
    kind,
    direction,
    amount: amountText(amount, scale),
    at,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(isAll && reference !== null ? { case: reference } : {}),
  }
}
