import type { LoopholeQuestion } from '../loophole/question.ts'

/** The fixed list of questions, in the order in which they are asked and told. */
export const questionNames = [
  'gap',
  'conflict',
  'undetermined',
  'dead-clause',
  'unreachable',
  'never',
  'monotone',
  'threshold',
  'splitting',
  'relabelling',
  'equivalence',
  'loophole',
] as const
export type QuestionName = (typeof questionNames)[number]

/** A question in words for people who do not write rules. */
export interface QuestionText {
  readonly name: QuestionName
  readonly title: string
  readonly asks: string
  /** What of a program it is asked of. */
  readonly about: string
}

const text: Readonly<Record<QuestionName, Omit<QuestionText, 'name'>>> = {
  gap: {
    title: 'Gaps',
    asks: 'Can a case fall through the rules, so that no clause applies to it?',
    about: 'every definition that has clauses in force',
  },
  conflict: {
    title: 'Conflicts',
    asks: 'Can two clauses that are not exceptions to each other give one case two answers?',
    about: 'every definition that has clauses in force',
  },
  undetermined: {
    title: 'Never decided',
    asks: 'Can a case stay undecided although every question about it is answered?',
    about: 'every definition that has clauses in force',
  },
  'dead-clause': {
    title: 'Dead clauses',
    asks: 'Is there a clause that decides no case at all?',
    about: 'every clause in force',
  },
  unreachable: {
    title: 'Unreachable results',
    asks: 'Is there a result that no case can come to?',
    about: 'every value of a definition that is a choice or a condition',
  },
  never: {
    title: 'Never allowed',
    asks: 'Can something that must never happen happen?',
    about: 'what the program declares',
  },
  monotone: {
    title: 'More is never easier',
    asks: 'Can more of a quantity lead to a milder result?',
    about: 'what the program declares',
  },
  threshold: {
    title: 'Right at a limit',
    asks: 'Which cases sit right at a limit, so that one unit more changes the result?',
    about: 'what the program declares',
  },
  splitting: {
    title: 'Splitting one order into many',
    asks: 'Can two orders be granted that would be refused as one?',
    about: 'what the program declares',
  },
  relabelling: {
    title: 'Relabelling',
    asks: 'Can a refused case be granted by describing the same thing as something else?',
    about: 'what the program declares',
  },
  equivalence: {
    title: 'Same results under two versions',
    asks: 'Is there a case that two readings of the law decide differently?',
    about: 'two readings of the law: the outcome, or the definitions named',
  },
  loophole: {
    title: 'Cheapest way around a limit',
    asks: 'How few parties, or how little, reach a goal that a limit is meant to prevent?',
    about: 'what the program declares',
  },
}

export const questionTexts: readonly QuestionText[] = questionNames.map((name) => ({
  name,
  ...text[name],
}))

/** A value as a case file states it, or a result as a definition gives it. */
export type Stated = boolean | number | string

/** What a program's analysts ask of it beyond what can be asked of every program. Plain data. */
export interface AnalystQuestions {
  readonly never?: readonly NeverQuestion[]
  readonly monotone?: readonly MonotoneQuestion[]
  readonly threshold?: readonly ThresholdQuestion[]
  readonly splitting?: readonly SplittingQuestion[]
  readonly relabelling?: readonly RelabellingQuestion[]
  readonly loopholes?: readonly LoopholeQuestion[]
}

interface Declared {
  /** Words with dashes. */
  readonly name: string
  /** What is to hold, as one sentence. */
  readonly statement: string
  readonly definition: string
}

/** Where facts have one of the values given, a definition never gives one of some values. */
export interface NeverQuestion extends Declared {
  readonly given: Readonly<Record<string, readonly Stated[]>>
  readonly never: readonly Stated[]
}

/**
 * More of a fact never leads to a result earlier in the order. Without an order, results are
 * quantities, or conditions from no to yes; results that the order does not name are left aside.
 */
export interface MonotoneQuestion extends Declared {
  readonly fact: string
  readonly order?: readonly Stated[]
}

/** One more of a fact (its smallest unit) never changes the result. */
export interface ThresholdQuestion extends Declared {
  readonly fact: string
}

/** Two orders that are granted are also granted as one order of their sum. */
export interface SplittingQuestion extends Declared {
  readonly fact: string
  readonly granted: readonly Stated[]
  /** The second order counts the first: a fact grows by what a definition gives for the first. */
  readonly running?: { readonly fact: string; readonly adds: string }
}

/** Facts that only describe the same thing otherwise never turn a refusal into a grant. */
export interface RelabellingQuestion extends Declared {
  readonly labels: readonly string[]
  readonly granted: readonly Stated[]
}
