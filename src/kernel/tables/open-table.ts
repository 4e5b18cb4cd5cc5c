import { TableFault } from './fault.ts'
import { checkSignature, emptyFile, formatOf } from './formats.ts'
import { openArrow } from './read-arrow.ts'
import { openCsv } from './read-csv.ts'
import { openJsonLines } from './read-json-lines.ts'
import { openParquet } from './read-parquet.ts'
import type { TableSource } from './source.ts'

const openers = { csv: openCsv, jsonl: openJsonLines, parquet: openParquet, arrow: openArrow }

/**
 * Opens a table file in the format of its name. Faults: no such file, another format than the name
 * says, no columns, two columns of one name, damage. Whoever opens it closes it.
 */
export async function openTable(path: string): Promise<TableSource> {
  const format = formatOf(path)
  await checkSignature(path, format)
  const source = await openers[format](path)
  try {
    if (source.columns) checkNames(path, source.columns)
  } catch (error) {
    await source.close()
    throw error
  }
  return source
}

function checkNames(path: string, columns: readonly { readonly name: string }[]): void {
  if (columns.length === 0) throw emptyFile(path)
  const seen = new Set<string>()
  for (const [at, { name }] of columns.entries()) {
    // A damaged file may name nothing at all, whatever its types say.
    if (typeof name !== 'string' || name === '') {
      const message = `${path}: column ${at + 1} has no name; name every column`
      throw new TableFault('table.unknown-column', message, { field: path })
    }
    if (seen.has(name)) {
      const message = `${path}: two columns are named "${shortened(name)}"; keep one, or rename it`
      throw new TableFault('table.duplicate-column', message, { field: shortened(name) })
    }
    seen.add(name)
  }
}

const shortened = (name: string): string => (name.length > 80 ? `${name.slice(0, 77)}...` : name)
