import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Context } from '../../app/context.ts'
import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import { evaluator } from '../../app/serving/evaluator.ts'
import { firstLink, lapseReservations } from '../../app/serving/links.ts'
import type { Opened } from '../../app/serving/open.ts'
import type { Listening } from '../../http/listen.ts'
import { listen } from '../../http/listen.ts'
import type { Pages } from '../../http/pages.ts'
import { readPages } from '../../http/pages.ts'
import { createServer } from '../../http/server.ts'
import type { Surroundings } from '../command.ts'
import { openSettings, originOf, random } from './installation.ts'
import type { Settings } from './settings.ts'

const lapseMilliseconds = 600_000

/** Serves until the process is asked to end, then lets requests finish and closes the database. */
export async function serve(
  surroundings: Surroundings,
  settings: Settings,
): Promise<Outcome<true>> {
  const opened = await openSettings(settings)
  if (!opened.ok) return opened
  const { store } = opened.value
  try {
    const started = await start(surroundings, settings, opened.value)
    if (!started.ok) return started
    const { listening, context } = started.value
    const lapsing = setInterval(() => void lapse(surroundings, context), lapseMilliseconds)
    await surroundings.interrupted()
    clearInterval(lapsing)
    await listening.close()
    return done(true)
  } finally {
    await store.close()
  }
}

interface Started {
  readonly listening: Listening
  readonly context: Context
}

/** Listens first, since only then the port is known, and tells the address when it can serve. */
async function start(
  { context: base, print }: Surroundings,
  settings: Settings,
  { store, signer }: Opened,
): Promise<Outcome<Started>> {
  const pages = builtPages()
  try {
    let context: Context = base
    const listening = await listen(settings.port, settings.host, (port) => {
      const publicOrigin = originOf(settings, port)
      context = { ...base, evaluator, deployment: { store, signer, random, publicOrigin } }
      const { trustProxy } = settings
      const log = (entry: object): void => print(JSON.stringify(entry))
      return createServer({ context, publicOrigin, pages, log, trustProxy })
    })
    await announce(
      print,
      context,
      originOf({ ...settings, publicOrigin: undefined }, listening.port),
    )
    if (!pages) print('the pages are not built: only the API is served (npm run build)')
    return done({ listening, context })
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code)) throw error
    const where = `${settings.host}:${settings.port}`
    return refused('input.out-of-bounds', `cannot listen on ${where}: ${message}`, {
      field: '--port',
      example: '8081, or 0 for any free port',
    })
  }
}

/** One piece of output, so that whoever waits for the address also has the link. */
async function announce(print: (line: string) => void, context: Context, address: string) {
  const { deployment } = context
  const link = deployment && (await firstLink(deployment, context.clock()))
  const lines = [
    `listening on ${address}`,
    ...(link === undefined ? [] : ['', 'one-time administrator link (one day):', link, '']),
  ]
  print(lines.join('\n'))
}

async function lapse({ print }: Surroundings, { deployment, clock }: Context): Promise<void> {
  if (!deployment) return
  const time = clock()
  try {
    const lapsed = await lapseReservations(deployment, time)
    if (lapsed > 0) print(JSON.stringify({ time, lapsed }))
  } catch (error) {
    // Tried again in ten minutes; until then nobody can use what has expired, only not reuse it.
    print(JSON.stringify({ time, fault: error instanceof Error ? error.message : String(error) }))
  }
}

/** The built pages stand beside the built command, and in dist/web of a clone. */
function builtPages(): Pages | undefined {
  const folders = ['./web', '../../../dist/web'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  const folder = folders.find((path) => existsSync(`${path}/index.html`))
  return folder === undefined ? undefined : readPages(folder)
}
