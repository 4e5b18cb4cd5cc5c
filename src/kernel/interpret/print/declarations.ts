import type { Citation } from '../../rules/ast.ts'

/** A parameter with every version; `isCurrent` marks the one that a reading takes. */
export interface LawParameter {
  readonly anchor: string
  readonly name: string
  readonly title: string
  readonly why: string
  readonly kind: string
  readonly versions: readonly {
    readonly from: string
    readonly to?: string
    readonly value: string
    readonly isSet: boolean
    readonly isCurrent: boolean
    readonly isProposed: boolean
    readonly cite: readonly Citation[]
    readonly pack: string
  }[]
}

/** A fact or a field of a relation, in words. */
export interface LawFact {
  readonly anchor: string
  readonly name: string
  readonly title: string
  readonly question: string
  readonly hint?: string
  readonly why: string
  /** What its value can be: "yes or no", "a number from 0 to 1,000 TPP". */
  readonly kind: string
  /** The list its values are from. */
  readonly list?: string
  readonly prefill?: string
  readonly assertedBy: readonly string[]
  readonly evidence: readonly string[]
  readonly cite: readonly Citation[]
  readonly fields?: readonly {
    readonly name: string
    readonly title: string
    readonly kind: string
  }[]
}

export interface LawGroup {
  readonly title: string
  readonly facts: readonly LawFact[]
}

export interface LawTable {
  readonly anchor: string
  readonly title: string
  readonly verifiedAt: string
  readonly cite: readonly Citation[]
  readonly key: string
  /** Column names with what their cells are. */
  readonly columns: readonly { readonly name: string; readonly kind: string }[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}

export interface LawList {
  readonly anchor: string
  readonly title: string
  readonly members: readonly { readonly value: string; readonly label: string }[]
}

export interface LawInstrument {
  readonly anchor: string
  readonly title: string
  readonly instrument: string
  readonly file: string
  readonly from: string
  readonly verifiedAt: string
  readonly recheckBy?: string
  readonly note?: string
  readonly proposal?: string
}

/** What the sentences of a law speak of. */
export interface LawDeclarations {
  readonly parameters: readonly LawParameter[]
  readonly groups: readonly LawGroup[]
  readonly tables: readonly LawTable[]
  readonly lists: readonly LawList[]
  readonly instruments: readonly LawInstrument[]
}
