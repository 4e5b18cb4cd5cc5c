import { basename } from 'node:path'
import type { Program } from '#rules'
import { comparisonDocument } from '../../kernel/interpret/compare-population/comparison-document.ts'
import type { PopulationComparer } from '../../kernel/interpret/compare-population/population-comparer.ts'
import type { PopulationRun } from '../../kernel/interpret/compare-population/statement.ts'
import { populationRun } from '../../kernel/interpret/compare-population/statement.ts'
import type { RejectedRow } from '../../kernel/tables/cases.ts'
import { openCases } from '../../kernel/tables/case-source.ts'
import { TableFault } from '../../kernel/tables/fault.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'

/** Comparisons over one file, and the first rows that were left out of them. */
export interface FileRun {
  readonly runs: readonly PopulationRun[]
  readonly rejected: readonly RejectedRow[]
}

/** So many of the rows that were left out are told. */
const rejectedMax = 5

/**
 * Runs comparisons over the cases of a file (CSV, JSON lines, Arrow or Parquet), read once. Rows
 * that are wrong are left out and counted; names of parties that generated files carry are read over.
 */
export async function compareFile(
  { rules, population }: Program,
  comparers: readonly PopulationComparer[],
  path: string,
): Promise<Outcome<FileRun>> {
  const references = [...(population?.parties.map(({ name }) => name) ?? []), 'pattern', 'group']
  try {
    const source = await openCases(path, rules, { references })
    try {
      const rejected: RejectedRow[] = []
      let rejectedRows = 0
      for await (const chunk of source.chunks()) {
        for (const comparer of comparers) comparer.add(chunk.columns, chunk.rows)
        rejectedRows += chunk.rejected.length
        rejected.push(...chunk.rejected.slice(0, rejectedMax - rejected.length))
      }
      const rows = comparers[0]?.rows ?? 0
      if (rows === 0) return noCases(path, rejected)
      const from = { kind: 'file', rows, name: basename(path), rejectedRows } as const
      const runs = comparers.map((comparer) => populationRun(comparisonDocument(comparer), from))
      return done({ runs, rejected })
    } finally {
      await source.close()
    }
  } catch (error) {
    if (error instanceof TableFault) return error.refusal
    throw error
  }
}

function noCases(path: string, [first]: readonly RejectedRow[]): Outcome<never> {
  const why = first ? `: row ${first.row}, ${first.problems[0]?.message ?? 'which is wrong'}` : ''
  const message = `${path} has no row that is a case of these rules${why}`
  return refused('input.missing', message, { field: '--in' })
}
