import type { Program } from '#rules'
import type { Context } from '../context.ts'
import type { StatedReading } from '../operations/decide.ts'
import type { Outcome } from '../outcome.ts'
import { refused } from '../outcome.ts'
import { comparerOf } from './comparer.ts'
import type { FileRun } from './file.ts'
import { compareFile } from './file.ts'

/** Compares the first of several readings with each of the others over the cases of a file. */
export async function compareReadings(
  context: Context,
  program: Program,
  [baseline, ...reforms]: readonly StatedReading[],
  { path, examples }: { readonly path: string; readonly examples: number },
): Promise<Outcome<FileRun>> {
  if (!baseline || reforms.length === 0) {
    return refused('input.missing', 'name at least two readings', { field: '--modes' })
  }
  const comparers = []
  for (const reform of reforms) {
    const comparer = comparerOf(context, program, { baseline, reform, examples })
    if (!comparer.ok) return comparer
    comparers.push(comparer.value)
  }
  return compareFile(program, comparers, path)
}
