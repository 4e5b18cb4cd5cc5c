import type { Interview, Question } from '#rules'
import { needsText } from './determination.ts'
import { section, wrapped } from './layout.ts'

/** Where an interview stands: the next question with why it is asked, and what follows. */
export function interviewText({ settled, next, open, blocked }: Interview): string {
  const rest = open.slice(1).map(({ need }) => need)
  return [
    settled ? 'No further answer can change the outcome.' : 'Not settled yet.',
    ...(next ? section('Next question', questionLines(next)) : []),
    ...section('Then, unless it no longer matters', needsText(rest)),
    ...section('What no answer can mend', needsText(blocked)),
  ].join('\n')
}

function questionLines({ ask }: Question): readonly string[] {
  if (ask.kind === 'parameter') {
    const { name, title, why } = ask.parameter
    return [...wrapped(`${title} (parameter ${name})`, 2), ...wrapped(`Why: ${why}`, 2, 2)]
  }
  const asked = ask.kind === 'fact' ? ask.fact : ask.relation
  const { name, question, why, cite } = asked
  const provisions = cite.map(({ provision }) => provision).join('; ')
  const hint = 'hint' in asked && asked.hint !== undefined ? wrapped(asked.hint, 2, 2) : []
  const example =
    ask.kind === 'fact' ? ask.fact.example : ask.relation.fields.map((field) => field.name)
  return [
    ...wrapped(question, 2, 2),
    ...hint,
    ...wrapped(`Why: ${why} [${provisions}]`, 2, 2),
    ...wrapped(
      ask.kind === 'fact'
        ? `State it as ${name}, for example ${JSON.stringify(example)}`
        : `State it as ${name}: rows with ${String(example)}; [] when there are none`,
      2,
      2,
    ),
  ]
}
