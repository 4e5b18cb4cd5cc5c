import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../kernel/store/embedded.ts'
import { migrations } from '../kernel/store/migrations.ts'
import { openServer } from '../kernel/store/server.ts'
import { startCluster } from './postgres-cluster.ts'

interface Closing {
  close(): Promise<void>
}

/** Databases on one PostgreSQL server, each a copy of one whose schema is up to date. */
interface Server extends Closing {
  fresh(): Promise<string>
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function prepareServer(): Promise<Server> {
  const given = process.env['DATABASE_URL']
  const cluster = given === undefined ? await startCluster() : undefined
  const base = given ?? cluster?.url ?? ''
  const made: string[] = []
  const make = async (suffix: string): Promise<string> => {
    const name = `proviso_test_${process.pid}_${made.length}`
    await run(base, `create database ${name} ${suffix}`)
    made.push(name)
    const url = new URL(base)
    url.pathname = `/${name}`
    return url.href
  }
  await (await openServer(await make('template template0'))).close()
  let last: Promise<unknown> = Promise.resolve()
  return {
    // One at a time: the template must not be in use while it is copied.
    fresh() {
      const next = last.then(() => make(`template ${made[0]}`))
      last = next.catch(() => undefined)
      return next
    },
    async close() {
      if (cluster) return cluster.stop()
      for (const name of made) await run(base, `drop database if exists ${name} with (force)`)
    },
  }
}

const library = 'node_modules/@electric-sql/pglite/package.json'
const cache = 'node_modules/.cache/databases'

/** Making an embedded database takes seconds: it is kept for as long as schema and library are the same. */
async function prepareSnapshot(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(library)).update(JSON.stringify(migrations))
  const file = resolve(cache, `${hash.digest('hex').slice(0, 16)}.tar.gz`)
  if (existsSync(file)) return file
  const store = await openEmbedded({})
  const dump = await store.dump()
  await store.close()
  mkdirSync(cache, { recursive: true })
  // Another run may make the same file now: each moves its own whole file into place.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
  renameSync(draft, file)
  return file
}

/** Remembers the first call: later ones get the same. */
function once<Value>(make: () => Promise<Value>): { get(): Promise<Value>; made?: Promise<Value> } {
  const kept: { get(): Promise<Value>; made?: Promise<Value> } = {
    get: () => (kept.made ??= make()),
  }
  return kept
}

/** The address under which tests ask for databases. Nothing is started until one asks. */
export interface DatabaseService extends Closing {
  readonly url: string
}

/** Serves `/postgres` (address of a fresh database) and `/pglite` (file to load into an embedded one). */
export async function startDatabaseService(): Promise<DatabaseService> {
  const server = once(prepareServer)
  const snapshot = once(prepareSnapshot)
  const answers: Readonly<Record<string, () => Promise<string>>> = {
    '/postgres': async () => (await server.get()).fresh(),
    '/pglite': () => snapshot.get(),
  }
  const listener = createServer((request, response) => {
    // A kept connection would time out while an embedded database is being made.
    response.setHeader('connection', 'close')
    const answer = answers[request.url ?? '']
    const sent = answer ? answer() : Promise.reject(new Error(`no database "${request.url}"`))
    sent.then(
      (text) => response.writeHead(200).end(text),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : ''),
    )
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    async close() {
      listener.closeAllConnections()
      listener.close()
      await snapshot.made?.catch(() => undefined)
      await (await server.made?.catch(() => undefined))?.close()
    },
  }
}
