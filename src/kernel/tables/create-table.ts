import type { ColumnHead, TableWriter } from './cells.ts'
import { TableFault } from './fault.ts'
import { formatOf } from './formats.ts'
import { createArrow } from './write-arrow.ts'
import { createParquet } from './write-parquet.ts'
import { createCsv, createJsonLines } from './write-text.ts'

const creators = {
  csv: createCsv,
  jsonl: createJsonLines,
  parquet: createParquet,
  arrow: createArrow,
}

/**
 * Begins a table file in the format of its name. The file appears under its name when it is
 * finished, whole, over whatever stood there before. Faults: a name without a format, a folder
 * that cannot be written, two columns of one name.
 */
export async function createTable(
  path: string,
  heads: readonly ColumnHead[],
): Promise<TableWriter> {
  const create = creators[formatOf(path)]
  const seen = new Set<string>()
  for (const { name } of heads) {
    if (seen.has(name)) {
      const message = `${path} would have two columns named "${name}"; leave one out`
      throw new TableFault('table.duplicate-column', message, { field: name })
    }
    seen.add(name)
  }
  return create(path, heads)
}
