import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import type { Arguments, Option } from '../command.ts'

/** What a server is told from outside: options first, then the environment, then defaults. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly signingKey: string | undefined
  /** Where people reach it, when that is not where it listens. */
  readonly publicOrigin: string | undefined
  readonly trustProxy: boolean
}

export const servingOptions = {
  port: {
    type: 'string',
    value: 'PORT',
    about: 'where to listen (PORT; 8080; 0 finds a free one)',
  },
  host: { type: 'string', value: 'HOST', about: 'where to listen (HOST; 127.0.0.1)' },
  data: {
    type: 'string',
    value: 'FOLDER',
    about: 'database and signing key (PROVISO_DATA; ./data)',
  },
  origin: {
    type: 'string',
    value: 'URL',
    about: 'where people reach it, behind a proxy (PROVISO_ORIGIN)',
  },
} as const satisfies Readonly<Record<string, Option>>

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; a wrong port or address is refused before anything is opened. */
export function readSettings(given: Arguments, environment: Environment): Outcome<Settings> {
  const stated = (option: string, variable: string): string | undefined =>
    given.text(option) ?? (environment[variable] === '' ? undefined : environment[variable])
  const port = stated('port', 'PORT') ?? '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    const message = `the port "${port}" is no number from 0 to 65535`
    return refused('input.out-of-bounds', message, { field: '--port', example: '8080' })
  }
  const publicOrigin = stated('origin', 'PROVISO_ORIGIN')?.replace(/\/+$/, '')
  if (publicOrigin !== undefined && !isOrigin(publicOrigin)) {
    const message = `the origin "${publicOrigin}" is no http or https address without a path`
    const example = 'https://permits.example.gov'
    return refused('input.wrong-type', message, { field: '--origin', example })
  }
  return done({
    host: stated('host', 'HOST') ?? '127.0.0.1',
    port: Number(port),
    dataFolder: stated('data', 'PROVISO_DATA') ?? 'data',
    databaseUrl: environment['DATABASE_URL'] || undefined,
    signingKey: environment['PROVISO_SIGNING_KEY'] || undefined,
    publicOrigin,
    trustProxy: environment['PROVISO_TRUST_PROXY'] === '1',
  })
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text)
    return origin === text && (protocol === 'http:' || protocol === 'https:')
  } catch {
    return false
  }
}
