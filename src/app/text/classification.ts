import type { DeterminationDocument, Program } from '#rules'
import { inSentence } from '#rules'
import { classification } from '../chips.ts'
import { wrapped } from './layout.ts'
import { reasons } from './reasons.ts'
import { wordsOf } from './words.ts'

interface Classified {
  readonly determination: DeterminationDocument
  readonly alsoUnder: readonly { readonly mode: string; readonly label: string }[]
}

/** A classification in a few lines: the numbers, the class, its law, and what proposals change. */
export function classificationText(program: Program, classified: Classified): string {
  const { determination, alsoUnder } = classified
  const own = outputOf(determination, classification.eccn)
  const label = own?.label ?? ''
  const differing = alsoUnder.filter((under) => under.label !== label)
  const same = alsoUnder.filter((under) => under.label === label).map(({ mode }) => nameOf(mode))
  const answer =
    own?.verdict.kind === 'undetermined'
      ? `cannot tell: ${unknownFor(determination).join(', ')}`
      : inSentence(label)
  const performance = numberOf(determination, classification.performance)
  const density = numberOf(determination, classification.density)
  return [
    ...wrapped(`TPP ${performance}, performance density ${density} -> ${answer}`, 0, 2),
    ...differing.flatMap((under) =>
      wrapped(`under proposal ${nameOf(under.mode)} -> ${inSentence(under.label)}`, 0, 2),
    ),
    ...(same.length > 0 ? wrapped(`the same under proposals ${same.join(', ')}`, 0, 2) : []),
    '',
    `Under ${determination.mode === 'text' ? 'the text' : determination.mode} as of ${determination.asOf}`,
    ...wrapped(`Law: ${citesOf(program, determination)}`, 0, 2),
    ...reasons(program, determination, Object.values(classification), 'brief'),
  ].join('\n')
}

const outputOf = ({ outputs }: DeterminationDocument, wanted: string) =>
  outputs.find(({ name }) => name === wanted)

function numberOf(document: DeterminationDocument, name: string): string {
  const verdict = outputOf(document, name)?.verdict
  return verdict?.kind === 'value' ? String(verdict.value) : 'cannot tell'
}

const nameOf = (mode: string): string => mode.replace(/^proposal:/, '')

function citesOf(program: Program, { trace }: DeterminationDocument): string {
  const own = trace.find(({ definition }) => definition === classification.eccn)
  const deciding = own?.clauses.filter(({ part }) => part !== 'overridden') ?? []
  const { provisions } = wordsOf(program)
  return [...new Set(deciding.map(provisions))].join('; ')
}

/** The titles of the facts that the classification still waits for. */
function unknownFor({ trace }: DeterminationDocument): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string): void => {
    const own = trace.find(({ definition }) => definition === name)
    if (!own || seen.has(name) || own.verdict.kind !== 'undetermined') return
    seen.add(name)
    for (const { part, reads } of own.clauses) {
      for (const reading of reads) {
        if (reading.kind === 'definition') visit(reading.name)
        else if (part !== 'overridden' && reading.value === undefined)
          found.add(inSentence(reading.title))
      }
    }
  }
  visit(classification.eccn)
  return [...found]
}
