/**
 * What a synthetic population is made of, as data: how often each value occurs, where that comes
 * from, and which evasions are planted. Values are written as case files write them; shares are
 * numbers from 0 to 1.
 */
export interface Population {
  /** What the population is and what it is not, for whoever reads results made with it. */
  readonly about: string
  /** Facts and relations, each after those it depends on. What is not named stays unknown. */
  readonly columns: readonly (FactColumn | RelationColumn)[]
  /** Who the rows are about: names that no rule reads, such as the consignee. */
  readonly parties: readonly Party[]
  readonly patterns: readonly Pattern[]
}

export interface FactColumn {
  readonly fact: string
  readonly as: Distribution
  /** Share of rows in which the fact is not known. */
  readonly unknown?: number
  /** "assumed", or what the shares are taken from. */
  readonly source: string
}

export interface RelationColumn {
  readonly relation: string
  readonly rows: RowsDistribution
  readonly unknown?: number
  readonly source: string
}

/** How many rows a case has, by weight, and how each field of a row is drawn. */
export interface RowsDistribution {
  readonly counts: Readonly<Record<number, number>>
  readonly fields: Readonly<Record<string, Distribution>>
}

/** A named party: one of so many, the first ones oftener than the last (a few parties order most). */
export interface Party {
  readonly name: string
  readonly count: number
  readonly source: string
}

/** How one value is drawn. Where it depends on another column, that one comes earlier. */
export type Distribution =
  | { readonly kind: 'always'; readonly value: boolean | number | string | readonly string[] }
  | { readonly kind: 'unknown' }
  /** A condition that is true in this share of rows. */
  | { readonly kind: 'chance'; readonly of: number }
  /** A member, by weight; weights need not add up to anything. */
  | { readonly kind: 'weights'; readonly of: Readonly<Record<string, number>> }
  /** A set: each member by itself, in this share of rows. */
  | { readonly kind: 'each'; readonly of: Readonly<Record<string, number>> }
  /** A number or day, every one from min to max as likely. */
  | { readonly kind: 'uniform'; readonly min: number | string; readonly max: number | string }
  /** A number by quantiles: pairs of share and value, from share 0 to share 1, straight between. */
  | {
      readonly kind: 'quantiles'
      readonly at: readonly (readonly [share: number, value: number])[]
    }
  /** The value of another column of the same type in this share of rows, else drawn otherwise. */
  | {
      readonly kind: 'sameAs'
      readonly column: string
      readonly share: number
      readonly otherwise: Distribution
    }
  /** As the member of another column says; otherwise where that is unknown or not listed. */
  | {
      readonly kind: 'by'
      readonly column: string
      readonly of: Readonly<Record<string, Distribution>>
      readonly otherwise: Distribution
    }
  /** A number less than one looked up by the member of another column, by 0 to `short`. */
  | {
      readonly kind: 'below'
      readonly column: string
      readonly of: Readonly<Record<string, number>>
      readonly short: number
      readonly otherwise: Distribution
    }

/** A planted evasion: groups of rows that belong together, marked in a label that no rule reads. */
export interface Pattern {
  readonly name: string
  readonly title: string
  /** How it works, and what would show it. */
  readonly about: string
  readonly source: string
  /** Share of all rows. */
  readonly share: number
  /** Rows of one group: from the first to the second number. */
  readonly groupSize: readonly [number, number]
  /** Facts drawn once for the whole group. */
  readonly shared?: Readonly<Record<string, Distribution>>
  /** Facts drawn anew for each row of it. */
  readonly each?: Readonly<Record<string, Distribution>>
  readonly relations?: Readonly<Record<string, RowsDistribution>>
  /** Parties that the whole group has in common; the others differ from row to row. */
  readonly sharedParties?: readonly string[]
}
