import type { Goal } from './goal.ts'
import type { QuestionName } from './questions.ts'

type Words = Readonly<Record<'holds' | 'fails', string>>

const words: Readonly<Record<QuestionName, Words>> = {
  gap: {
    holds: 'Proved: no case falls through.',
    fails: 'A case falls through: no clause applies to it.',
  },
  conflict: {
    holds: 'Proved: no case gets two answers.',
    fails: 'Clauses that are not exceptions to each other give this case different answers.',
  },
  undetermined: {
    holds: 'Proved: every complete case is decided.',
    fails: 'This case stays undecided although every question about it is answered.',
  },
  'dead-clause': {
    holds: 'The clause decides this case.',
    fails: 'Proved: the clause decides no case. It is dead in this reading of the law.',
  },
  unreachable: {
    holds: 'This case comes out so.',
    fails: 'Proved: no case comes out so in this reading of the law.',
  },
  never: { holds: 'Proved: it never happens.', fails: 'It happens in this case.' },
  monotone: {
    holds: 'Proved for every amount.',
    fails: 'Here more leads to a milder result.',
  },
  threshold: {
    holds: 'Proved: no single unit changes the result.',
    fails: 'These cases sit right at a limit: one unit more changes the result.',
  },
  splitting: {
    holds: 'Proved: splitting an order gains nothing.',
    fails: 'Two orders are granted that would not be granted as one.',
  },
  relabelling: {
    holds: 'Proved: no other description turns a refusal into a grant.',
    fails: 'Described otherwise, the same is granted.',
  },
  equivalence: {
    holds: 'Proved: no case changes.',
    fails: 'This case changes.',
  },
  loophole: { holds: 'Proved.', fails: 'A cheaper way was found.' },
}

/** What an answer says, in one sentence. */
export const findingInWords = (
  { question }: Pick<Goal, 'question'>,
  verdict: keyof Words,
): string => words[question][verdict]
