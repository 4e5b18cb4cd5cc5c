import type { Dialect, DialectName, Sql } from './dialect.ts'
import { binding, whole, within } from './dialect.ts'

const doubled = (text: string, quote: string): string =>
  `${quote}${text.replaceAll(quote, quote + quote)}${quote}`
/** Engines that read a backslash in a quoted text as the start of an escape. */
const escaped = (text: string, quote: string): string =>
  `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`

const operator =
  (symbol: string, binds: number) =>
  (left: Sql, right: Sql): Sql => ({
    text: `${within(left, binds)} ${symbol} ${within(right, binds + 1)}`,
    binds,
  })
const divided = (symbol: string) => operator(symbol, binding.product)
const call = (name: string, ...of: readonly string[]): string => `${name}(${of.join(', ')})`
const epoch = "DATE '1970-01-01'"
const primaryKey = (key: readonly string[], isUnique: boolean) =>
  isUnique ? { inside: `PRIMARY KEY (${key.join(', ')})`, after: '' } : { after: '' }

const standard: Dialect = {
  name: 'standard',
  title: 'ISO SQL:2023',
  quotedName: (name) => doubled(name, '"'),
  quotedText: (text) => doubled(text, "'"),
  types: {
    boolean: 'BOOLEAN',
    small: 'SMALLINT',
    integer: 'INTEGER',
    wide: 'BIGINT',
    text: 'VARCHAR(255)',
    date: 'DATE',
  },
  afterColumns: primaryKey,
  widened: (value) => `CAST(${value} AS BIGINT)`,
  signed: String,
  counted: ({ text }) => `CASE WHEN ${text} THEN 1 ELSE 0 END`,
  greatest: (values) => call('GREATEST', ...values),
  least: (values) => call('LEAST', ...values),
  dates: ['0001-01-01', '9999-12-31'],
  dateText: (iso) => `DATE '${iso}'`,
  someRow: (condition) => `MAX(CASE WHEN ${condition} THEN 1 ELSE 0 END) = 1`,
  sumRows: (value) => `CAST(SUM(${value}) AS BIGINT)`,
  as: 'AS',
  barrier: '',
  repeatMax: 3,
  flatMax: 400,
  bytesMax: Infinity,
  columnsMax: 1000,
}

const postgresql: Dialect = {
  ...standard,
  name: 'postgresql',
  title: 'PostgreSQL 15 or newer, PGlite',
  types: { ...standard.types, text: 'TEXT' },
  counted: (condition) => `${within(condition, binding.whole)}::integer`,
  quotient: divided('/'),
  bitAnd: (left, mask) => operator('&', binding.comparison)(left, whole(String(mask))),
  dayNumber: (date) => `(${date} - ${epoch})`,
  dateOfDay: (day) => `(${epoch} + ${day})`,
  someRow: (condition) => call('bool_or', condition),
  as: 'AS NOT MATERIALIZED',
  barrier: 'OFFSET 0',
  bytesMax: 1_000_000_000,
  columnsMax: 1600,
}

const duckdb: Dialect = {
  ...standard,
  name: 'duckdb',
  title: 'DuckDB 1.5',
  types: { ...standard.types, text: 'VARCHAR' },
  counted: (condition) => `${within(condition, binding.whole)}::INTEGER`,
  quotient: divided('//'),
  bitAnd: (left, mask) => operator('&', binding.comparison)(left, whole(String(mask))),
  dayNumber: (date) => call('date_diff', "'day'", epoch, date),
  dateOfDay: (day) => `(${epoch} + CAST(${day} AS INTEGER))`,
  someRow: (condition) => call('bool_or', condition),
  as: 'AS NOT MATERIALIZED',
  columnsMax: 100_000,
}

const clickhouse: Dialect = {
  ...standard,
  name: 'clickhouse',
  title: 'ClickHouse 26',
  quotedName: (name) => escaped(name, '"'),
  quotedText: (text) => escaped(text, "'"),
  types: {
    boolean: 'Nullable(Bool)',
    small: 'Nullable(Int16)',
    integer: 'Nullable(Int32)',
    wide: 'Nullable(Int64)',
    text: 'LowCardinality(Nullable(String))',
    date: 'Nullable(Date32)',
  },
  afterColumns: (key) => ({ after: `ENGINE = MergeTree ORDER BY (${key.join(', ')})` }),
  widened: (value) => call('toInt64', value),
  signed: (value) => call(Math.abs(value) < 2 ** 31 ? 'toInt32' : 'toInt64', String(value)),
  counted: (condition) => call('toUInt32', condition.text),
  quotient: (left, right) => whole(call('intDiv', left.text, right.text)),
  bitAnd: (left, mask) => whole(call('bitAnd', left.text, String(mask))),
  greatest: (values) => call('greatest', ...values),
  least: (values) => call('least', ...values),
  dayNumber: (date) => call('toInt32', date),
  dateOfDay: (day) => call('addDays', "toDate32('1970-01-01')", day),
  dates: ['1900-01-01', '2299-12-31'],
  dateText: (iso) => call('toDate32', `'${iso}'`),
  someRow: (condition) => call('max', condition),
  sumRows: (value) => call('sum', call('toInt64', value)),
  numbered: (value, members, numbers) =>
    call('transform', value, `[${members.join(', ')}]`, `[${numbers.join(', ')}]`, '-1'),
  bytesMax: 262_144,
  columnsMax: 100_000,
}

const spark: Dialect = {
  ...standard,
  name: 'spark',
  title: 'Spark SQL 3.5',
  quotedName: (name) => doubled(name, '`'),
  quotedText: (text) => escaped(text, "'"),
  types: { ...standard.types, integer: 'INT', text: 'STRING' },
  afterColumns: () => ({ after: '' }),
  counted: ({ text }) => `CAST(${text} AS INT)`,
  quotient: divided('div'),
  bitAnd: (left, mask) => operator('&', binding.comparison)(left, whole(String(mask))),
  dayNumber: (date) => call('datediff', date, epoch),
  dateOfDay: (day) => call('date_add', epoch, `CAST(${day} AS INT)`),
  someRow: (condition) => call('bool_or', condition),
  columnsMax: 100_000,
}

const trino: Dialect = {
  ...standard,
  name: 'trino',
  title: 'Trino 400 or newer',
  types: { ...standard.types, text: 'VARCHAR' },
  afterColumns: () => ({ after: '' }),
  counted: ({ text }) => `CAST(${text} AS INTEGER)`,
  quotient: divided('/'),
  bitAnd: (left, mask) => whole(call('bitwise_and', left.text, String(mask))),
  dayNumber: (date) => call('date_diff', "'day'", epoch, date),
  dateOfDay: (day) => call('date_add', "'day'", day, epoch),
  someRow: (condition) => call('bool_or', condition),
  bytesMax: 1_000_000,
  columnsMax: 100_000,
}

/** Every dialect by its name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  postgresql,
  duckdb,
  clickhouse,
  spark,
  trino,
  standard,
}
