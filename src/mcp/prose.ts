import type { Context } from '../app/context.ts'
import { chipsText } from '../app/text/chips.ts'
import { classificationText } from '../app/text/classification.ts'
import { comparisonText } from '../app/text/comparison.ts'
import { determinationText } from '../app/text/determination.ts'
import { interviewText } from '../app/text/interview.ts'
import { programsText, programText } from '../app/text/programs.ts'

type Determination = Parameters<typeof determinationText>[1]

/** What tools answer with, by the names of their members. */
interface Answers {
  readonly id: string
  readonly determination: Determination
  readonly determinations: readonly Determination[]
  readonly interview: Parameters<typeof interviewText>[0]
  readonly chips: Parameters<typeof chipsText>[0]
}

/**
 * The answer of a tool as text with reasons and citations, where there is a form for it: shorter
 * than the data, which is given beside it.
 */
export function proseOf({ programs }: Context, tool: string, value: unknown): string | undefined {
  const answer = value as Answers
  const programOf = (wanted: string | undefined) =>
    programs.find(({ id, rules }) => id === wanted || rules.text.program === wanted)
  const decided = tool === 'decide' ? (value as Determination) : answer.determination
  const program = programOf(decided?.program ?? answer.determinations?.[0]?.program ?? answer.id)
  if (tool === 'programs') return programsText(programs)
  if (tool === 'chips') return chipsText(answer.chips)
  if (tool === 'interview') return `${decided.statement}\n\n${interviewText(answer.interview)}`
  if (!program) return undefined
  switch (tool) {
    case 'program':
      return programText(program)
    case 'decide':
      return determinationText(program, decided)
    case 'classify':
      return classificationText(program, value as Parameters<typeof classificationText>[1])
    case 'compare':
      return comparisonText(program, value as Parameters<typeof comparisonText>[1])
    default:
      return undefined
  }
}
