import type { FactDeclaration, ParameterDeclaration, RelationDeclaration } from '../rules/ast.ts'
import type { Decision } from './decide.ts'
import type { Need } from './needs.ts'

/** The next question of an interview, with why it is asked. */
export interface Question {
  readonly need: Need
  readonly ask:
    | { readonly kind: 'fact'; readonly fact: FactDeclaration }
    | { readonly kind: 'relation'; readonly relation: RelationDeclaration }
    | { readonly kind: 'parameter'; readonly parameter: ParameterDeclaration }
}

export interface Interview {
  /** True when no unanswered question can change the outcome, as far as the logic can tell. */
  readonly settled: boolean
  readonly next?: Question
  /** Everything the outcome may still need, in the order in which it would be asked. */
  readonly open: readonly Question[]
  /** What no question can mend: gaps, conflicts, numbers that are not public. */
  readonly blocked: readonly Need[]
}

/**
 * What to ask next about a case: only facts that can still change the outcome, in the order in
 * which the program declares them; parameters nobody has set come last. Facts that a person
 * declined or that are unavailable are not asked again.
 */
export function interviewOf(decision: Decision): Interview {
  const { rules } = decision.view
  const order = new Map<string, number>()
  rules.text.facts.forEach(({ name }, index) => order.set(`fact:${name}`, index))
  const open: Question[] = []
  const blocked: Need[] = []
  for (const need of decision.needs) {
    const question = questionFor(decision, need)
    if (!question || need.reason === 'declined' || need.reason === 'unavailable') blocked.push(need)
    else if (!open.some(({ ask }) => sameAsk(ask, question.ask))) open.push(question)
  }
  const { facts } = rules.text
  const rank = ({ ask }: Question): number => {
    if (ask.kind === 'fact') return order.get(`fact:${ask.fact.name}`) ?? 0
    if (ask.kind === 'parameter') return facts.length
    // A list of related things is asked at the end of its own section.
    const last = facts.findLastIndex(({ group }) => group === ask.relation.group)
    return (last < 0 ? facts.length : last) + 0.5
  }
  open.sort((a, b) => rank(a) - rank(b))
  const [next] = open
  return { settled: open.length === 0, ...(next ? { next } : {}), open, blocked }
}

const sameAsk = (a: Question['ask'], b: Question['ask']): boolean =>
  a.kind === b.kind && nameOf(a) === nameOf(b)

function nameOf(ask: Question['ask']): string {
  if (ask.kind === 'fact') return ask.fact.name
  return ask.kind === 'relation' ? ask.relation.name : ask.parameter.name
}

function questionFor(decision: Decision, need: Need): Question | undefined {
  const { scope } = decision.view.rules
  const relationName = need.name.split('[')[0] ?? ''
  const fact = need.kind === 'fact' ? scope.facts.get(need.name)?.declaration : undefined
  if (fact) return { need, ask: { kind: 'fact', fact } }
  const isRows = need.kind === 'relation' || need.kind === 'field'
  const relation = isRows ? scope.relations.get(relationName)?.declaration : undefined
  if (relation) return { need, ask: { kind: 'relation', relation } }
  const parameter =
    need.kind === 'parameter' ? scope.parameters.get(need.name)?.declaration : undefined
  return parameter ? { need, ask: { kind: 'parameter', parameter } } : undefined
}
