import type { DecideOptions, Program } from '#rules'
import type { ChipRow } from './chips.ts'

/** What operations need that is not their input: everything outside the program is passed in. */
export interface Context {
  readonly programs: readonly Program[]
  /** The table of chips, for the programs that classify them. */
  readonly chips?: readonly ChipRow[]
  /** The present instant, ISO 8601 in UTC. */
  readonly clock: () => string
  readonly version: string
  /** Generated code in place of the interpreter, where the platform allows it. */
  readonly evaluator?: DecideOptions['evaluator']
}

/** Today's date in UTC, by the injected clock. */
export const today = (context: Context): string => context.clock().slice(0, 10)
