/** A determination as the history keeps it: public facts, and the digest of the whole document. */
export interface DeterminationMark {
  /** The outcome's member or value, as the document has it. */
  readonly outcome: string
  readonly asOf: string
  readonly mode: string
  readonly rulesHash: string
  /** Where its entry stands on the record. */
  readonly leafIndex: number
  /** Ledger ids of what it reserved. */
  readonly reservations: readonly string[]
}

/** What may happen to a case. Private content is not here: only its salted digest is. */
export type CaseChange =
  | { readonly kind: 'created'; readonly program: string }
  | { readonly kind: 'factsSaved'; readonly digest: string }
  | ({ readonly kind: 'determined'; readonly digest: string } & DeterminationMark)
  | { readonly kind: 'settled' }
  | { readonly kind: 'released' }
  | { readonly kind: 'assigned'; readonly assignee: string | null }
  | { readonly kind: 'erased' }

/** A change as it happened: the version it made, who made it, and when (ISO 8601, UTC). */
export type CaseEvent = CaseChange & {
  readonly version: number
  readonly actor: string
  readonly at: string
}

export type CaseStatus = 'draft' | 'decided' | 'settled' | 'released'

/** What the events of a case add up to. */
export interface CaseState {
  readonly id: string
  readonly program: string
  readonly status: CaseStatus
  /** The number of events; whoever writes names the version that was read. */
  readonly version: number
  readonly assignee: string | null
  readonly createdAt: string
  readonly updatedAt: string
  /** The facts as last saved: the version of that event, and the digest of their content. */
  readonly facts: { readonly version: number; readonly digest: string } | null
  readonly determination:
    | (DeterminationMark & {
        readonly version: number
        readonly digest: string
        readonly decidedAt: string
      })
    | null
  /** When private content was last erased; what was saved later is still there. */
  readonly erasedAt: string | null
}
