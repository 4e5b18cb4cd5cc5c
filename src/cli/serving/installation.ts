import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Outcome } from '../../app/outcome.ts'
import type { Opened } from '../../app/serving/open.ts'
import { openInstallation } from '../../app/serving/open.ts'
import { signingKey } from './key-file.ts'
import type { Settings } from './settings.ts'

/** Real randomness, for secrets and salts. */
export const random = (bytes: number): string => randomBytes(bytes).toString('hex')

/** Opens what the settings name: the key, then the database that it signs for. */
export async function openSettings(settings: Settings): Promise<Outcome<Opened>> {
  const { dataFolder, databaseUrl } = settings
  const key = signingKey(dataFolder, settings.signingKey, random)
  if (!key.ok) return key
  const folder = join(dataFolder, 'database')
  return openInstallation({ signingKey: key.value, databaseUrl, folder })
}

/** The address of a server that listens where the settings say, unless they name another. */
export function originOf({ publicOrigin, host }: Settings, port: number): string {
  if (publicOrigin !== undefined) return publicOrigin
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return `http://${isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
