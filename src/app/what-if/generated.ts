import type { Population, Program } from '#rules'
import { populationChunks } from '#rules'
import { comparisonDocument } from '../../kernel/interpret/compare-population/comparison-document.ts'
import type { PopulationComparer } from '../../kernel/interpret/compare-population/population-comparer.ts'
import type { PopulationRun } from '../../kernel/interpret/compare-population/statement.ts'
import { populationRun } from '../../kernel/interpret/compare-population/statement.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'

export interface GeneratedPopulation {
  readonly rows: number
  readonly seed: number
}

/** Rows compared before the work pauses: short enough for a server to answer others in between. */
const chunkRows = 8192

/** Told how many rows are compared; may wait, and may reject to stop the work. */
export type Progress = (done: number, total: number) => Promise<void>

/** What populations of a program are made of; refused where it has none. */
export function generatorOf({ id, population }: Program): Outcome<Population> {
  if (population) return done(population)
  const message = `${id} has no population generator; compare over a file of cases`
  return refused('input.missing', message, { field: 'population' })
}

/** Runs a comparison over the generated population of a program. */
export async function compareGenerated(
  program: Program,
  comparer: PopulationComparer,
  { rows, seed }: GeneratedPopulation,
  progress: Progress,
): Promise<Outcome<PopulationRun>> {
  const generator = generatorOf(program)
  if (!generator.ok) return generator
  await progress(0, rows)
  const request = { rows, seed, chunkRows }
  for (const chunk of populationChunks(program.rules, generator.value, request)) {
    comparer.add(chunk.columns)
    await progress(comparer.rows, rows)
  }
  return done(populationRun(comparisonDocument(comparer), { kind: 'generated', rows, seed }))
}
