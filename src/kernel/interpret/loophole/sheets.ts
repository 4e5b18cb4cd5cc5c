import { circuitOf } from '../circuit/build.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { decide } from '../decide.ts'
import { isUnknown } from '../../rules/ir.ts'
import { cameOutAs, factSlotOf, intOf, isAnyOf, resultValues, slotOf } from '../smt/declared.ts'
import type { Goal, Replayed, Sheet } from '../smt/goal.ts'
import { Script } from '../smt/script.ts'
import type { CaseInScript } from '../smt/space.ts'
import { rowsMax, Space } from '../smt/space.ts'
import type { Term } from '../smt/terms.ts'
import { and, not, whole } from '../smt/terms.ts'
import type { View } from '../view.ts'
import type { Capacity, LoopholeReading, LoopholeRefusal } from './capacity.ts'
import { entityCase, goalFact } from './capacity.ts'
import { costOf } from './counts.ts'
import type { LoopholeClass, LoopholeQuestion } from './question.ts'

type Written = { readonly ok: true; readonly sheet: Sheet } | LoopholeRefusal

/** No entity of a class is granted more than so much, whatever else it states. */
export function capacitySheet(
  view: View,
  question: LoopholeQuestion,
  { class: entity, most }: Capacity,
  reading: LoopholeReading,
): Written {
  const made = entityCircuit(view, question, entity, reading, [])
  if (!made.ok) return made
  const { circuit, stated } = made
  const space = new Space([circuit])
  const one = space.case('the order', circuit)
  const quantity = one.variable(question.goal.fact)
  const { slot } = quantity.input
  const goal: Goal = {
    ...goalOf(view, question, [one], stated, reading),
    statement: `No ${question.entity[0]} is granted more than ${most}: ${entity.title}`,
    subject: { definition: question.definition, declared: question.name, value: entity.name },
    claim: and(granted(view, question, one), `(< ${whole(most)} ${intOf(quantity)})`),
    reproduces: ([found]) =>
      isGranted(view, question, one, found) && (found?.fact(slot) ?? 0) > most,
  }
  space.close()
  return {
    ok: true,
    sheet: { name: `${question.name}-${entity.name}`, script: space.script, goals: [goal] },
  }
}

/**
 * More is never granted once less was refused, whatever the parameter that varies: then halving
 * finds the most that an entity can have, at every value of the parameter.
 */
export function fallingSheet(
  view: View,
  question: LoopholeQuestion,
  entity: LoopholeClass,
  reading: LoopholeReading,
): Written {
  const free = question.sweep ? [question.sweep.parameter] : []
  const made = entityCircuit(view, question, entity, reading, free)
  if (!made.ok) return made
  const { circuit, stated } = made
  const { fact } = question.goal
  const space = new Space([circuit])
  const less = space.case('the smaller order', circuit)
  const more = space.case('the larger order', circuit, { base: less, own: [fact] })
  const [a, b] = [less.variable(fact), more.variable(fact)]
  const { slot } = a.input
  const goal: Goal = {
    ...goalOf(view, question, [less, more], stated, reading),
    statement: `Whoever is refused an order is refused every larger one: ${entity.title}`,
    subject: { definition: question.definition, declared: question.name, value: entity.name },
    claim: and(
      `(< ${intOf(a)} ${intOf(b)})`,
      not(granted(view, question, less)),
      granted(view, question, more),
    ),
    reproduces: ([one, other]) =>
      (one?.fact(slot) ?? 0) < (other?.fact(slot) ?? 0) &&
      !isGranted(view, question, less, one) &&
      isGranted(view, question, more, other),
  }
  space.close()
  const name = `${question.name}-${entity.name}-falling`
  return { ok: true, sheet: { name, script: space.script, goals: [goal] } }
}

/** Whether entities that cost at most so much can bring a total together: plain arithmetic. */
export function countsScript(
  total: number,
  capacities: readonly Capacity[],
  costMax: number,
): { readonly script: Script; readonly claim: Term } {
  const script = new Script()
  capacities.forEach(({ class: { title, available }, most, total: together }, index) => {
    const [count, supply] = [`n${index}`, `q${index}`]
    const upTo = available === undefined ? `(<= 0 ${count})` : `(<= 0 ${count} ${available})`
    script.declare(count, 'Int', `${count}: how many, ${title}`, upTo)
    const limits = [`(<= 0 ${supply} (* ${whole(most)} ${count}))`]
    if (together !== undefined) limits.push(`(<= ${supply} ${whole(together)})`)
    script.declare(supply, 'Int', `${supply}: what they have together`, and(...limits))
  })
  const costs = capacities.map((each, index) => `(* ${costOf(each.class)} n${index})`)
  const supplies = capacities.map((_, index) => `q${index}`)
  const claim = and(
    `(<= (+ 0 ${costs.join(' ')}) ${costMax})`,
    `(>= (+ 0 ${supplies.join(' ')}) ${total})`,
  )
  return { script, claim }
}

interface EntityCircuit {
  readonly ok: true
  readonly circuit: Circuit
  readonly stated: Readonly<Record<string, unknown>>
}

/** The circuit of an entity's case: its quantity is open, and whatever the question leaves open. */
function entityCircuit(
  view: View,
  question: LoopholeQuestion,
  entity: LoopholeClass,
  { parameters }: LoopholeReading,
  free: readonly string[],
): EntityCircuit | LoopholeRefusal {
  const { rules, asOf, mode } = view
  const { slot, bounds } = {
    slot: factSlotOf(view, question.goal.fact),
    ...goalFact(rules, question),
  }
  const whole = entityCase(rules, question, entity, bounds?.min ?? 1)
  const stated = Object.fromEntries(
    Object.entries(whole).filter(([name]) => name !== question.goal.fact),
  )
  const decided = decide(rules, whole, { asOf, mode, ...(parameters ? { parameters } : {}) })
  if (!decided.ok) return decided
  const { encoded, parameters: values } = decided.decision.evaluation
  const circuit = circuitOf(view, {
    outputs: Object.keys(question.granted),
    known: 'all',
    parameters: values,
    // What nobody has set is not for an entity to choose: it stays unknown.
    free,
    facts: encoded.facts.map((value, index) => {
      const kind = rules.text.facts[index]?.type.kind ?? 'bool'
      return index === slot || isUnknown(kind, value) ? undefined : value
    }),
    relations: encoded.relations.map((given) => (given ? { given } : { upTo: rowsMax })),
  })
  return { ok: true, circuit, stated }
}

function goalOf(
  view: View,
  question: LoopholeQuestion,
  cases: readonly CaseInScript[],
  stated: Readonly<Record<string, unknown>>,
  { parameters }: LoopholeReading,
): Pick<Goal, 'question' | 'caseMeans' | 'roles' | 'reads'> {
  return {
    question: 'loophole',
    caseMeans: 'fails',
    roles: cases.map(({ role }) => ({ ...role, stated, ...(parameters ? { parameters } : {}) })),
    reads: Object.keys(question.granted).map((name) => slotOf(view, name)),
  }
}

const granted = (view: View, question: LoopholeQuestion, one: CaseInScript): Term =>
  and(
    ...Object.entries(question.granted).map(([name, values]) =>
      isAnyOf(one.result(name), resultValues(view, name, values)),
    ),
  )

const isGranted = (
  view: View,
  question: LoopholeQuestion,
  one: CaseInScript,
  found: Replayed | undefined,
): boolean =>
  Object.entries(question.granted).every(([name, values]) =>
    cameOutAs(found, one.result(name), resultValues(view, name, values)),
  )
