import { CsvError, parse } from 'csv-parse'
import { pipeline } from 'node:stream'
import { TableFault } from './fault.ts'
import { emptyFile, endingOf } from './formats.ts'
import type { BrokenRow, RawChunk, TableSource } from './source.ts'
import { chunkRowsMax } from './source.ts'
import { openText } from './text-stream.ts'

/** A row longer than this is taken for an open quotation mark or another separator. */
const rowBytesMax = 16_000_000

/**
 * Opens separated text: RFC 4180, the separator (comma, semicolon or tab) taken from the line of
 * column names. Rows with too few or too many fields are broken rows; an open quotation mark is a
 * fault, since everything after it would be one field.
 */
export async function openCsv(path: string): Promise<TableSource> {
  const text = await openText(path)
  const first = await text.bytes.next()
  const head = first.done === true ? Buffer.alloc(0) : first.value
  if (head.toString('utf8').trim() === '') throw emptyFile(path)
  const parser = parse({
    delimiter: endingOf(path) === 'tsv' ? '\t' : separatorOf(head),
    max_record_size: rowBytesMax,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  async function* whole(): AsyncGenerator<Buffer> {
    yield head
    yield* text.bytes
  }
  // Errors of either end reach whoever reads the parser.
  pipeline(whole, parser, () => undefined)
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[], undefined>
  const names = await nextRecord(path, records, 0)
  if (!names) throw emptyFile(path)
  const source = { path, names: names.map((name) => name.trim()), records, progress: text.progress }
  return {
    path,
    columns: source.names.map((name) => ({ name, kind: 'text' })),
    rows: undefined,
    chunks: (wanted) => chunksOf(source, wanted),
    close: async () => void parser.destroy(),
  }
}

interface CsvSource {
  readonly path: string
  readonly names: readonly string[]
  readonly records: AsyncIterator<string[], undefined>
  readonly progress: () => number
}

async function* chunksOf(source: CsvSource, wanted: readonly string[]): AsyncGenerator<RawChunk> {
  const { path, names, records, progress } = source
  const places = wanted.map((name) => names.indexOf(name))
  let row = 0
  for (;;) {
    const rows: string[][] = []
    let bytes = 0
    // Long rows make short chunks, so that memory stays bounded.
    while (rows.length < chunkRowsMax && bytes < 4 * rowBytesMax) {
      const record = await nextRecord(path, records, row + rows.length)
      if (!record) break
      rows.push(record)
      for (const field of record) bytes += field.length
    }
    if (rows.length === 0) return
    yield chunkOf(rows, { names, places, firstRow: row + 1, progress: progress() })
    row += rows.length
  }
}

interface Layout {
  readonly names: readonly string[]
  readonly places: readonly number[]
  readonly firstRow: number
  readonly progress: number
}

function chunkOf(rows: readonly string[][], layout: Layout): RawChunk {
  const { names, places, firstRow, progress } = layout
  const broken = rows.flatMap((record, index): BrokenRow[] => {
    if (record.length === names.length) return []
    const message = `the row has ${record.length} fields, but the file has ${names.length} columns; quote fields that hold the separator`
    return [{ index, message, content: record }]
  })
  const isBroken = new Set(broken.map(({ index }) => index))
  const columns = places.map((place) => {
    if (place < 0) return undefined
    return { cells: rows.map((record, index) => (isBroken.has(index) ? '' : record[place])) }
  })
  const contentOf = (index: number) =>
    Object.fromEntries(names.map((name, place) => [name, rows[index]?.[place] ?? '']))
  return { firstRow, count: rows.length, columns, broken, contentOf, progress }
}

async function nextRecord(
  path: string,
  records: AsyncIterator<string[], undefined>,
  rowsBefore: number,
): Promise<string[] | undefined> {
  try {
    const { done, value } = await records.next()
    return done === true ? undefined : value
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const where = rowsBefore === 0 ? 'in its first rows' : `after row ${rowsBefore}`
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `${path}: a quotation mark is opened and never closed, ${where}; write quotation marks inside of a field twice`
        : error.code === 'CSV_MAX_RECORD_SIZE'
          ? `${path}: a row is longer than ${rowBytesMax} bytes, ${where}; look for an open quotation mark`
          : `${path}: ${error.message}`
    throw new TableFault('table.damaged', message, { field: path })
  }
}

/** The separator that occurs most in the line of column names; a comma where none does. */
function separatorOf(head: Buffer): string {
  const line = head.toString('utf8', 0, 1 << 20).split(/[\r\n]/, 1)[0] ?? ''
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
