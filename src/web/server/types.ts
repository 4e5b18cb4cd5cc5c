import type { CaseFacts, DeterminationDocument, Receipt } from '#rules'

/** What the server's API gives. Amounts are decimal text in the account's unit. */
export interface Session {
  readonly role: 'public' | 'officer' | 'administrator'
  readonly name?: string
}

export interface CaseEvent {
  readonly sequence: number
  readonly type: string
  readonly at: string
  readonly actor: string
}

export interface CaseSummary {
  readonly id: string
  readonly program: string
  readonly version: number
  readonly status: string
  /** The member of the outcome, once it is decided. */
  readonly outcome?: string
  readonly recordIndex?: number
  readonly createdAt: string
  readonly updatedAt: string
}

export interface StoredCase extends CaseSummary {
  readonly facts: CaseFacts
  readonly references: Readonly<Record<string, string>>
  readonly determination?: DeterminationDocument
  readonly reservations: readonly CaseReservation[]
  readonly history: readonly CaseEvent[]
}

export interface CaseReservation {
  readonly account: string
  readonly title: string
  readonly amount: string
  readonly unit: string
  readonly expiresAt: string
}

export interface Recorded {
  readonly case: StoredCase
  readonly determination: DeterminationDocument
  readonly reservations: readonly CaseReservation[]
  readonly receipt: Receipt
}

export interface Account {
  readonly key: string
  readonly title: string
  /** A short salted digest; for officers the holder itself; null where an account is nobody's own. */
  readonly holder: string | null
  readonly unit: string
  readonly cap: string
  readonly reserved: string
  readonly used: string
  readonly available: string
  readonly period: string | null
  readonly cite: readonly { readonly provision: string }[]
}

export interface Transfer {
  readonly sequence: string
  readonly kind: string
  readonly amount: string
  readonly at: string
  readonly expiresAt?: string
  /** For officers only. */
  readonly case?: string
}

export interface RecordState {
  readonly size: number
  readonly root: string | null
  readonly verifierKey: string
  readonly origin: string
  readonly checkpoint: string | null
  readonly signedAt: string | null
}

export interface RecordEntry {
  readonly index: number
  readonly recordedAt: string
  readonly entry: unknown
}

export interface ConsistencyProof {
  readonly proof: readonly string[]
  readonly fromCheckpoint: string
  readonly toCheckpoint: string
}

/** A page of a list; `nextCursor` continues it. */
export type Page<Name extends string, Item> = Readonly<Record<Name, readonly Item[]>> & {
  readonly nextCursor?: string | number
}
