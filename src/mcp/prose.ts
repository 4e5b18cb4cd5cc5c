import type { Context } from '../app/context.ts'
import { classificationText } from '../app/text/classification.ts'
import { comparisonText } from '../app/text/comparison.ts'
import { determinationText } from '../app/text/determination.ts'

type Determination = Parameters<typeof determinationText>[1]
type Comparison = Parameters<typeof comparisonText>[1]
type Classified = Parameters<typeof classificationText>[1]

/** The answer of a tool as text with reasons and citations, where there is a form for it. */
export function proseOf(context: Context, tool: string, value: unknown): string | undefined {
  const programOf = ({ program }: Determination) =>
    context.programs.find(({ id, rules }) => id === program || rules.text.program === program)
  if (tool === 'decide') {
    const document = value as Determination
    const program = programOf(document)
    return program && determinationText(program, document)
  }
  if (tool === 'classify') {
    const classified = value as Classified
    const program = programOf(classified.determination)
    return program && classificationText(program, classified)
  }
  if (tool === 'compare') {
    const comparison = value as Comparison
    const [first] = comparison.determinations
    const program = first && programOf(first)
    return program && comparisonText(program, comparison)
  }
  return undefined
}
