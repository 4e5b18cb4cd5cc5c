import type { Program } from '#rules'
import type { PopulationRun } from '../../kernel/interpret/compare-population/statement.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import type { StatedComparison } from './comparer.ts'
import { comparerOf } from './comparer.ts'
import type { GeneratedPopulation, Progress } from './generated.ts'
import { compareGenerated, generatorOf } from './generated.ts'

/** Compares two readings over the generated population of a program; wrong input is refused first. */
export async function whatIf(
  context: Context,
  program: Program,
  stated: StatedComparison & { readonly population: GeneratedPopulation },
  progress: Progress,
): Promise<Outcome<PopulationRun>> {
  const generator = generatorOf(program)
  if (!generator.ok) return generator
  const comparer = comparerOf(context, program, stated)
  if (!comparer.ok) return comparer
  return compareGenerated(program, comparer.value, stated.population, progress)
}
