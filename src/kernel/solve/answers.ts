import type { Verdict } from '../interpret/verdict.ts'
import type { FoundCase, Subject } from '../interpret/smt/goal.ts'
import type { QuestionName } from '../interpret/smt/questions.ts'
import type { UnprovedReason } from './thread.ts'

/** A case of an answer, decided anew: ready to be filed, and what it came to. */
export interface WitnessCase extends FoundCase {
  readonly asOf: string
  readonly mode: string
  readonly results: readonly {
    readonly definition: string
    readonly title: string
    readonly verdict: Verdict
    readonly label: string
  }[]
}

/** An example: one case, or the two or three that a question compares. */
export interface Witness {
  readonly cases: readonly WitnessCase[]
  /** Facts, lists and parameters that had to differ from the program's example. */
  readonly differs: readonly string[]
}

export type Recheck =
  | { readonly kind: 'agrees' | 'differs' | 'noAnswer'; readonly solver: string }
  | { readonly kind: 'notInstalled' | 'notAsked' }

/** The answer to one question about one subject. */
export interface Answer {
  readonly question: QuestionName
  readonly subject: Subject
  /** What was asked, as a statement that holds or fails. */
  readonly statement: string
  /** Nothing is claimed where it is unproved. */
  readonly verdict: 'holds' | 'fails' | 'unproved'
  /** What was found, in one sentence. */
  readonly finding: string
  readonly reason?: UnprovedReason
  readonly witnesses: readonly Witness[]
  /** Where examples were looked for one by one: whether these are all there are. */
  readonly isComplete?: boolean
  readonly solver: string
  readonly recheck: Recheck
  readonly seconds: number
}

export interface ProofReport {
  readonly answers: readonly Answer[]
  /** Within what the answers hold, in sentences. */
  readonly limits: readonly string[]
  readonly solver: string
  readonly seconds: number
  /** Whether it was canceled: the answers are those found until then. */
  readonly isCanceled: boolean
}
