import { open } from 'node:fs/promises'
import { TableFault, fileFault } from './fault.ts'

/** Formats of table files: comma- or tab-separated text, a JSON object a line, Parquet, Arrow IPC. */
export type TableFormat = 'csv' | 'jsonl' | 'parquet' | 'arrow'

const endings: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
  arrow: 'arrow',
  arrows: 'arrow',
  feather: 'arrow',
  ipc: 'arrow',
}
const example = 'cases.parquet, cases.csv, cases.jsonl or cases.arrow'

/** The ending of a file name, in small letters, without the point. */
export const endingOf = (path: string): string =>
  /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** The format that a file name says; any other name is a fault that lists the formats. */
export function formatOf(path: string): TableFormat {
  const format = endings[endingOf(path)]
  if (format) return format
  throw new TableFault(
    'table.unknown-format',
    `"${path}" does not end in a format; name it ${Object.keys(endings)
      .map((ending) => `.${ending}`)
      .join(', ')}`,
    { field: path, example },
  )
}

/** What the first bytes of files of some kind are, and what to do with such a file. */
const signatures: readonly {
  readonly bytes: readonly number[]
  readonly is: string
  readonly format?: TableFormat
}[] = [
  { bytes: [0x50, 0x41, 0x52, 0x31], is: 'Parquet', format: 'parquet' },
  { bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], is: 'Arrow', format: 'arrow' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: 'a spreadsheet or an archive: export it as CSV' },
  { bytes: [0x1f, 0x8b], is: 'compressed (gzip): unpack it first' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: 'compressed (zstd): unpack it first' },
  { bytes: [0x42, 0x5a, 0x68], is: 'compressed (bzip2): unpack it first' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: 'compressed (xz): unpack it first' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF document' },
]

/** Faults a file whose first bytes say that it is something else than its name says. */
export async function checkSignature(path: string, format: TableFormat): Promise<void> {
  const head = await firstBytes(path, 8)
  // JSON lines of no rows are an empty file.
  if (head.length === 0 && format !== 'jsonl') throw emptyFile(path)
  const found = signatures.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))
  if (!found || found.format === format) return
  const remedy = found.format ? `${found.is}: name it so` : found.is
  throw new TableFault('table.damaged', `${path} is named .${endingOf(path)}, but is ${remedy}`, {
    field: path,
    example,
  })
}

/** An empty file is told apart from one without rows: it does not even name its columns. */
export const emptyFile = (path: string): TableFault =>
  new TableFault('table.empty', `${path} is empty; its first line should name the columns`, {
    field: path,
  })

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileFault(path, error)
  }
}
