import type { CaseFacts } from '../encode.ts'
import type { View } from '../view.ts'
import type { QuestionName } from './questions.ts'
import type { Script } from './script.ts'
import type { Term } from './terms.ts'
import type { CaseVariables, Variable } from './variables.ts'

/** A case that a question speaks of, and the reading of the law it is decided under. */
export interface Role {
  /** What tells it from the other cases of the question: "as it is", "one unit more". */
  readonly label: string
  readonly view: View
  readonly variables: CaseVariables
  /** Facts that are settled and therefore no variables: every case found states them as well. */
  readonly stated?: CaseFacts
  /** Values assumed for parameters that are no variables either. */
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** One replayed case: results of definitions as `interpret` leaves them, and encoded facts. */
export interface Replayed {
  readonly of: (slot: number) => { readonly mark: number; readonly value: number }
  readonly fact: (slot: number) => number
}

/** What a question is about: names of the rules, for people, files and programs. */
export interface Subject {
  readonly definition?: string
  readonly clause?: string
  /** A value of the definition, or of a fact. */
  readonly value?: string
  readonly facts?: readonly string[]
  /** A question that a program declares, by its name. */
  readonly declared?: string
}

/** One thing to look for: cases that make `claim` hold. */
export interface Goal {
  readonly question: QuestionName
  readonly subject: Subject
  /** What is asked, as a statement that holds or fails. */
  readonly statement: string
  readonly claim: Term
  /** What it means that such a case exists: the statement holds, or it fails. */
  readonly caseMeans: 'holds' | 'fails'
  /** The cases that the claim is about, in the order in which `reproduces` takes them. */
  readonly roles: readonly Role[]
  /** The definitions whose results are read in each case, by slot. */
  readonly reads: readonly number[]
  /** Whether replayed cases really are what was looked for. */
  readonly reproduces: (cases: readonly Replayed[]) => boolean
  /** Sets the inputs that follow from others, where cases are made simpler: a sum, one unit more. */
  readonly derive?: (assignment: Assignment) => Assignment
  /** Ints and bits in which each further case found must differ; at most `casesMax` are looked for. */
  readonly distinct?: readonly Term[]
  readonly casesMax?: number
}

/** Goals that share their definitions: one text, one session of a solver. */
export interface Sheet {
  /** What names it, and its file: "determination", "quantity-determination". */
  readonly name: string
  readonly script: Script
  readonly goals: readonly Goal[]
}

/** The encoded value of each variable (booleans 0 and 2, members, masks, days, scaled numbers). */
export type Assignment = ReadonlyMap<Variable, number>

/** A case found, as a case file states it, with the values it assumes for parameters nobody has set. */
export interface FoundCase {
  readonly label: string
  readonly facts: CaseFacts
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The variables of every case of a goal, each once, in a fixed order. */
export function variablesOf({ roles }: Pick<Goal, 'roles'>): readonly Variable[] {
  const all = new Set(roles.flatMap(({ variables }) => variables.list))
  return [...all].sort((a, b) => rank(a) - rank(b))
}

const kinds = ['fact', 'relation', 'row', 'field', 'parameter']
const rank = ({ input }: Variable): number =>
  kinds.indexOf(input.of) * 1e6 + (input.row ?? 0) * 1e3 + input.slot

/** The terms whose values say what a case is. */
export function termsOf(variables: readonly Variable[]): readonly Term[] {
  const terms = variables.flatMap((variable) => [
    ...(variable.known === 'true' ? [] : [variable.known]),
    ...(variable.kind === 'set' ? variable.members : [variable.value]),
  ])
  return [...new Set(terms)]
}
