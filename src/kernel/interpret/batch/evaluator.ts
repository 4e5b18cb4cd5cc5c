import type { ValueType } from '../../rules/ast.ts'
import type { Circuit } from '../circuit/circuit.ts'
import type { CaseColumns } from './columns.ts'
import type { Width } from './reduce/width.ts'

/** How a definition comes out for many cases: one entry per row in each column. */
export interface OutputColumns {
  /** Members, 0 and 1 for conditions, scaled integers, days; 0 unless decided. */
  readonly value: Uint8Array | Uint16Array | Int32Array | Float64Array
  /** 0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused. */
  readonly status: Uint8Array
  /** Where asked for: the deciding clauses, a bit for each by position; 0 unless decided. */
  readonly reason?: Uint8Array | Uint16Array | Uint32Array
}

/** The columns that a definition is given in. */
export interface OutputShape {
  readonly name: string
  /** Slot of the definition. */
  readonly slot: number
  readonly type: ValueType
  readonly width: Width
  readonly reasonWidth?: 'u8' | 'u16' | 'u32'
}

/** How a batch is run; all ways give the same columns. */
export type Engine = 'wasm' | 'javascript' | 'kernels'

/** A circuit made ready to run over columns of cases. */
export interface Batch {
  readonly engine: Engine
  readonly circuit: Circuit
  readonly outputs: readonly OutputShape[]
  /**
   * Evaluates rows `first` to `end` (left out: all) into the same rows of the results, which are
   * made where none are given. `first` is a multiple of 8. Throws RangeError for columns that
   * break a promise: a value missing that was said to be always known, a column of another width
   * than its declaration, more related rows than declared, results too short.
   */
  readonly run: (
    columns: CaseColumns,
    results?: readonly OutputColumns[],
    range?: { readonly first: number; readonly end: number },
  ) => readonly OutputColumns[]
}

/** Options that all ways to run a batch share. */
export interface BatchOptions {
  /** Also give the deciding clauses of every row. */
  readonly reasons?: boolean
}
