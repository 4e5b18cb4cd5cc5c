import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import type { SqlEngine } from '../../src/testing/differential/by-sql.ts'
import type { TextRow } from '../../src/testing/differential/sql-rows.ts'
import { startCluster } from '../../src/testing/postgres-cluster.ts'

/** An engine that was started here, and how to end it. */
export interface OpenEngine extends SqlEngine {
  /** Runs a query to its end without keeping its rows. */
  readonly drain: (query: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Rows as tab-separated text with \N for NULL, which all three engines read. */
const tabSeparated = (rows: readonly TextRow[]): string =>
  rows
    .map((row) => row.map((cell) => (cell === null ? '\\N' : escaped(cell))).join('\t'))
    .join('\n') + '\n'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}
const escaped = (cell: string): string =>
  cell.replaceAll(/[\\\t\n\r]/g, (one) => escapes[one] ?? one)

/** A folder of this process whose files other users, such as that of a server, can read. */
function folder() {
  const path = mkdtempSync(join(tmpdir(), 'proviso-sql-'))
  chmodSync(path, 0o755)
  return {
    path,
    write: (name: string, text: string): string => {
      const file = join(path, name)
      writeFileSync(file, text)
      return file
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** A throwaway PostgreSQL server; tables are not logged, as for any analysis that can be run again. */
export async function openPostgres(): Promise<OpenEngine> {
  const cluster = await startCluster()
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  const { rows: versions } = await client.query<{ server_version: string }>('show server_version')
  const files = folder()
  return {
    name: `PostgreSQL ${(versions[0]?.server_version ?? '').split(' ')[0]}`,
    dialect: 'postgresql',
    table: 'cases',
    run: async (text) =>
      void (await client.query(text.replace(/^CREATE TABLE/, 'CREATE UNLOGGED TABLE'))),
    load: async (table, rows) => {
      const file = files.write('rows.tsv', tabSeparated(rows))
      await client.query(`COPY ${table} FROM '${file}'`)
      await client.query(`ANALYZE ${table}`)
    },
    rows: async (text) => (await client.query<Record<string, unknown>>(text)).rows,
    drain: async (text) => void (await client.query(text)),
    close: async () => {
      await client.end()
      await cluster.stop()
      files.remove()
    },
  }
}

/** DuckDB in memory, with as many threads as said. */
export async function openDuckdb(threads = 2): Promise<OpenEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await instance.connect()
  const [[version] = []] = (await connection.runAndReadAll('select version()')).getRows()
  const files = folder()
  return {
    name: `DuckDB ${String(version).replace('v', '')}`,
    dialect: 'duckdb',
    table: 'cases',
    run: async (text) => void (await connection.run(text)),
    load: async (table, rows) => {
      const file = files.write('rows.tsv', tabSeparated(rows))
      await connection.run(
        `COPY ${table} FROM '${file}' (DELIMITER '\t', NULLSTR '\\N', QUOTE '', ESCAPE '', HEADER false)`,
      )
    },
    rows: async (text) => (await connection.runAndReadAll(text)).getRowObjectsJS(),
    drain: async (text) => void (await connection.run(text)),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      files.remove()
    },
  }
}

interface Session {
  query(text: string, format?: string): string
  close(): void
}
interface Chdb {
  readonly Session: new (path: string) => Session
}

/** ClickHouse as the library that `chdb` embeds; tables are kept in a folder of their own. */
export async function openClickhouse(): Promise<OpenEngine> {
  // The package is CommonJS and loads its library when it is first asked for.
  const { Session } = createRequire(import.meta.url)('chdb') as Chdb
  const files = folder()
  const session = new Session(join(files.path, 'data'))
  session.query('CREATE DATABASE IF NOT EXISTS proviso ENGINE = Atomic')
  // As installed, a statement may have 256 KB: larger ones need a setting of the session.
  session.query('SET max_query_size = 10000000')
  const version = session.query('SELECT version()', 'TSV').trim()
  return {
    name: `ClickHouse ${version}`,
    dialect: 'clickhouse',
    table: 'proviso.cases',
    run: async (text) => void session.query(text),
    load: async (table, rows) => {
      const file = files.write('rows.tsv', tabSeparated(rows))
      session.query(`INSERT INTO ${table} FROM INFILE '${file}' FORMAT TabSeparated`)
    },
    rows: async (text) =>
      session
        .query(text, 'JSONEachRow')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    drain: async (text) => void session.query(`${text}\nFORMAT Null`),
    close: async () => {
      session.close()
      files.remove()
    },
  }
}
