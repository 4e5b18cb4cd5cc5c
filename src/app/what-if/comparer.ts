import type { Program } from '#rules'
import type { PopulationReading } from '../../kernel/interpret/compare-population/answers.ts'
import { answersByBatch } from '../../kernel/interpret/compare-population/by-batch.ts'
import { PopulationComparer } from '../../kernel/interpret/compare-population/population-comparer.ts'
import { populationReading } from '../../kernel/interpret/compare-population/population-reading.ts'
import type { Context } from '../context.ts'
import type { StatedReading } from '../operations/decide.ts'
import { optionsFor, refusedFacts } from '../operations/decide.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'

/** A comparison as inputs state it. */
export interface StatedComparison {
  readonly baseline: StatedReading
  readonly reform: StatedReading
  readonly examples: number
}

/** The two readings of a comparison; whatever is wrong with either is refused at once. */
export function readingsOf(
  context: Context,
  program: Program,
  { baseline, reform }: Pick<StatedComparison, 'baseline' | 'reform'>,
): Outcome<readonly [baseline: PopulationReading, reform: PopulationReading]> {
  const before = populationReading(program.rules, optionsFor(context, baseline))
  const after = populationReading(program.rules, optionsFor(context, reform))
  if (before.ok && after.ok) return done([before.reading, after.reading])
  return refusedFacts([before, after].flatMap((one) => (one.ok ? [] : one.problems)))
}

/** A comparer of a program's readings, with the measures and dimensions that the program declares. */
export function comparerOf(
  context: Context,
  program: Program,
  stated: StatedComparison,
): Outcome<PopulationComparer> {
  const readings = readingsOf(context, program, stated)
  if (!readings.ok) return readings
  const [baseline, reform] = readings.value
  const { measures = [], dimensions = [] } = program.analysis ?? {}
  const plan = { baseline, reform, measures, dimensions, examplesMax: stated.examples }
  return done(new PopulationComparer({ ...plan, answers: answersByBatch }))
}
