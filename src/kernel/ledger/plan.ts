import { invariant, type Refusal, refuse } from '../errors.ts'
import { amountText } from './amount-text.ts'
import { type Books, enter } from './books.ts'
import type {
  Account,
  EndRequest,
  Made,
  PostRequest,
  ReserveRequest,
  Transfer,
  TransferRequest,
} from './types.ts'

/** What a 64-bit column holds. */
const amountMax = 2n ** 63n - 1n

const say = (amount: bigint, { scale, unit }: Account): string =>
  `${amountText(amount, scale)} ${unit}`

const outOfBounds = (message: string): Refusal =>
  refuse('input.out-of-bounds', message, { field: 'amount', example: '1' })

const sameContent = (one: Transfer, other: Transfer): boolean =>
  one.kind === other.kind &&
  one.debit === other.debit &&
  one.credit === other.credit &&
  one.amount === other.amount &&
  one.reserve === other.reserve &&
  one.reference === other.reference &&
  one.expiresAt === other.expiresAt

/** The first result of a request that was made before, or a refusal when its id meant another. */
function existing(books: Books, wanted: Transfer): Made | Refusal | undefined {
  const transfer = books.transfers.get(wanted.id)
  if (transfer === undefined) return undefined
  if (sameContent(transfer, wanted)) return { ok: true, transfer, existed: true }
  return refuse(
    'ledger.exists-with-different',
    `The transfer "${wanted.id}" was made before with other content (${transfer.kind} of ` +
      `${transfer.amount} from "${transfer.debit}"): choose a new id`,
    { field: 'id' },
  )
}

const made = (books: Books, transfer: Transfer): Made => {
  enter(books, transfer)
  return { ok: true, transfer, existed: false }
}

function optional(request: { reference?: string; expiresAt?: string }): Partial<Transfer> {
  const { reference, expiresAt } = request
  return {
    // An empty text says nothing, and the table keeps it as nothing.
    ...(reference !== undefined && reference !== '' && { reference }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  }
}

const missing = (key: string, field: string): Refusal =>
  refuse('ledger.account-not-found', `There is no account "${key}": create it first`, { field })

function unitRefusal(request: PostRequest | ReserveRequest, from: Account, to: Account) {
  if (from.unit === to.unit && from.scale === to.scale && from.unit === request.unit) return
  return refuse(
    'ledger.unit-mismatch',
    `The amount is in ${request.unit}, "${from.key}" in ${from.unit} (scale ${from.scale}), ` +
      `"${to.key}" in ${to.unit} (scale ${to.scale}): all three must be the same`,
    { field: 'unit', example: from.unit },
  )
}

function balanceRefusal(amount: bigint, from: Account, to: Account): Refusal | undefined {
  const debits = from.debitsPending + from.debitsPosted
  if (from.debitsMustNotExceedCredits && debits + amount > from.creditsPosted) {
    const available = from.creditsPosted - debits
    return refuse(
      'ledger.exceeds-balance',
      `${say(amount, from)} is more than the ${say(available, from)} that "${from.key}" has left`,
      { field: 'amount', example: String(available) },
    )
  }
  if (debits + amount > amountMax || to.creditsPending + to.creditsPosted + amount > amountMax)
    return outOfBounds(`${say(amount, from)} would make a balance larger than ${amountMax}`)
  return undefined
}

function start(books: Books, request: PostRequest | ReserveRequest, at: string): Made | Refusal {
  const { id, kind, debit, credit, amount } = request
  if (amount <= 0n || amount > amountMax)
    return outOfBounds(`An amount is from 1 to ${amountMax}, not ${amount}`)
  if (debit === credit)
    return outOfBounds(`A transfer is between two accounts, not "${debit}" twice`)
  if (request.kind === 'reserve' && Number.isNaN(Date.parse(request.expiresAt ?? at)))
    return refuse('input.malformed', `"${request.expiresAt}" is no instant in ISO 8601`, {
      field: 'expiresAt',
      example: at,
    })
  const from = books.accounts.get(debit)
  if (!from) return missing(debit, 'debit')
  const to = books.accounts.get(credit)
  if (!to) return missing(credit, 'credit')
  const mismatch = unitRefusal(request, from, to)
  if (mismatch) return mismatch
  const wanted: Transfer = { id, kind, debit, credit, amount, ...optional(request), madeAt: at }
  const before = existing(books, wanted) ?? balanceRefusal(amount, from, to)
  return before ?? made(books, wanted)
}

function endedRefusal({ kind, id, reserve }: Transfer): Refusal {
  const message = `The reservation "${reserve}" was ended before, by ${kind} "${id}"`
  if (kind === 'settle') return refuse('ledger.already-settled', message, { field: 'reserve' })
  if (kind === 'release') return refuse('ledger.already-released', message, { field: 'reserve' })
  return refuse('ledger.lapsed', message, { field: 'reserve' })
}

function endRefusal(books: Books, request: EndRequest, held: Transfer, at: string) {
  const ended = books.endings.get(held.id)
  if (ended) return endedRefusal(ended)
  const over = held.expiresAt !== undefined && held.expiresAt <= at
  if (request.kind === 'lapse') {
    invariant(over, `The reservation "${held.id}" has not lapsed at ${at}`)
    return undefined
  }
  if (over)
    return refuse('ledger.lapsed', `The reservation "${held.id}" lapsed at ${held.expiresAt}`, {
      field: 'reserve',
    })
  const amount = request.kind === 'settle' ? (request.amount ?? held.amount) : held.amount
  if (amount <= held.amount) return undefined
  return refuse(
    'ledger.exceeds-pending',
    `${amount} is more than the ${held.amount} that "${held.id}" reserved`,
    { field: 'amount', example: String(held.amount) },
  )
}

function end(books: Books, request: EndRequest, at: string): Made | Refusal {
  const { id, kind, reserve } = request
  const held = books.transfers.get(reserve)
  if (held?.kind !== 'reserve')
    return refuse('ledger.reserve-not-found', `There is no reservation "${reserve}"`, {
      field: 'reserve',
    })
  const amount = kind === 'settle' ? (request.amount ?? held.amount) : held.amount
  if (amount <= 0n)
    return outOfBounds(
      `A settled amount is from 1 to ${held.amount}, not ${amount}: release instead`,
    )
  const { debit, credit } = held
  const more = optional(request)
  const wanted: Transfer = { id, kind, debit, credit, amount, reserve, ...more, madeAt: at }
  const before = existing(books, wanted) ?? endRefusal(books, request, held, at)
  return before ?? made(books, wanted)
}

/**
 * Carries a request out on the books, or says with the first code of the catalogue that applies why
 * not; then the books are as before. `at` is ISO 8601 in UTC.
 */
export function carryOut(books: Books, request: TransferRequest, at: string): Made | Refusal {
  return request.kind === 'post' || request.kind === 'reserve'
    ? start(books, request, at)
    : end(books, request, at)
}
