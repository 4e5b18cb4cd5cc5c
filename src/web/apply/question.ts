import type { FactDeclaration, ParameterDeclaration, Program, RelationDeclaration } from '#rules'

/** What a question page asks about. */
export type Asked =
  | { readonly kind: 'fact'; readonly fact: FactDeclaration }
  | { readonly kind: 'relation'; readonly relation: RelationDeclaration }
  | { readonly kind: 'parameter'; readonly parameter: ParameterDeclaration }

/** The question of a name: a fact, a list or a parameter of the program. */
export function askedOf({ rules: { scope } }: Program, name: string): Asked | undefined {
  const fact = scope.facts.get(name)?.declaration
  if (fact) return { kind: 'fact', fact }
  const relation = scope.relations.get(name)?.declaration
  if (relation) return { kind: 'relation', relation }
  const parameter = scope.parameters.get(name)?.declaration
  return parameter ? { kind: 'parameter', parameter } : undefined
}

/** The words of a question, whatever its kind. */
export function wordsOf(asked: Asked): {
  readonly question: string
  readonly hint?: string
  readonly why: string
  readonly provisions: readonly string[]
} {
  if (asked.kind === 'parameter') {
    const { title, why } = asked.parameter
    return {
      question: `What if this number were set: ${title}?`,
      hint: 'Nobody has set it. A value you enter is an assumption, and the answer says so.',
      why: `${why}.`,
      provisions: [],
    }
  }
  const declared = asked.kind === 'fact' ? asked.fact : asked.relation
  const provisions = declared.cite.map(({ provision }) => provision)
  const { question, why } = declared
  const hint = 'hint' in declared ? declared.hint : undefined
  return { question, why, provisions, ...(hint === undefined ? {} : { hint }) }
}

/** Whether the answer is a group of choices, which a legend names, or one input, which a label does. */
export function isGroup(asked: Asked, members: number): boolean {
  if (asked.kind === 'relation') return true
  const { type } = asked.kind === 'fact' ? asked.fact : asked.parameter
  if (type.kind === 'bool' || type.kind === 'set') return true
  return type.kind === 'enum' && members <= 12
}
