import { InvariantError } from '../errors.ts'
import { decodeValue } from '../interpret/decode.ts'
import type { Decision } from '../interpret/decide.ts'
import { decide } from '../interpret/decide.ts'
import type { Capacity, LoopholeProblem, LoopholeReading } from '../interpret/loophole/capacity.ts'
import {
  capacityOf,
  entityCase,
  goalFact,
  goalTotal,
  isGranted,
} from '../interpret/loophole/capacity.ts'
import type { Counts, Orders } from '../interpret/loophole/counts.ts'
import { countsOf, ordersOf } from '../interpret/loophole/counts.ts'
import { countsProblem } from '../interpret/loophole/lp.ts'
import type { LoopholeClass, LoopholeQuestion } from '../interpret/loophole/question.ts'
import type { SeriesPoint } from '../interpret/loophole/series.ts'
import { loopholeSeries } from '../interpret/loophole/series.ts'
import { capacitySheet, countsScript, fallingSheet } from '../interpret/loophole/sheets.ts'
import type { Baseline } from '../interpret/smt/witness.ts'
import type { View } from '../interpret/view.ts'
import type { Answer } from './answers.ts'
import type { Highs } from './highs.ts'
import type { ProveOptions } from './prove.ts'
import { answerSheet } from './prove.ts'
import { Session } from './session.ts'
import type { UnprovedReason } from './thread.ts'
import { Stopped } from './thread.ts'
import type { Z3 } from './z3.ts'

