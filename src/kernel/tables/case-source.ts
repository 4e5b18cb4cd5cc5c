import type { RuleSet } from '../rules/load.ts'
import { hintFor } from '../rules/scope.ts'
import type { CaseChunk, CaseOptions, CaseSource } from './cases.ts'
import type { ChunkReader, Layout } from './chunk-reader.ts'
import { chunkReader } from './chunk-reader.ts'
import { TableFault } from './fault.ts'
import { openTable } from './open-table.ts'
import type { SourceColumn, TableSource } from './source.ts'

/**
 * Opens a file of cases of a rule set: a column per fact by name, relations as lists of rows. Facts
 * without a column are unknown. Columns that are no facts are a fault with the nearest names,
 * unless they begin with an underscore, are passed through, or are to be ignored.
 */
export async function openCases(
  path: string,
  rules: RuleSet,
  options: CaseOptions = {},
): Promise<CaseSource> {
  const source = await openTable(path)
  try {
    return await planned(source, rules, options)
  } catch (error) {
    await source.close()
    throw error
  }
}

async function planned(
  source: TableSource,
  rules: RuleSet,
  options: CaseOptions,
): Promise<CaseSource> {
  const { path, columns } = source
  const id = columnNamed(source, options.id ?? 'id', options.id !== undefined)
  const kept = (options.keep ?? []).flatMap((name) => columnNamed(source, name, true) ?? [])
  const layout: Layout = {
    rules,
    id: id?.name,
    kept: kept.map(({ name }) => name),
    isOther: (name) =>
      name.startsWith('_') ||
      name === id?.name ||
      options.ignoreExtra === true ||
      [...(options.keep ?? []), ...(options.references ?? [])].includes(name),
    columns: columns?.map(({ name }) => name),
  }
  if (columns) checkStrangers(path, rules, layout, columns)
  const reader: ChunkReader = chunkReader(layout)
  async function* chunks(): AsyncGenerator<CaseChunk> {
    for await (const chunk of source.chunks(reader.names)) yield reader.read(chunk)
  }
  const { rows, close } = source
  return { path, rows, id, kept, missing: reader.missing, chunks, close }
}

/** A column by name; where each row names its own columns, any may come. */
function columnNamed(
  { path, columns }: TableSource,
  name: string,
  isNeeded: boolean,
): SourceColumn | undefined {
  if (!columns) return { name, kind: 'text' }
  const found = columns.find((column) => column.name === name)
  if (found || !isNeeded) return found
  const names = columns.map((column) => column.name)
  const message = `${path} has no column "${name}"${hintFor(name, names)}`
  throw new TableFault('table.unknown-column', message, { field: name })
}

function checkStrangers(
  path: string,
  rules: RuleSet,
  { isOther }: Layout,
  columns: readonly SourceColumn[],
): void {
  const known = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
  const isKnown = new Set(known)
  const strangers = columns.filter(({ name }) => !isKnown.has(name) && !isOther(name))
  const [first] = strangers
  if (!first) return
  const shown = strangers.slice(0, 10).map(({ name }) => {
    const short = name.length > 60 ? `${name.slice(0, 57)}...` : name
    return `"${short}"${name.length > 60 ? '' : hintFor(name, known)}`
  })
  const more = strangers.length > shown.length ? ` and ${strangers.length - shown.length} more` : ''
  throw new TableFault(
    'table.unknown-column',
    `${path}: no fact of ${rules.text.program} is named ${shown.join(', ')}${more}. Rename them, pass them through (keep), or ignore them`,
    { field: first.name, example: known[0] },
  )
}
