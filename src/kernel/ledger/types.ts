/** Who holds what: a key that programs choose, a unit, and which way it may not go below zero. */
export interface AccountPlan {
  readonly key: string
  readonly title: string
  readonly holder?: string
  readonly unit: string
  /** Amounts are integers of 10^-scale units. */
  readonly scale: number
  /** Pending and posted debits together stay within posted credits, whatever runs at once. */
  readonly debitsMustNotExceedCredits: boolean
}

/** An account and its four balances, each the sum over its transfers. */
export interface Account extends AccountPlan {
  readonly debitsPending: bigint
  readonly debitsPosted: bigint
  readonly creditsPending: bigint
  readonly creditsPosted: bigint
}

interface Requested {
  /** Chosen by whoever asks: asking again with the same id and content gives the first result. */
  readonly id: string
  /** What it belongs to, such as a case; kept with the transfer. */
  readonly reference?: string
}

interface Between extends Requested {
  readonly debit: string
  readonly credit: string
  readonly unit: string
  readonly amount: bigint
}

/** Moves an amount for good. */
export interface PostRequest extends Between {
  readonly kind: 'post'
}

/** Holds an amount until it is settled or released, or until the instant at which it lapses. */
export interface ReserveRequest extends Between {
  readonly kind: 'reserve'
  /** ISO 8601; without it the amount is held until somebody settles or releases it. */
  readonly expiresAt?: string
}

/** Moves what was reserved, or a part of it; the rest is released. */
export interface SettleRequest extends Requested {
  readonly kind: 'settle'
  readonly reserve: string
  /** All that was reserved when absent. */
  readonly amount?: bigint
}

/** Gives back all that was reserved; `lapse` does so because its time is over. */
export interface ReleaseRequest extends Requested {
  readonly kind: 'release' | 'lapse'
  readonly reserve: string
}

export type EndRequest = SettleRequest | ReleaseRequest
export type TransferRequest = PostRequest | ReserveRequest | EndRequest

/** A transfer as it stands in the history, where nothing is ever changed. */
export interface Transfer extends Requested {
  readonly kind: TransferRequest['kind']
  readonly debit: string
  readonly credit: string
  readonly amount: bigint
  /** The reservation that it ends. */
  readonly reserve?: string
  readonly expiresAt?: string
  readonly madeAt: string
}

/** A transfer that stands; `existed` when an earlier call had made it. */
export interface Made {
  readonly ok: true
  readonly transfer: Transfer
  readonly existed: boolean
}
