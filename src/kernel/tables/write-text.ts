import { isoFromDay } from '../rules/calendar.ts'
import { decimalText } from '../rules/decimal.ts'
import type { Cells, CellType, ColumnHead, TableWriter } from './cells.ts'
import { endingOf } from './formats.ts'
import { newFile } from './new-file.ts'

/** Rows that are turned into text at a time. */
const rowsAtOnce = 4096

type Line = (columns: readonly Cells[], row: number) => string

/** Begins separated text: commas, or tabs for .tsv, with a line of column names; UTF-8, RFC 4180. */
export async function createCsv(path: string, heads: readonly ColumnHead[]): Promise<TableWriter> {
  const separator = endingOf(path) === 'tsv' ? '\t' : ','
  const quoted = (text: string): string =>
    /["\r\n\t,;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
  const first = heads.map(({ name }) => quoted(name)).join(separator)
  const writers = heads.map(({ type }) => csvCell(type))
  return createLines(path, `${first}\n`, (columns, row) => {
    let line = ''
    for (let at = 0; at < writers.length; at++) {
      const cell = columns[at]?.[row]
      if (at > 0) line += separator
      if (cell !== undefined && cell !== null) line += quoted(writers[at]?.(cell) ?? '')
    }
    return line
  })
}

/** Begins JSON lines: an object a row, without the names that have no value. */
export async function createJsonLines(
  path: string,
  heads: readonly ColumnHead[],
): Promise<TableWriter> {
  const fields = heads.map(({ name, type }) => ({
    name: JSON.stringify(name),
    cell: (cell: unknown) => jsonCell(type, cell),
  }))
  return createLines(path, '', (columns, row) => {
    let line = ''
    fields.forEach(({ name, cell }, at) => {
      const value = columns[at]?.[row]
      if (value !== undefined && value !== null)
        line += `${line === '' ? '' : ','}${name}:${cell(value)}`
    })
    return `{${line}}`
  })
}

async function createLines(path: string, head: string, line: Line): Promise<TableWriter> {
  const file = await newFile(path)
  let waiting = head
  return {
    write: async (count, columns) => {
      for (let from = 0; from < count; from += rowsAtOnce) {
        const to = Math.min(count, from + rowsAtOnce)
        for (let row = from; row < to; row++) waiting += `${line(columns, row)}\n`
        await file.append(waiting)
        waiting = ''
      }
    },
    finish: async () => {
      await file.append(waiting)
      await file.finish()
    },
    discard: file.discard,
  }
}

/** The text of a cell in a separated file: lists by semicolons, rows as JSON. */
function csvCell(type: CellType): (cell: unknown) => string {
  switch (type.t) {
    case 'day':
      return (cell) => isoFromDay(cell as number)
    case 'decimal':
      return (cell) => decimalText(cell as number, type.scale)
    case 'texts':
      return (cell) => listText(cell as readonly string[])
    case 'rows':
      return (cell) => jsonCell(type, cell)
    case 'text':
    case 'bool':
    case 'whole':
    case 'number':
      return String
  }
}

/** Members by semicolons; as a JSON list where that would not be read back. */
const listText = (members: readonly string[]): string =>
  members.length === 0 || members.some((member) => /[;"[{]|^\s|\s$/.test(member))
    ? JSON.stringify(members)
    : members.join(';')

/** Up to here a decimal is the same decimal after it was read as a binary fraction. */
const exactMax = 2 ** 49

function jsonCell(type: CellType, cell: unknown): string {
  switch (type.t) {
    case 'day':
      return `"${isoFromDay(cell as number)}"`
    case 'decimal': {
      const text = decimalText(cell as number, type.scale)
      return Math.abs(cell as number) <= exactMax ? text : `"${text}"`
    }
    case 'whole':
      return typeof cell === 'bigint' && BigInt.asIntN(53, cell) !== cell
        ? `"${cell}"`
        : String(cell)
    case 'number':
      return Number.isFinite(cell) ? String(cell) : 'null'
    case 'rows':
      return `[${(cell as readonly Cells[]).map((row) => jsonRow(type.fields, row)).join(',')}]`
    case 'text':
    case 'bool':
    case 'texts':
      return JSON.stringify(cell)
  }
}

const jsonRow = (fields: readonly ColumnHead[], row: Cells): string =>
  `{${fields
    .flatMap(({ name, type }, at) => {
      const cell = row[at]
      return cell === undefined ? [] : [`${JSON.stringify(name)}:${jsonCell(type, cell)}`]
    })
    .join(',')}}`
