import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { guarded } from './guard.ts'
import { migrate } from './migrate.ts'
import type { Session } from './session.ts'
import { type Sql, statementText } from './sql.ts'
import type { Queryable, Store, Transaction } from './store.ts'
import { parsers } from './values.ts'

const attemptsMax = 40
const connectionsMax = 10
/** Taken by transactions that are run again, so that those which lost do not disturb each other. */
const retryLock = 7_310_002

const conflicts = new Set(['40001', '40P01'])

function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && conflicts.has(error.code ?? '')
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    parsers[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

function queryable(runs: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query<Row>(statement: Sql) {
      const { rows } = await runs.query({
        text: statementText(statement),
        values: [...statement.values],
        types,
      })
      return rows as readonly Row[]
    },
  }
}

const session = (client: pg.PoolClient): Session => ({
  ...queryable(client),
  inTransaction: true,
  async script(text) {
    await client.query(text)
  },
})

async function once<Value>(
  client: pg.PoolClient,
  isolation: string,
  work: (tx: Session) => Promise<Value>,
): Promise<Value> {
  await client.query(`begin isolation level ${isolation}`)
  try {
    const value = await work(session(client))
    await client.query('commit')
    return value
  } catch (error) {
    // Without a connection there is nothing left to roll back: the first error is the one to tell.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Runs again after a conflict; from the second time on, one at a time over all servers. */
async function retried<Value>(
  client: pg.PoolClient,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    if (attempt > 1) await client.query('select pg_advisory_lock($1)', [retryLock])
    try {
      return await once(client, 'serializable', work)
    } catch (error) {
      if (!isConflict(error) || attempt === attemptsMax) throw error
    } finally {
      if (attempt > 1) await client.query('select pg_advisory_unlock($1)', [retryLock])
    }
    await sleep(Math.min(attempt, 10))
  }
}

/** Gives a connection back to the pool, or ends it when its state is unknown. */
async function withClient<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: boolean | Error = false
  const fail = (error: Error): void => {
    broken = error
  }
  client.on('error', fail)
  try {
    return await work(client)
  } catch (error) {
    // A refused statement leaves the connection usable; anything else may not.
    if (!(error instanceof pg.DatabaseError) && broken === false) {
      broken = await client.query('select 1').then(
        () => false,
        () => true,
      )
    }
    throw error
  } finally {
    client.off('error', fail)
    client.release(broken)
  }
}

/** A PostgreSQL server (15 or later) with its schema up to date. */
export async function openServer(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    allowExitOnIdle: true,
    options: '-c timezone=UTC',
  })
  // An idle connection that the server ends is replaced when it is needed.
  pool.on('error', () => undefined)
  try {
    // Read committed: it must see what another process migrated while this one waited for the lock.
    await withClient(pool, (client) => once(client, 'read committed', migrate))
  } catch (error) {
    await pool.end()
    throw error
  }
  return guarded({
    kind: 'postgres',
    ...queryable(pool),
    transaction: (work) => withClient(pool, (client) => retried(client, work)),
    close: () => pool.end(),
  })
}
