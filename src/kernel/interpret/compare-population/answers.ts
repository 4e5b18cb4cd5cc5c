import type { CaseColumns } from '../batch/columns.ts'
import type { View } from '../view.ts'

/** A reading of the law for a whole population: a view, and a value for each parameter by slot. */
export interface PopulationReading {
  readonly view: View
  /** As the view encodes them; the view's own where nothing is assumed. */
  readonly parameters: readonly number[]
  /** Names of the parameters whose values a reader assumed. */
  readonly assumed: readonly string[]
}

/** How one definition came out, row by row. */
export interface Answers {
  /** 0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused. */
  readonly status: ArrayLike<number>
  /** Members, 0 and 1 for conditions, scaled integers, days; 0 unless decided. */
  readonly value: ArrayLike<number>
  /** The clauses that gave the value, a bit for each by position in the view; 0 unless decided. */
  readonly reason: ArrayLike<number>
}

/** Answers for every row of columns, per definition in the order asked for. */
export type AnswerColumns = (columns: CaseColumns) => readonly Answers[]

/** Makes a reading ready to answer some definitions by name. */
export type MakeAnswers = (reading: PopulationReading, outputs: readonly string[]) => AnswerColumns
