import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseColumns } from '../kernel/interpret/batch/columns.ts'
import type { RuleSet } from '../kernel/rules/load.ts'
import { caseHeads } from '../kernel/tables/case-cells.ts'
import { openCases } from '../kernel/tables/case-source.ts'
import type { CaseChunk, CaseOptions, RejectedRow } from '../kernel/tables/cases.ts'
import { createTable } from '../kernel/tables/create-table.ts'

/** A folder for the files of one test, removed afterwards. */
export async function inFolder<T>(use: (pathOf: (name: string) => string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-tables-'))
  try {
    return await use((name) => join(folder, name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes columns of cases to a file, every fact and relation a column, without names of rows. */
export async function writeCases(path: string, rules: RuleSet, chunks: Iterable<CaseColumns>) {
  const names = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
  const heads = caseHeads(rules, names)
  const table = await createTable(
    path,
    heads.map(({ head }) => head),
  )
  for (const columns of chunks) {
    await table.write(
      columns.count,
      heads.map(({ cells }) => cells(columns)),
    )
  }
  await table.finish()
}

/** Everything that a file of cases gives. */
export async function readCases(path: string, rules: RuleSet, options?: CaseOptions) {
  const source = await openCases(path, rules, options)
  const chunks: CaseChunk[] = []
  const rejected: RejectedRow[] = []
  try {
    for await (const chunk of source.chunks()) {
      chunks.push(chunk)
      rejected.push(...chunk.rejected)
    }
    return { chunks, rejected, missing: source.missing(), source }
  } finally {
    await source.close()
  }
}

/** Reads a file that is written here, in the format of its name. */
export const readText = (
  name: string,
  content: string | Uint8Array,
  rules: RuleSet,
  options?: CaseOptions,
) =>
  inFolder(async (pathOf) => {
    await writeFile(pathOf(name), content)
    return readCases(pathOf(name), rules, options)
  })
