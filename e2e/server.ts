import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from '../tools/run.ts'
import { buildWebIfStale } from '../tools/web.mjs'

export interface Server {
  /** Where the server listens, without a slash at the end. */
  url: string
  /** The data folder; it outlives the server and goes when all tests have ended. */
  data: string
  /** All that the server printed so far. */
  output: () => string
  /** The one-time administrator link as printed; throws when there is none. */
  administratorLink: () => string
  /** Asks the server to end and waits for it. */
  stop: () => Promise<void>
  /** Ends the server at once, as a power cut would. */
  kill: () => Promise<void>
}

export interface ServerOptions {
  /** An existing data folder, for tests that start a second time on the same data. */
  data?: string
  env?: Readonly<Record<string, string>>
}

const startMilliseconds = 60_000
const stopMilliseconds = 10_000
// What decides where a server listens and stores comes from the test, not from the computer.
const ownSettings = ['PORT', 'HOST', 'DATABASE_URL', 'PROVISO_DATA']

function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings.includes(name))
  return { ...Object.fromEntries(inherited), ...extra }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill(signal)
  })
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      reject(new Error(`the server ${what}; it printed:\n${output()}`))
    }
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`did not print "listening on http://…" within ${startMilliseconds / 1000} s`)
    }, startMilliseconds)
    const look = (): void => {
      const url = /listening on (https?:\/\/[^\s/]+)/.exec(output())?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code, signal) => {
      clearTimeout(late)
      fail(`ended with ${signal ?? `code ${code}`}`)
    })
  })
}

/** Starts the real server on a free port, on an empty data folder unless one is given. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  buildWebIfStale(root)
  const data = options.data ?? mkdtempSync(join(inject('folder'), 'data-'))
  const args = [join(root, 'bin/proviso.mjs'), 'serve', '--port', '0', '--data', data]
  const env = environment(options.env ?? {})
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const mark = join(inject('folder'), `${child.pid}.process`)
  writeFileSync(mark, '')
  child.once('exit', () => rmSync(mark, { force: true }))
  let printed = ''
  const output = (): string => printed
  const collect = (chunk: Buffer): void => {
    printed += chunk.toString('utf8')
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const url = await listening(child, output)
  return {
    url,
    data,
    output,
    administratorLink: () => {
      const link = /administrator[\s\S]*?(https?:\/\/\S+)/i.exec(printed)?.[1]
      if (link === undefined) throw new Error(`no administrator link was printed:\n${printed}`)
      return link
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}
