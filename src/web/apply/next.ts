import type { Interview, Question } from '#rules'

/** The name under which a question is addressed. */
export function nameOf({ ask }: Question): string {
  if (ask.kind === 'fact') return ask.fact.name
  return ask.kind === 'relation' ? ask.relation.name : ask.parameter.name
}

/** The next question that was not put off; undefined when none is left. */
export function nextQuestion(
  interview: Interview,
  skipped: readonly string[],
): Question | undefined {
  return interview.open.find((question) => !skipped.includes(nameOf(question)))
}