/** Equal orders of the cheapest way found, decided anew. */
export interface LoopholeOrder {
  readonly class: string
  readonly title: string
  /** What each asks for, as people read it. */
  readonly quantity: string
  readonly times: number
  /** One of them as a case file states it. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly outcome: string
}

/** The cheapest way to reach a goal that a limit is to prevent. */
export interface LoopholeAnswer {
  readonly name: string
  readonly statement: string
  readonly asOf: string
  readonly mode: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly goal: { readonly title: string; readonly total: string; readonly unit: string }
  readonly entity: { readonly one: string; readonly many: string }
  readonly source: string
  /** `fails`: the goal is reached. `holds`: it is proved to be out of reach. */
  readonly verdict: 'holds' | 'fails' | 'unproved'
  readonly reason?: UnprovedReason
  readonly finding: string
  /** What one entity of each class can have, each with the proof that it cannot have more. */
  readonly classes: readonly {
    readonly name: string
    readonly title: string
    readonly most: string
    readonly proof: Answer
  }[]
  /** The least cost, with both proofs that nothing is cheaper. */
  readonly fewest?: {
    readonly entities: number
    readonly cost: number
    /** No solution costs less than this, says HiGHS. */
    readonly bound: number
    /** Whether Z3 proved that a cost of one less is too little. */
    readonly isOneLessImpossible: boolean
  }
  readonly orders: readonly LoopholeOrder[]
  readonly solvers: readonly string[]
  readonly seconds: number
}

export interface LoopholeOptions extends Omit<ProveOptions, 'solvers' | 'onAnswer'> {
  readonly z3: Z3
  readonly highs: Highs
  readonly baseline: Baseline
}

export type LoopholeResult =
  | { readonly ok: true; readonly answer: LoopholeAnswer }
  | { readonly ok: false; readonly problems: readonly LoopholeProblem[] }

/**
 * Answers a loophole question under one reading: what one entity of each class can have (proved by
 * Z3), how few of them reach the goal (HiGHS, with its bound; Z3 proves that one less cannot), and
 * the orders that do it, each decided anew. Throws Stopped when the signal ends it before that.
 */
export async function solveLoophole(
  view: View,
  question: LoopholeQuestion,
  reading: LoopholeReading,
  options: LoopholeOptions,
): Promise<LoopholeResult> {
  const { rules } = view
  const began = options.clock()
  const proved: { readonly capacity: Capacity; readonly proof: Answer }[] = []
  for (const entity of question.classes) {
    const found = await provedCapacity(view, question, entity, reading, options)
    if (!found.ok) return found
    proved.push(found)
  }
  const capacities = proved.map(({ capacity }) => capacity)
  const total = goalTotal(rules, question)
  const cheapest = await cheapestCounts(total, capacities, options)
  const orders = cheapest.counts
    ? ordersOf(total, cheapest.counts, capacities).map((each) =>
        decidedOrder(view, question, each, reading),
      )
    : []
  const { type, title } = goalFact(rules, question)
  const words = (quantity: number): string => String(decodeValue(rules, type, quantity))
  const verdict = verdictOf(proved, cheapest)
  const answer: LoopholeAnswer = {
    name: question.name,
    statement: question.statement,
    asOf: reading.asOf,
    mode: reading.mode,
    parameters: reading.parameters ?? {},
    goal: { title, total: words(total), unit: type.kind === 'number' ? type.unit : '' },
    entity: { one: question.entity[0], many: question.entity[1] },
    source: question.source,
    ...verdict,
    finding: findingOf(question, grouped(words(total)), verdict, cheapest),
    classes: proved.map(({ capacity, proof }) => ({
      name: capacity.class.name,
      title: capacity.class.title,
      most: words(capacity.most),
      proof,
    })),
    ...(cheapest.counts
      ? {
          fewest: {
            entities: cheapest.counts.entities,
            cost: cheapest.counts.cost,
            bound: cheapest.bound,
            isOneLessImpossible: cheapest.oneLess === 'unsat',
          },
        }
      : {}),
    orders: orders.map(({ class: entity, quantity, ...order }) => ({
      ...order,
      class: entity.name,
      title: entity.title,
      quantity: words(quantity),
    })),
    solvers: [options.z3.version, options.highs.version],
    seconds: Math.round(options.clock() - began) / 1000,
  }
  return { ok: true, answer }
}

/** The points of loopholeSeries, with the proofs that make them exact at every value. */
export async function provedSeries(
  view: View,
  question: LoopholeQuestion,
  reading: LoopholeReading,
  options: LoopholeOptions,
): Promise<
  | {
      readonly ok: true
      readonly points: readonly SeriesPoint[]
      readonly proofs: readonly Answer[]
    }
  | { readonly ok: false; readonly problems: readonly LoopholeProblem[] }
> {
  const series = loopholeSeries(view.rules, question, reading)
  if (!series.ok) return series
  const proofs: Answer[] = []
  for (const entity of question.classes) {
    const written = fallingSheet(view, question, entity, reading)
    if (!written.ok) return written
    const { z3, baseline } = options
    proofs.push(...(await answerSheet(z3, written.sheet, { view, baseline }, options)))
  }
  return { ok: true, points: series.points, proofs }
}

/** As often as the solver may find that an entity can have more than was thought. */
const raisesMax = 8

async function provedCapacity(
  view: View,
  question: LoopholeQuestion,
  entity: LoopholeClass,
  reading: LoopholeReading,
  options: LoopholeOptions,
): Promise<
  | { readonly ok: true; readonly capacity: Capacity; readonly proof: Answer }
  | { readonly ok: false; readonly problems: readonly LoopholeProblem[] }
> {
  const found = capacityOf(view.rules, question, entity, reading)
  if (!found.ok) return found
  let { capacity } = found
  for (let raise = 0; ; raise++) {
    const written = capacitySheet(view, question, capacity, reading)
    if (!written.ok) return written
    const { z3, baseline } = options
    const [proof] = await answerSheet(z3, written.sheet, { view, baseline }, options)
    if (!proof) throw new Stopped('canceled', 'canceled before it was answered')
    const larger = proof.witnesses[0]?.cases[0]?.facts
    if (proof.verdict !== 'fails' || !larger || raise >= raisesMax) {
      return { ok: true, capacity, proof }
    }
    // The solver knows an order that is larger: what it states is how such entities order.
    const states = { ...entity.states, ...larger }
    const raised = capacityOf(view.rules, question, { ...entity, states }, reading)
    if (!raised.ok) return raised
    const most = Math.max(raised.capacity.most, quantityIn(view, question, larger))
    capacity = { ...raised.capacity, most }
  }
}

function quantityIn(
  view: View,
  question: LoopholeQuestion,
  facts: Readonly<Record<string, unknown>>,
): number {
  const decided = decide(view.rules, facts, { asOf: view.asOf, mode: view.mode })
  const slot = view.rules.scope.facts.get(question.goal.fact)?.slot ?? -1
  return decided.ok ? (decided.decision.evaluation.encoded.facts[slot] ?? 0) : 0
}

interface Cheapest {
  readonly counts: Counts | undefined
  readonly bound: number
  readonly isOptimal: boolean
  readonly isOutOfReach: boolean
  /** What Z3 says of a cost of one less. */
  readonly oneLess: 'sat' | 'unsat' | 'unknown'
  readonly reason?: UnprovedReason
}

const nothing = { counts: undefined, bound: 0, isOptimal: false, isOutOfReach: false } as const

async function cheapestCounts(
  total: number,
  capacities: readonly Capacity[],
  options: LoopholeOptions,
): Promise<Cheapest> {
  const { milliseconds, signal } = options
  const limits = { milliseconds, signal }
  if (capacities.every(({ most }) => most === 0)) {
    return { ...nothing, isOutOfReach: true, oneLess: 'unsat' }
  }
  try {
    const found = await options.highs.minimize(countsProblem(total, capacities), limits)
    if (found.status === 'infeasible') {
      const oneLess = await affordable(total, capacities, Number.MAX_SAFE_INTEGER, options)
      return { ...nothing, isOutOfReach: oneLess === 'unsat', oneLess }
    }
    if (found.status !== 'optimal') return { ...nothing, oneLess: 'unknown', reason: 'timeLimit' }
    const rounded = capacities.map(
      (each, index) => [each.class, Math.round(found.values.get(`n${index}`) ?? 0)] as const,
    )
    const counts = countsOf(new Map(rounded))
    const oneLess = await affordable(total, capacities, counts.cost - 1, options)
    // What HiGHS computes in floating point is settled by exact arithmetic.
    if (oneLess === 'sat') throw new InvariantError('HiGHS gave a cost that is not the least')
    const isOptimal = found.bound > counts.cost - 1 + 1e-6
    return { counts, bound: found.bound, isOptimal, isOutOfReach: false, oneLess }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return { ...nothing, oneLess: 'unknown', reason: error.reason }
  }
}

async function affordable(
  total: number,
  capacities: readonly Capacity[],
  costMax: number,
  { z3, milliseconds, signal }: LoopholeOptions,
): Promise<'sat' | 'unsat' | 'unknown'> {
  const { script, claim } = countsScript(total, capacities, costMax)
  const session = new Session(z3, script)
  const checked = await session.within(claim, () => session.check({ milliseconds, signal }))
  return checked.status
}

function decidedOrder(
  view: View,
  question: LoopholeQuestion,
  order: Orders,
  reading: LoopholeReading,
): Orders & { readonly facts: Readonly<Record<string, unknown>>; readonly outcome: string } {
  const facts = entityCase(view.rules, question, order.class, order.quantity)
  const decided = decide(view.rules, facts, reading)
  if (!decided.ok || !isGranted(question, decided.decision)) {
    throw new InvariantError(`an order that was found is not granted: ${JSON.stringify(facts)}`)
  }
  return { ...order, facts, outcome: outcomeOf(decided.decision) }
}

const outcomeOf = ({ outcome }: Decision): string =>
  outcome.kind === 'value' ? String(outcome.value) : outcome.kind

function verdictOf(
  proved: readonly { readonly proof: Answer }[],
  { counts, isOutOfReach, oneLess, reason }: Cheapest,
): Pick<LoopholeAnswer, 'verdict' | 'reason'> {
  const open = proved.find(({ proof }) => proof.verdict !== 'holds')?.proof
  if (open) return { verdict: 'unproved', reason: open.reason ?? 'incomplete' }
  if (counts && oneLess === 'unsat') return { verdict: 'fails' }
  if (isOutOfReach) return { verdict: 'holds' }
  return { verdict: 'unproved', reason: reason ?? 'timeLimit' }
}

/** 100000 as people read it: 100,000. */
const grouped = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, ',')

function findingOf(
  { entity: [one, many] }: LoopholeQuestion,
  total: string,
  { verdict }: Pick<LoopholeAnswer, 'verdict'>,
  { counts }: Cheapest,
): string {
  if (!counts) {
    return verdict === 'holds'
      ? `Proved: however many ${many} there are, they do not bring ${total} together.`
      : 'Unproved: no way was found, and none was excluded.'
  }
  const { entities, cost } = counts
  const who = `${entities} ${entities === 1 ? one : many}`
  const isCounted = cost === entities
  const price = isCounted ? '' : ` at a cost of ${cost}`
  const less = isCounted ? `${entities - 1} cannot` : 'nothing cheaper can'
  if (verdict === 'unproved')
    return `${who}${price} bring ${total} together; whether fewer can is unproved.`
  return `${who}${price} bring ${total} together; ${less} (proved).`
}
