import { decodeValue } from '../decode.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Capacity, LoopholeReading, LoopholeRefusal } from './capacity.ts'
import { capacityOf, goalFact, goalTotal } from './capacity.ts'
import { fewest } from './counts.ts'
import type { LoopholeQuestion } from './question.ts'

/** The answer at one value of the parameter that varies, if only entities of one class take part. */
export interface SeriesPoint {
  /** On the axis, such as a limit counted in chips. */
  readonly at: number
  /** What the parameter is there, as people read it; undefined where no parameter varies. */
  readonly parameter?: string
  readonly class: string
  readonly title: string
  /** The most that one entity gets, as people read it. */
  readonly most: string
  /** How many entities it takes; undefined when no number of them is enough. */
  readonly entities?: number
}

export type SeriesResult =
  { readonly ok: true; readonly points: readonly SeriesPoint[] } | LoopholeRefusal

/**
 * How many entities it takes as a parameter varies, class by class: the rows of a table and the
 * points of a plot. Decided case by case, without a solver: it runs in a browser, while somebody
 * moves the value. Exact where more is never granted once less was refused (see fallingSheet).
 */
export function loopholeSeries(
  rules: RuleSet,
  question: LoopholeQuestion,
  reading: LoopholeReading,
): SeriesResult {
  const { sweep } = question
  const values = sweep ? steps(sweep) : [0]
  const points: SeriesPoint[] = []
  for (const at of values) {
    const stated = sweep ? at * sweep.unit : 0
    const parameters = sweep ? { ...reading.parameters, [sweep.parameter]: stated } : undefined
    for (const entity of question.classes) {
      const found = capacityOf(rules, question, entity, {
        ...reading,
        ...(parameters ? { parameters } : {}),
      })
      if (!found.ok) return found
      const point = pointOf(rules, question, found.capacity, at)
      points.push(sweep ? { ...point, parameter: String(stated) } : point)
    }
  }
  return { ok: true, points }
}

function steps({ from, to, step }: NonNullable<LoopholeQuestion['sweep']>): readonly number[] {
  const count = Math.floor((to - from) / step) + 1
  const even = Array.from({ length: count }, (_, index) => from + index * step)
  return even.at(-1) === to ? even : [...even, to]
}

function pointOf(
  rules: RuleSet,
  question: LoopholeQuestion,
  capacity: Capacity,
  at: number,
): SeriesPoint {
  const { type } = goalFact(rules, question)
  const { name, title } = capacity.class
  const counts = fewest(goalTotal(rules, question), [capacity])
  const most = String(decodeValue(rules, type, capacity.most))
  return { at, class: name, title, most, ...(counts ? { entities: counts.entities } : {}) }
}
