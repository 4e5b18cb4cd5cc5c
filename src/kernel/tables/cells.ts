/** What the cells of a column to be written are. */
export type CellType =
  /** Strings. */
  | { readonly t: 'text' }
  | { readonly t: 'bool' }
  /** Whole numbers of so many bits; numbers, or bigints where they may pass 2^53. */
  | { readonly t: 'whole'; readonly bits: 32 | 64 }
  /** Binary fractions, as they came. */
  | { readonly t: 'number' }
  /** Calendar days, as day numbers. */
  | { readonly t: 'day' }
  /** Exact decimals, as whole numbers to be divided by 10 to this power. */
  | { readonly t: 'decimal'; readonly scale: number }
  /** Lists of strings. */
  | { readonly t: 'texts' }
  /** Lists of rows, each a list of cells in the order of the fields. */
  | { readonly t: 'rows'; readonly fields: readonly ColumnHead[] }

export interface ColumnHead {
  readonly name: string
  readonly type: CellType
}

/** Cells of one column; undefined where there is none. */
export type Cells = readonly unknown[]

/** A table file that is being written. Nothing stands under its name before `finish`. */
export interface TableWriter {
  /** Writes rows: a list of cells per column. Resolves when more can be taken. */
  readonly write: (count: number, columns: readonly Cells[]) => Promise<void>
  /** Puts the whole file under its name. */
  readonly finish: () => Promise<void>
  /** Leaves nothing behind. Does nothing after `finish`. */
  readonly discard: () => Promise<void>
}

/** Rows of one write. */
export const writtenRowsMax = 65_536
