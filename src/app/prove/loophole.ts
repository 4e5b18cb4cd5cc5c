import type { Answer, LoopholeAnswer } from '#kernel'
import { provedSeries, solveLoophole } from '#kernel'
import type { LoopholeQuestion, Mode, Program, SeriesPoint } from '#rules'
import { viewOf } from '#rules'
import { baselineOf } from '../../kernel/interpret/smt/witness.ts'
import { nearest } from '../../kernel/rules/scope.ts'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { refusedFacts } from '../operations/decide.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused, refusedInput } from '../outcome.ts'
import { milliseconds, withSolvers } from './prove.ts'

/** A loophole question as inputs state it. */
export interface StatedLoophole {
  readonly name: string
  readonly mode: string
  readonly asOf?: string | undefined
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  readonly seconds: number
  readonly recheck: boolean
  /** Whether the answer is also drawn as the question's parameter varies. */
  readonly series: boolean
}

/** The answer, and how it varies. */
export interface LoopholeDocument {
  readonly answer: LoopholeAnswer
  readonly series?: {
    readonly parameter: string
    readonly axis: string
    readonly points: readonly SeriesPoint[]
    readonly proofs: readonly Answer[]
  }
}

/** Answers one loophole question of a program under one reading. */
export async function findLoophole(
  context: Context,
  program: Program,
  stated: StatedLoophole,
  signal?: AbortSignal,
): Promise<Outcome<LoopholeDocument>> {
  const question = questionNamed(program, stated.name)
  if (!question.ok) return question
  const asOf = stated.asOf ?? today(context)
  const found = viewOf(program.rules, asOf, stated.mode as Mode)
  if (!found.ok) return refusedInput([found.problem])
  const { view } = found
  const { parameters } = stated
  const reading = { asOf, mode: view.mode, ...(parameters ? { parameters } : {}) }
  const outcome = await withSolvers(
    context,
    async ({ z3, highs, second }): Promise<Outcome<LoopholeDocument>> => {
      const options = {
        z3: z3[0],
        highs,
        second: stated.recheck ? second : undefined,
        baseline: baselineOf(program.rules, program.example),
        clock: milliseconds(context),
        milliseconds: stated.seconds * 1000,
        ...(signal ? { signal } : {}),
      }
      const solved = await solveLoophole(view, question.value, reading, options)
      if (!solved.ok) return refusedFacts(solved.problems)
      const { sweep } = question.value
      if (!sweep || !stated.series) return done({ answer: solved.answer })
      const series = await provedSeries(view, question.value, reading, options)
      if (!series.ok) return refusedFacts(series.problems)
      const { points, proofs } = series
      const { parameter, axis } = sweep
      return done({ answer: solved.answer, series: { parameter, axis, points, proofs } })
    },
  )
  return outcome.ok ? outcome.value : outcome
}

function questionNamed({ id, questions }: Program, name: string): Outcome<LoopholeQuestion> {
  const all = questions?.loopholes ?? []
  const found = all.find((question) => question.name === name)
  if (found) return done(found)
  const names = all.map((question) => question.name)
  const close = nearest(name, names)
  const hint = names.length === 0 ? 'it declares none' : `there is ${(close[0] ?? names[0]) || ''}`
  return refused('input.unknown-member', `${id} declares no loophole "${name}"; ${hint}`, {
    field: 'name',
    example: close[0] ?? names[0],
  })
}
