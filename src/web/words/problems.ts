import type { FactProblem, RuleSet, ViewProblem } from '#rules'

/**
 * The kernel's own message with the fact's title in place of its name, and an example of what would
 * be right where the message does not already end in one.
 */
export function problemWords(rules: RuleSet, problem: FactProblem | ViewProblem): string {
  const { field, message, example } = problem
  const name = field.split(/[[.]/)[0] ?? field
  const fact = rules.scope.facts.get(name) ?? rules.scope.relations.get(name)
  const parameter = rules.scope.parameters.get(name)
  const title = (fact ?? parameter)?.declaration.title
  const named =
    title !== undefined && message.startsWith(field)
      ? `${title}${rowWords(rules, field)}${message.slice(field.length)}`
      : message
  const shown = exampleWords(example)
  return shown === '' ? `${named}.` : `${named}. For example: ${shown}.`
}

/** "owners[1].share" as ", row 2, Share owned". */
function rowWords({ scope }: RuleSet, field: string): string {
  const match = /^(\w+)\[(\d+)\](?:\.(\w+))?$/.exec(field)
  if (!match) return ''
  const [, relation = '', row, name] = match
  const declared = scope.relations.get(relation)?.declaration.fields
  const title = declared?.find((one) => one.name === name)?.title
  return `, row ${Number(row) + 1}${title === undefined ? '' : `, ${title}`}`
}

function exampleWords(example: unknown): string {
  if (typeof example === 'string' || typeof example === 'number') return String(example)
  return ''
}
