import type { FileMetaData, ParquetScan, SchemaTree } from 'hyparquet'
import { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { TableFault } from './fault.ts'
import type { ParquetColumn } from './parquet-columns.ts'
import { parquetColumns } from './parquet-columns.ts'
import { openFile, randomAccess } from './random-access.ts'
import type { RawChunk, RawColumn, TableSource } from './source.ts'
import { chunkRowsMax } from './source.ts'
import { scaledText, wholeFromBytes } from './whole-numbers.ts'

/** JSON stays text here, so that one bad cell is one bad row and not a bad file. */
const parsers = {
  jsonFromBytes: (bytes: Uint8Array | undefined) =>
    bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
}

/**
 * Opens a Parquet file of any encoding and compression. A row group is read in pieces of at most
 * 65,536 rows. A file that is cut off or altered is a fault.
 */
export async function openParquet(path: string): Promise<TableSource> {
  const opened = await openFile(path)
  const file = randomAccess(opened)
  try {
    const metadata = await guarded(path, async () => checked(await parquetMetadataAsync(file)))
    const { columns, exact } = parquetColumns(metadata)
    const scan = (options: { readonly utf8: boolean }): Promise<ParquetScan> =>
      guarded(path, () => parquetScan({ file, metadata: exact, compressors, parsers, ...options }))
    const scans = { text: await scan({ utf8: true }), bytes: await scan({ utf8: false }) }
    const rows = Number(metadata.num_rows)
    const source = { path, columns, scans, rows, forget: file.forget }
    return {
      path,
      columns,
      rows,
      chunks: (names) => chunksOf(source, names),
      close: () => opened.handle.close(),
    }
  } catch (error) {
    await opened.handle.close()
    throw error
  }
}

interface ParquetSource {
  readonly path: string
  readonly columns: readonly ParquetColumn[]
  readonly scans: { readonly text: ParquetScan; readonly bytes: ParquetScan }
  readonly rows: number
  readonly forget: () => void
}

async function* chunksOf(
  source: ParquetSource,
  names: readonly string[],
): AsyncGenerator<RawChunk> {
  const wanted = names.map((name) => source.columns.find((column) => column.name === name))
  for (const range of source.scans.text.ranges) {
    for (let from = range.rowStart; from < range.rowEnd; from += chunkRowsMax) {
      const to = Math.min(from + chunkRowsMax, range.rowEnd)
      const columns = await guarded(source.path, async () => {
        const found: (RawColumn | undefined)[] = []
        // One after the other: all at once would hold every column twice.
        for (const column of wanted)
          found.push(column && (await rawColumn(source, column, from, to)))
        return found
      })
      yield {
        firstRow: from + 1,
        count: to - from,
        columns,
        broken: [],
        contentOf: (index) =>
          Object.fromEntries(names.map((name, at) => [name, columns[at]?.cells[index]])),
        progress: to / source.rows,
      }
    }
    source.forget()
  }
}

async function rawColumn(
  { scans }: ParquetSource,
  { name, decimalScale, isBytes, decimals }: ParquetColumn,
  rowStart: number,
  rowEnd: number,
): Promise<RawColumn> {
  const scan = isBytes === true ? scans.bytes : scans.text
  const cells = await scan.readColumn({ column: name, rowStart, rowEnd })
  if (cells.length !== rowEnd - rowStart) {
    throw new RangeError(`column "${name}" has ${cells.length} of ${rowEnd - rowStart} values`)
  }
  if (decimals) return { cells: Array.from(cells, (cell: unknown) => exactFields(cell, decimals)) }
  if (decimalScale === undefined) return { cells }
  if (isBytes !== true) return { cells, decimalScale }
  const whole = Array.from(cells as readonly unknown[], (cell) =>
    cell instanceof Uint8Array ? wholeFromBytes(cell) : undefined,
  )
  return { cells: whole, decimalScale }
}

/** Rows with their exact decimals as text. */
function exactFields(value: unknown, decimals: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return value.map((part) => exactFields(part, decimals))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const fields = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const scale = decimals.get(name)
    const whole = part instanceof Uint8Array ? wholeFromBytes(part) : part
    const isWhole = typeof whole === 'number' || typeof whole === 'bigint'
    return [name, scale !== undefined && isWhole ? scaledText(whole, scale) : part] as const
  })
  return Object.fromEntries(fields)
}

/**
 * Refuses metadata that cannot be: row groups that do not add up, or that lack or repeat a column of
 * the schema (the library would leave errors in such columns to nobody).
 */
function checked(metadata: FileMetaData): FileMetaData {
  const total = metadata.row_groups.reduce((sum, group) => sum + group.num_rows, 0n)
  if (total !== metadata.num_rows || total > BigInt(Number.MAX_SAFE_INTEGER) || total < 0n) {
    throw new RangeError(`${metadata.num_rows} rows, but ${total} in row groups`)
  }
  const leaves = leafPaths(parquetSchema(metadata))
  for (const { columns } of metadata.row_groups) {
    const paths = new Set(columns.map((column) => pathKey(column.meta_data?.path_in_schema ?? [])))
    const isWhole = paths.size === leaves.length && columns.length === leaves.length
    if (!isWhole || leaves.some((leaf) => !paths.has(leaf))) {
      throw new RangeError('a row group has other columns than the file')
    }
  }
  return metadata
}

const pathKey = (path: readonly string[]): string => JSON.stringify(path)

const leafPaths = ({ children, path }: SchemaTree): readonly string[] =>
  children.length > 0 ? children.flatMap(leafPaths) : [pathKey(path)]

/** Whatever the library throws says that the file is damaged; the system's own errors do not. */
async function guarded<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof TableFault) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new TableFault(
      'table.damaged',
      `${path} cannot be read as Parquet: it is cut off or altered (${reason.slice(0, 200)})`,
      { field: path },
    )
  }
}
