import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const debianFolder = '/usr/lib/postgresql'

const missing =
  'The tests on PostgreSQL need "initdb" and "pg_ctl": install the Debian package "postgresql" ' +
  '(apt-get install postgresql), or set DATABASE_URL to a server where databases may be created'

/** The folder of the server programs: in PATH, or where Debian keeps the newest version. */
export function programFolder(path: string, debian = debianFolder): string {
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...path.split(delimiter).filter((folder) => folder !== ''),
    ...newestFirst.map((version) => join(debian, version, 'bin')),
  ]
  const found = folders.find((one) =>
    ['initdb', 'pg_ctl'].every((name) => existsSync(join(one, name))),
  )
  if (found === undefined) throw new Error(missing)
  return found
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Run = (program: string, args: readonly string[]) => Promise<unknown>

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
async function runnerFor(folder: string): Promise<Run> {
  const programs = programFolder(process.env['PATH'] ?? '')
  const options = { cwd: folder }
  if (process.getuid?.() !== 0)
    return (program, args) => run(join(programs, program), args, options)
  const id = async (flag: string): Promise<number> =>
    Number((await run('id', [flag, 'postgres'])).stdout)
  chownSync(folder, await id('-u'), await id('-g'))
  return (program, args) =>
    run('runuser', ['-u', 'postgres', '--', join(programs, program), ...args], options)
}

/** A server of a test run: nothing of it is kept. */
export interface Cluster {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a throwaway PostgreSQL on a free port; throws, naming the Debian package, when it is absent. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-postgres-'))
  const data = join(folder, 'data')
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const runs = await runnerFor(folder)
    const encoding = ['-E', 'UTF8', '--locale=C']
    await runs('initdb', ['-D', data, '-U', 'proviso', '-A', 'trust', '--no-sync', ...encoding])
    const port = await freePort()
    const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=100']
    const server = `-p ${port} -h 127.0.0.1 -k ${folder} ${settings.map((one) => `-c ${one}`).join(' ')}`
    const log = join(folder, 'log')
    await runs('pg_ctl', ['-D', data, '-w', '-s', '-l', log, '-o', server, 'start'])
    return {
      url: `postgres://proviso@127.0.0.1:${port}/postgres`,
      async stop() {
        await runs('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop'])
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
