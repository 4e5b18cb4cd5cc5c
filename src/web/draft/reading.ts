import type { CaseFacts, DecideOptions, DecideResult, Mode, Program } from '#rules'
import { decide } from '#rules'

/** A case together with the reading of the law that it is decided under. */
export interface ReadCase {
  readonly facts: CaseFacts
  readonly asOf: string
  readonly mode: Mode
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The kernel's options for a case. */
export const optionsOf = ({ asOf, mode, parameters }: ReadCase): DecideOptions => ({
  asOf,
  mode,
  parameters,
})

/** Decides a case in this browser. */
export const decideCase = (program: Program, read: ReadCase): DecideResult =>
  decide(program.rules, read.facts, optionsOf(read))
