import { invariant } from '../errors.ts'
import type { Account, Transfer } from './types.ts'

/** The accounts and transfers that some requests concern, as they stand under lock. */
export interface Books {
  readonly accounts: Map<string, Account>
  readonly transfers: Map<string, Transfer>
  /** The transfer that ended a reservation, by the id of the reservation. */
  readonly endings: Map<string, Transfer>
}

interface Change {
  readonly pending?: bigint
  readonly posted?: bigint
}

function move(books: Books, { debit, credit }: Transfer, change: Change): void {
  const { pending = 0n, posted = 0n } = change
  const from = books.accounts.get(debit)
  const to = books.accounts.get(credit)
  invariant(from && to, `Transfer between "${debit}" and "${credit}" without its accounts`)
  books.accounts.set(debit, {
    ...from,
    debitsPending: from.debitsPending + pending,
    debitsPosted: from.debitsPosted + posted,
  })
  books.accounts.set(credit, {
    ...to,
    creditsPending: to.creditsPending + pending,
    creditsPosted: to.creditsPosted + posted,
  })
}

/** Writes a transfer into the books and moves the balances it moves. */
export function enter(books: Books, transfer: Transfer): void {
  const { kind, amount, reserve } = transfer
  books.transfers.set(transfer.id, transfer)
  if (kind === 'post') return move(books, transfer, { posted: amount })
  if (kind === 'reserve') return move(books, transfer, { pending: amount })
  const held = books.transfers.get(reserve ?? '')
  invariant(held, `Transfer "${transfer.id}" ends a reservation that is not there`)
  books.endings.set(held.id, transfer)
  move(books, transfer, { pending: -held.amount, posted: kind === 'settle' ? amount : 0n })
}
