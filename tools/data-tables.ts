// The fact tables are plain CSV without quoting: no field holds a comma, a quote or a line break.
// A line can therefore be split at its commas, and a field that would need more is refused.

export type TableRow = Record<string, string>

/** Reads a table; throws with file, line and what would be right when a line does not fit. */
export function readTable(file: string, text: string): TableRow[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const columns = header.split(',')
  return lines.map((line, index) => {
    const where = `${file}:${index + 2}`
    if (/["\r]/.test(line)) {
      throw new Error(`${where} holds a quote or a carriage return: write the field without it`)
    }
    const fields = line.split(',')
    if (fields.length !== columns.length) {
      throw new Error(
        `${where} has ${fields.length} fields, the header has ${columns.length}: a field cannot hold a comma`,
      )
    }
    return Object.fromEntries(columns.map((column, place) => [column, fields[place] ?? '']))
  })
}

export type FieldKind = 'text' | 'list' | 'number' | 'flag' | 'date'

export interface FieldSpec {
  column: string
  kind: FieldKind
}

export interface TableSpec {
  /** The name of the constant; the type of a row is `typeName`. */
  name: string
  typeName: string
  about: string
  fields: readonly FieldSpec[]
}

const types: Record<FieldKind, string> = {
  text: 'string',
  list: 'readonly string[]',
  number: 'string | null',
  flag: 'boolean | null',
  date: 'string | null',
}

const decimal = /^\d+(?:\.\d{1,2})?$/

function flag(value: string): boolean | null | undefined {
  if (value === '?') return null
  return value === 'yes' ? true : value === 'no' ? false : undefined
}

function plainValue(
  kind: FieldKind,
  value: string,
): string | string[] | boolean | null | undefined {
  switch (kind) {
    case 'text':
      return value
    case 'list':
      return value === '' ? [] : value.split(';')
    case 'flag':
      return flag(value)
    case 'date':
      return value === '?' ? null : /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
    case 'number':
      if (value === '?') return null
      return value === '-' ? '0' : decimal.test(value) ? value : undefined
  }
}

const wanted: Record<FieldKind, string> = {
  text: 'any text',
  list: 'texts with semicolons between them',
  flag: 'yes, no or ?',
  date: 'a date such as 2026-07-23, or ?',
  number: 'a number with at most two decimals, - when the maker claims no rate, or ?',
}

/** The name of a column in TypeScript: `year_source` becomes `yearSource`. */
function propertyName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function printRow(file: string, row: TableRow, line: number, fields: readonly FieldSpec[]): string {
  const properties = fields.map(({ column, kind }) => {
    const value = plainValue(kind, row[column] ?? '')
    if (row[column] === undefined || value === undefined) {
      const given = row[column] === undefined ? 'is missing' : `is "${row[column]}"`
      throw new Error(`${file}:${line} ${column} ${given}: write ${wanted[kind]}`)
    }
    return `${propertyName(column)}: ${JSON.stringify(value)}`
  })
  return `  { ${properties.join(', ')} },`
}

/** One table as TypeScript: the type of a row, and the rows with one row a line. */
export function printTable(file: string, text: string, spec: TableSpec): string {
  const rows = readTable(file, text)
  const members = spec.fields.map(
    ({ column, kind }) => `  readonly ${propertyName(column)}: ${types[kind]}`,
  )
  const lines = rows.map((row, index) => printRow(file, row, index + 2, spec.fields))
  return [
    `export interface ${spec.typeName} {`,
    ...members,
    '}',
    '',
    `/** ${spec.about} */`,
    `export const ${spec.name}: readonly ${spec.typeName}[] = [`,
    ...lines,
    ']',
    '',
  ].join('\n')
}
