import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import { signingKeyText } from '../../app/serving/signing-key.ts'

const fileName = 'signing-key'

/**
 * The text of the signing key: the one that is passed in, else the one in the data folder, which
 * is made at first start and readable by its owner alone. The log is named when its key is made.
 */
export function signingKey(
  dataFolder: string,
  passedIn: string | undefined,
  random: (bytes: number) => string,
): Outcome<string> {
  if (passedIn !== undefined) return done(passedIn)
  const path = join(dataFolder, fileName)
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const seed = new Uint8Array(Buffer.from(random(32), 'hex'))
    const made = signingKeyText(`proviso-${random(4)}`, seed)
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return done(made)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return done(readFileSync(path, 'utf8'))
    return refused('input.no-file', `the data folder ${dataFolder} cannot be used: ${message}`, {
      field: '--data',
      example: './data',
    })
  }
}
