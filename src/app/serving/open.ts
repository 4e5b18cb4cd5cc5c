import { latestCheckpoint, openStore, verifierKeyOf } from '#kernel'
import type { Signer, Store } from '#kernel'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import { signerOf } from './signing-key.ts'

/** What is opened before a server can serve. */
export interface Opened {
  readonly store: Store
  readonly signer: Signer
}

interface Wanted {
  /** The text of the signing key. */
  readonly signingKey: string
  /** A PostgreSQL server; the embedded database in `folder` when absent. */
  readonly databaseUrl: string | undefined
  readonly folder: string
}

/**
 * Opens the database, brings its schema up to date, and sees that the key is the one that this
 * record is signed with: one record has one key, on every server that shares it.
 */
export async function openInstallation(wanted: Wanted): Promise<Outcome<Opened>> {
  const { signingKey, databaseUrl, folder } = wanted
  const signer = signerOf(signingKey)
  if (!signer) {
    const message = 'the signing key is none: it must be PRIVATE+KEY+name+id+base64'
    return refused('record.wrong-key', message, { field: 'PROVISO_SIGNING_KEY' })
  }
  const store = await openOrRefuse(databaseUrl, folder)
  if (!store.ok) return store
  const latest = await latestCheckpoint(store.value)
  if (latest && latest.verifierKey !== verifierKeyOf(signer)) {
    await store.value.close()
    const message = `the record is signed with ${latest.verifierKey}, not with ${verifierKeyOf(signer)}: start with the key that it began with`
    return refused('record.wrong-key', message, { field: 'PROVISO_SIGNING_KEY' })
  }
  return done({ store: store.value, signer })
}

async function openOrRefuse(url: string | undefined, dataDir: string): Promise<Outcome<Store>> {
  try {
    return done(await openStore(url === undefined ? { dataDir } : { url }))
  } catch (error) {
    // Such as a folder in use or a server that is away: the reason is for whoever starts it.
    const reason = error instanceof Error ? error.message : String(error)
    const where = url === undefined ? 'the embedded database' : 'the database of DATABASE_URL'
    return refused('service.fault', `${where} cannot be opened: ${reason}`, {
      field: url === undefined ? '--data' : 'DATABASE_URL',
    })
  }
}
