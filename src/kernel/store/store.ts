import type { Sql } from './sql.ts'

/** Runs statements. Rows come with bigint for int8, objects for jsonb, ISO 8601 text for instants. */
export interface Queryable {
  query<Row = Readonly<Record<string, unknown>>>(statement: Sql): Promise<readonly Row[]>
}

/** A running serializable transaction. */
export interface Transaction extends Queryable {
  readonly inTransaction: true
}

/** The database: embedded (PGlite) or a PostgreSQL server, with one schema and the same statements. */
export interface Store extends Queryable {
  readonly kind: 'pglite' | 'postgres'
  /**
   * Runs `work` in one serializable transaction: committed when it resolves, rolled back when it
   * rejects. It is run again from the start after a conflict, so it must do nothing outside.
   */
  transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>
  /** Ends all connections; on an embedded database also writes everything to its folder. */
  close(): Promise<void>
}
