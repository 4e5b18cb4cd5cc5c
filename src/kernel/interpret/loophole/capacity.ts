import { decodeValue } from '../decode.ts'
import type { CaseFacts } from '../encode.ts'
import type { Decision, DecideOptions } from '../decide.ts'
import { decide } from '../decide.ts'
import { encodeValue } from '../encode-value.ts'
import type { FactProblem } from '../problem.ts'
import { verdictOf } from '../verdict.ts'
import type { ViewProblem } from '../view.ts'
import { interpret } from '../evaluate.ts'
import type { FactDeclaration } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { LoopholeClass, LoopholeQuestion } from './question.ts'

/** A reading of the law, with the values assumed for parameters. */
export type LoopholeReading = Pick<DecideOptions, 'asOf' | 'mode' | 'parameters'>

/** What entities of a class can have, in the fact's own scaled integers. */
export interface Capacity {
  readonly class: LoopholeClass
  /** Each of them; 0: they get nothing. */
  readonly most: number
  /** All of them together; no limit when absent. */
  readonly total?: number
}

export type LoopholeProblem = FactProblem | ViewProblem

/** The fact that entities bring together. RangeError when the question names none. */
export function goalFact(rules: RuleSet, { goal }: LoopholeQuestion): FactDeclaration {
  const found = rules.scope.facts.get(goal.fact)
  if (found?.declaration.type.kind !== 'number') {
    throw new RangeError(`"${goal.fact}" is no fact that can be summed`)
  }
  return found.declaration
}

/** The whole that entities bring together, as a scaled integer. */
export const goalTotal = (rules: RuleSet, question: LoopholeQuestion): number =>
  quantityOf(rules, question, question.goal.total)

function quantityOf(rules: RuleSet, question: LoopholeQuestion, stated: number): number {
  const { name, type } = goalFact(rules, question)
  const encoded = encodeValue(rules, stated, { field: name, type, example: 1 })
  if (typeof encoded !== 'number' || encoded < 1) {
    throw new RangeError(`${stated} is no quantity of "${name}"`)
  }
  return encoded
}

/** The case of one entity with so much of the goal's fact. */
export function entityCase(
  rules: RuleSet,
  question: LoopholeQuestion,
  { states }: LoopholeClass,
  quantity: number,
): CaseFacts {
  const { name, type } = goalFact(rules, question)
  return { ...question.fixed, ...states, [name]: decodeValue(rules, type, quantity) }
}

/** Whether the rules grant what a decided case asks for. */
export function isGranted(question: LoopholeQuestion, { evaluation }: Decision): boolean {
  const { view, encoded, parameters } = evaluation
  const { scope } = view.rules
  return Object.entries(question.granted).every(([name, values]) => {
    const slot = scope.definitions.get(name)?.slot
    if (slot === undefined) throw new RangeError(`there is no definition "${name}"`)
    const verdict = verdictOf(interpret(view, encoded, parameters, [slot]), slot)
    return verdict.kind === 'value' && values.some((value) => same(value, verdict.value))
  })
}

const same = (wanted: boolean | number | string, found: unknown): boolean =>
  typeof wanted === 'number' ? String(wanted) === found : wanted === found

/**
 * The most that one entity of a class is granted, found by halving: exact where more is never
 * granted once less was refused, which the solver proves (see fallingSheet).
 */
export function capacityOf(
  rules: RuleSet,
  question: LoopholeQuestion,
  entity: LoopholeClass,
  reading: LoopholeReading,
): { readonly ok: true; readonly capacity: Capacity } | LoopholeRefusal {
  const { bounds = { min: 0, max: Number.MAX_SAFE_INTEGER } } = goalFact(rules, question)
  const total =
    entity.total === undefined ? {} : { total: quantityOf(rules, question, entity.total) }
  let problems: readonly LoopholeProblem[] = []
  const grants = (quantity: number): boolean => {
    const decided = decide(rules, entityCase(rules, question, entity, quantity), reading)
    if (!decided.ok) problems = decided.problems
    return decided.ok && isGranted(question, decided.decision)
  }
  const least = Math.max(bounds.min, 1)
  if (!grants(least)) {
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, capacity: { class: entity, most: 0, ...total } }
  }
  let [holds, fails] = [least, bounds.max + 1]
  while (fails - holds > 1) {
    const middle = holds + Math.floor((fails - holds) / 2)
    if (grants(middle)) holds = middle
    else fails = middle
  }
  return { ok: true, capacity: { class: entity, most: holds, ...total } }
}

export interface LoopholeRefusal {
  readonly ok: false
  readonly problems: readonly LoopholeProblem[]
}
