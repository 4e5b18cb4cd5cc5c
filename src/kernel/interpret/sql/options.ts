import type { DialectName } from './dialect.ts'
import type { TableOptions } from './layout.ts'

/** What a query gives per output. */
export type SqlColumnKind = 'value' | 'status' | 'reason'

export interface SqlOptions extends TableOptions {
  readonly dialect: DialectName
  /** Outputs by name, of those of the circuit; all when left out. */
  readonly outputs?: readonly string[]
  readonly columns?: readonly SqlColumnKind[]
  /**
   * Checked: a case whose values cannot be what they say has status 4. Trusted: nothing is asked
   * of the tables, and what is outside its bounds may give any answer or fail.
   */
  readonly values?: 'checked' | 'trusted'
  /** Values that were assumed for parameters when the circuit was made, for the heading. */
  readonly assumed?: Readonly<Record<string, unknown>>
}

/** The columns that a query gives for one output, by their names there. */
export interface SqlOutput {
  readonly name: string
  readonly value?: string
  readonly status?: string
  readonly reason?: string
}
