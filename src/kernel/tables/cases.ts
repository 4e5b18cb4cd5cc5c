import type { Code } from '../errors.ts'
import type { CaseColumns } from '../interpret/batch/columns.ts'
import type { SourceColumn } from './source.ts'

export interface CaseOptions {
  /** The column that names the rows; `id` when left out, and row numbers where there is none. */
  readonly id?: string
  /** Columns passed through unread. */
  readonly keep?: readonly string[]
  /** Whether columns that are no facts are left aside instead of refused. */
  readonly ignoreExtra?: boolean
  /** Columns known to be no facts, such as the names of parties. */
  readonly references?: readonly string[]
}

/** One thing wrong with a row. */
export interface RowProblem {
  readonly code: Code
  /** The column, or its part (`owners[0].share`); empty for the row as a whole. */
  readonly column: string
  readonly message: string
  readonly example?: unknown
}

/** A row that was left out, with everything that is wrong with it and what it held. */
export interface RejectedRow {
  readonly row: number
  readonly problems: readonly RowProblem[]
  readonly content: unknown
}

/** Cases of consecutive rows. */
export interface CaseChunk {
  readonly columns: CaseColumns
  /** Per case its row in the file, from 1. */
  readonly rows: Uint32Array
  /** Per case what names it; the row number where the file has no such column. */
  readonly ids: readonly unknown[]
  /** Columns passed through, in the order in which they were asked for. */
  readonly kept: readonly (readonly unknown[])[]
  readonly rejected: readonly RejectedRow[]
  /** Share of the file that was read, from 0 to 1. */
  readonly progress: number
}

/** A file of cases. */
export interface CaseSource {
  readonly path: string
  readonly rows: number | undefined
  readonly id: SourceColumn | undefined
  readonly kept: readonly SourceColumn[]
  /** Facts and relations that no row states; complete when every chunk was read. */
  readonly missing: () => readonly string[]
  /** The cases, once. Throws a TableFault where the file is damaged. */
  readonly chunks: () => AsyncGenerator<CaseChunk, void, undefined>
  readonly close: () => Promise<void>
}
