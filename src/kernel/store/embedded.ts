import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite'
import { lockFolder } from './folder-lock.ts'
import { guarded } from './guard.ts'
import { migrate } from './migrate.ts'
import type { Session } from './session.ts'
import { type Sql, statementText } from './sql.ts'
import type { Queryable, Store } from './store.ts'
import { parsers } from './values.ts'

type Runs = Pick<PGlite, 'query'>

/** Where the embedded database lives; in memory when no folder is named. */
export interface EmbeddedOptions {
  readonly dataDir?: string
  /** A dump of a data folder to start from, for databases in memory. */
  readonly snapshot?: Blob
}

function queryable(database: Runs): Queryable {
  return {
    async query<Row>(statement: Sql) {
      const result = await database.query<Row>(statementText(statement), [...statement.values])
      return result.rows
    },
  }
}

const session = (tx: PgliteTransaction): Session => ({
  ...queryable(tx),
  inTransaction: true,
  async script(text) {
    await tx.exec(text)
  },
})

/** Makes the folder beside its place and moves it there whole: a half-made one is never found. */
async function makeFolder(folder: string): Promise<void> {
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  const database = await PGlite.create({ dataDir: draft })
  await database.close()
  renameSync(draft, folder)
}

async function start({ dataDir, snapshot }: EmbeddedOptions): Promise<PGlite> {
  if (dataDir === undefined) {
    return PGlite.create({ parsers: { ...parsers }, ...(snapshot && { loadDataDir: snapshot }) })
  }
  const folder = resolve(dataDir)
  if (!existsSync(folder)) await makeFolder(folder)
  return PGlite.create({ dataDir: folder, parsers: { ...parsers } })
}

/** The embedded database with its schema up to date, and a dump of it for tests. */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Store & { dump(): Promise<Blob> }> {
  const unlock = options.dataDir === undefined ? () => undefined : lockFolder(options.dataDir)
  try {
    const database = await start(options)
    await database.exec(`set timezone to 'UTC'`)
    await database.transaction((tx) => migrate(session(tx)))
    const store = guarded({
      kind: 'pglite',
      ...queryable(database),
      // One transaction runs at a time, which is serializable without saying so.
      transaction: (work) => database.transaction((tx) => work(session(tx))),
      async close() {
        await database.close()
        unlock()
      },
    })
    return { ...store, dump: () => database.dumpDataDir('gzip') }
  } catch (error) {
    unlock()
    throw error
  }
}
