import type { LoopholeQuestion, Program, SeriesPoint } from '#rules'
import { loopholeSeries } from '#rules'
import type { Scenario, ScenarioReading } from './scenario.ts'

/** How a limit is evaded most cheaply under both readings of a scenario, class by class. */
export interface Evasion {
  readonly question: LoopholeQuestion
  readonly before: readonly SeriesPoint[]
  readonly after: readonly SeriesPoint[]
}

/** The same as the parameter of a question varies under the reform. */
export interface EvasionSeries {
  readonly question: LoopholeQuestion
  readonly points: readonly SeriesPoint[]
}

const loopholesOf = ({ questions }: Program): readonly LoopholeQuestion[] =>
  questions?.loopholes ?? []

/** The cheapest evasions under a scenario, decided case by case: quick enough for a moving slider. */
export function evasionsOf(program: Program, { baseline, reform }: Scenario): readonly Evasion[] {
  return loopholesOf(program).flatMap((question) => {
    const [before, after] = [baseline, reform].map((reading) => at(program, question, reading))
    return before && after ? [{ question, before, after }] : []
  })
}

function at(program: Program, question: LoopholeQuestion, reading: ScenarioReading) {
  const fixed: { -readonly [Key in keyof LoopholeQuestion]: LoopholeQuestion[Key] } = {
    ...question,
  }
  delete fixed.sweep
  const found = loopholeSeries(program.rules, fixed, reading)
  return found.ok ? found.points : undefined
}

/** How the cheapest evasions vary with the parameter that a question sweeps. */
export function evasionSeries(program: Program, { reform }: Scenario): readonly EvasionSeries[] {
  return loopholesOf(program).flatMap((question) => {
    if (!question.sweep) return []
    const found = loopholeSeries(program.rules, question, reform)
    return found.ok ? [{ question, points: found.points }] : []
  })
}

/** What a series depends on: everything of the reform but the parameter that varies. */
export function seriesKey(program: Program, { reform }: Scenario): string {
  const swept = new Set(loopholesOf(program).map(({ sweep }) => sweep?.parameter))
  const others = Object.entries(reform.parameters).filter(([name]) => !swept.has(name))
  return JSON.stringify([program.id, reform.mode, reform.asOf, others.sort()])
}
