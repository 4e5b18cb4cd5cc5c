import { TableFault } from './fault.ts'
import type { BrokenRow, RawChunk, TableSource } from './source.ts'
import { chunkRowsMax } from './source.ts'
import { openText } from './text-stream.ts'

const lineBytesMax = 16_000_000
type JsonRow = Readonly<Record<string, unknown>>

/**
 * Opens JSON lines: one object a line, empty lines aside. A line that is no object is a broken row;
 * one longer than 16 MB is a fault. Of a name stated twice in a line the last value counts.
 */
export async function openJsonLines(path: string): Promise<TableSource> {
  const text = await openText(path)
  return {
    path,
    columns: undefined,
    rows: undefined,
    chunks: (wanted) => chunksOf(lines(path, text.bytes), text.progress, wanted),
    close: async () => void (await text.bytes.return(undefined)),
  }
}

async function* chunksOf(
  source: AsyncGenerator<string[]>,
  progress: () => number,
  wanted: readonly string[],
): AsyncGenerator<RawChunk> {
  let row = 0
  let waiting: string[] = []
  for await (const some of source) {
    for (let from = 0; from < some.length; from += chunkRowsMax) {
      waiting = waiting.concat(some.slice(from, from + chunkRowsMax))
      if (waiting.length < chunkRowsMax) continue
      const rows = waiting.splice(0, chunkRowsMax)
      yield chunkOf(rows, row + 1, progress(), wanted)
      row += rows.length
    }
  }
  if (waiting.length > 0) yield chunkOf(waiting, row + 1, progress(), wanted)
}

function chunkOf(
  texts: readonly string[],
  firstRow: number,
  progress: number,
  wanted: readonly string[],
): RawChunk {
  const broken: BrokenRow[] = []
  const rows = texts.map((text, index): JsonRow => {
    const parsed = parsedLine(text)
    if (typeof parsed !== 'string') return parsed
    const hint =
      firstRow + index === 1 && text.startsWith('[')
        ? '; write one object a line, not a list of objects'
        : ''
    broken.push({ index, message: `the line ${parsed}${hint}`, content: text })
    return {}
  })
  return {
    firstRow,
    count: rows.length,
    columns: wanted.map((name) => ({ cells: rows.map((row) => row[name]) })),
    broken,
    namesOf: (index) => Object.keys(rows[index] ?? {}),
    contentOf: (index) => rows[index],
    progress,
  }
}

/** The object of a line, or what is wrong with it as the end of a sentence. */
function parsedLine(text: string): JsonRow | string {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as JsonRow
    }
    return 'is JSON, but no object of facts by name'
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Lines with something in them, as many at a time as arrive together. */
async function* lines(path: string, bytes: AsyncGenerator<Buffer>): AsyncGenerator<string[]> {
  let rest: Buffer[] = []
  let restBytes = 0
  let row = 0
  const isFull = (line: string): boolean => line.trim() !== ''
  for await (const chunk of bytes) {
    // Only line feeds end lines: other separators may stand inside of JSON text.
    const last = chunk.lastIndexOf(10)
    if (last < 0) {
      rest.push(chunk)
      restBytes += chunk.length
      if (restBytes > lineBytesMax) throw tooLong(path, row)
      continue
    }
    const whole = Buffer.concat([...rest, chunk.subarray(0, last)]).toString('utf8')
    rest = [chunk.subarray(last + 1)]
    restBytes = chunk.length - last - 1
    const found = whole.split('\n').filter(isFull)
    row += found.length
    yield found
  }
  const found = [Buffer.concat(rest).toString('utf8')].filter(isFull)
  if (found.length > 0) yield found
}

const tooLong = (path: string, row: number): TableFault =>
  new TableFault(
    'table.damaged',
    `${path}: the line after row ${row} is longer than ${lineBytesMax} bytes; write one object a line`,
    { field: path },
  )
