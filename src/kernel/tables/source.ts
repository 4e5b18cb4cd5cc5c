/** A column of a file as it stands there. */
export interface SourceColumn {
  readonly name: string
  /** How its values can be passed through unread: as text, whole numbers, numbers, conditions. */
  readonly kind: 'text' | 'whole' | 'number' | 'bool' | 'other'
}

/** Cells of one column as the file has them; undefined or null where there is none. */
export interface RawColumn {
  readonly cells: ArrayLike<unknown>
  /** Cells are whole numbers, to be divided by 10 to this power: exact decimals. */
  readonly decimalScale?: number
}

/** A row that could not be read at all. */
export interface BrokenRow {
  /** Place in the chunk; its cells are empty. */
  readonly index: number
  readonly message: string
  readonly content: unknown
}

/** Consecutive rows of a file. */
export interface RawChunk {
  /** Number of the first row, from 1; a line of column names is no row. */
  readonly firstRow: number
  readonly count: number
  /** In the order in which they were asked for; undefined where the file has no such column. */
  readonly columns: readonly (RawColumn | undefined)[]
  readonly broken: readonly BrokenRow[]
  /** Per row the names it states, where each row names its own. */
  readonly namesOf?: (index: number) => readonly string[]
  /** The row as the file has it, for whoever must mend it. */
  readonly contentOf: (index: number) => unknown
  /** Share of the file that was read, from 0 to 1. */
  readonly progress: number
}

/** A table file that was opened: what it has, and its rows. */
export interface TableSource {
  readonly path: string
  /** Undefined where each row names its own columns (JSON lines). */
  readonly columns: readonly SourceColumn[] | undefined
  /** How many rows it has, where the file says so. */
  readonly rows: number | undefined
  /** The rows, with the named columns, once; throws a TableFault where the file is damaged. */
  readonly chunks: (names: readonly string[]) => AsyncGenerator<RawChunk, void, undefined>
  readonly close: () => Promise<void>
}

/** At most so many rows of a file are in memory at a time. */
export const chunkRowsMax = 65_536
