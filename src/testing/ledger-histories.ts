import fc from 'fast-check'
import type { AccountPlan, TransferRequest } from '../kernel/ledger/types.ts'

const account = (key: string, more: Partial<AccountPlan> = {}): AccountPlan => ({
  key,
  title: key,
  unit: 'TPP',
  scale: 0,
  debitsMustNotExceedCredits: false,
  ...more,
})

/** Two accounts with a cap, one without, and one in another unit. */
export const historyAccounts: readonly AccountPlan[] = [
  account('a', { debitsMustNotExceedCredits: true }),
  account('b', { debitsMustNotExceedCredits: true }),
  account('free'),
  account('chips', { unit: 'chips' }),
]

/** The instant of a step of a history. */
export const instantOf = (step: number): string =>
  new Date(Date.UTC(2026, 0, 1, 0, step)).toISOString()

// Few ids, keys and amounts: repeats, collisions and exhausted caps are then frequent.
const id = fc.constantFrom(...'pqrstuvwxyz')
/** Reservations and what ends them have ids of their own more often than not. */
const held = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('r1', 'r2', 'r3') }, id)
const ending = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('e1', 'e2', 'e3', 'e4') }, id)
const key = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('a', 'b', 'free') },
  { weight: 1, arbitrary: fc.constantFrom('chips', 'nobody') },
)
const amount = fc.oneof(
  { weight: 20, arbitrary: fc.bigInt(1n, 12n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, -1n, 2n ** 62n, 2n ** 63n - 1n, 2n ** 63n) },
)
const unit = fc.constant('TPP')

const post = fc.record({
  kind: fc.constant('post' as const),
  id,
  debit: key,
  credit: key,
  unit,
  amount,
})
const funding = fc.record({
  kind: fc.constant('post' as const),
  id,
  debit: fc.constant('free'),
  credit: fc.constantFrom('a', 'b'),
  unit,
  amount: fc.bigInt(1n, 30n),
})
const reserve = fc.record(
  {
    kind: fc.constant('reserve' as const),
    id: held,
    debit: key,
    credit: key,
    unit,
    amount,
    expiresAt: fc.nat(40).map(instantOf),
  },
  { requiredKeys: ['kind', 'id', 'debit', 'credit', 'unit', 'amount'] },
)
const settle = fc.record(
  {
    kind: fc.constant('settle' as const),
    id: ending,
    reserve: held,
    amount: fc.oneof({ weight: 4, arbitrary: fc.bigInt(1n, 10n) }, amount),
    reference: id,
  },
  { requiredKeys: ['kind', 'id', 'reserve'] },
)
const release = fc.record({
  kind: fc.constant('release' as const),
  id: ending,
  reserve: held,
})

const request: fc.Arbitrary<TransferRequest> = fc.oneof(
  post,
  { weight: 2, arbitrary: funding },
  { weight: 4, arbitrary: reserve },
  { weight: 4, arbitrary: settle },
  { weight: 2, arbitrary: release },
)

/** One step: linked transfers, or the lapse of everything whose time is over. */
export type HistoryStep = readonly TransferRequest[] | 'lapse'

/** Random histories: step n happens at `instantOf(n)`. */
export const histories = (lengthMax: number): fc.Arbitrary<readonly HistoryStep[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: request.map((one) => [one]) },
      { weight: 2, arbitrary: fc.array(request, { minLength: 2, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant('lapse' as const) },
    ),
    { minLength: 1, maxLength: lengthMax, size: 'max' },
  )
