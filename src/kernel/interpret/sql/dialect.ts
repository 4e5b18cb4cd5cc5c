/** The engines whose SQL is printed; `standard` is ISO SQL for any other. */
export type DialectName = 'postgresql' | 'duckdb' | 'clickhouse' | 'spark' | 'trino' | 'standard'

/** A piece of SQL and how loosely it binds: it is put in parentheses where more is needed. */
export interface Sql {
  readonly text: string
  readonly binds: number
}

/** From the loosest to the tightest. */
export const binding = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  whole: 7,
} as const

export const whole = (text: string): Sql => ({ text, binds: binding.whole })

/** The text, in parentheses when it binds more loosely than wanted. */
export const within = (sql: Sql, binds: number): string =>
  sql.binds >= binds ? sql.text : `(${sql.text})`

/**
 * What one engine calls things. A function that is absent does not exist there: a rule set that
 * needs it is refused by its name.
 */
export interface Dialect {
  readonly name: DialectName
  /** With the version that was read or run. */
  readonly title: string
  readonly quotedName: (name: string) => string
  readonly quotedText: (text: string) => string
  readonly types: Readonly<
    Record<'boolean' | 'small' | 'integer' | 'wide' | 'text' | 'date', string>
  >
  /** What stands after the columns of a table of cases, of rows: its key, its storage. */
  readonly afterColumns: (key: readonly string[], isUnique: boolean) => TableEnd
  /** An integer as 64 bits. */
  readonly widened: (value: string) => string
  /** An integer that the engine does not take for a narrower or unsigned type. */
  readonly signed: (value: number) => string
  /** 1 or 0 for a condition. */
  readonly counted: (condition: Sql) => string
  /** The whole quotient of two integers that are not negative. */
  readonly quotient?: (left: Sql, right: Sql) => Sql
  readonly bitAnd?: (left: Sql, mask: number) => Sql
  readonly greatest?: (values: readonly string[]) => string
  readonly least?: (values: readonly string[]) => string
  /** Days since 1970-01-01 of a date that is finite. */
  readonly dayNumber?: (date: string) => string
  readonly dateOfDay?: (day: string) => string
  /** The first and the last date that the engine stores. */
  readonly dates: readonly [first: string, last: string]
  readonly dateText: (iso: string) => string
  /** Whether a condition holds in any row of a group; null or false in none. */
  readonly someRow: (condition: string) => string
  /** The sum of integers of a group as 64 bits. */
  readonly sumRows: (value: string) => string
  /** A member's number from a list by a function; a join with a list of rows where absent. */
  readonly numbered?: (
    value: string,
    members: readonly string[],
    numbers: readonly number[],
  ) => string
  /** The beginning of a named subquery that is computed once and streamed. */
  readonly as: string
  /** What keeps the planner from writing a subquery's columns out at each use; may be empty. */
  readonly barrier: string
  /** So many operations are rather written twice than given a name and a layer of their own. */
  readonly repeatMax: number
  /** With fewer operations in all, a query has no layers but that of the outputs. */
  readonly flatMax: number
  /** Bytes that a statement may have in the engine as it is installed. */
  readonly bytesMax: number
  /** Columns that one subquery may have. */
  readonly columnsMax: number
}

/** How a table ends: a line among its columns, and what follows them. */
export interface TableEnd {
  readonly inside?: string
  readonly after: string
}

/** What a rule set needs and a dialect does not have. */
export class MissingFunction extends Error {
  override readonly name = 'MissingFunction'
}
