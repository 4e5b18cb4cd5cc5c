import { openEmbedded } from './embedded.ts'
import { openServer } from './server.ts'
import type { Store } from './store.ts'

/** Which database: `url` of a PostgreSQL server, else a folder of an embedded one, else memory. */
export interface StoreOptions {
  readonly url?: string
  readonly dataDir?: string
}

/**
 * Opens the database and brings its schema up to date. Throws when the server cannot be reached,
 * the folder is in use by another process, or the schema is of a newer version.
 */
export function openStore({ url, dataDir }: StoreOptions): Promise<Store> {
  if (url !== undefined) return openServer(url)
  return openEmbedded(dataDir === undefined ? {} : { dataDir })
}
