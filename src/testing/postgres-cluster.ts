import { execFile, spawn } from 'node:child_process'
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

/** The command that runs a server program in this folder. */
type CommandOf = (program: string, args: readonly string[]) => readonly [string, ...string[]]

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
async function commandsFor(folder: string): Promise<CommandOf> {
  const programs = programFolder(process.env['PATH'] ?? '')
  if (process.getuid?.() !== 0) return (program, args) => [join(programs, program), ...args]
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  chownSync(folder, await id('-u'), await id('-g'))
  return (program, args) => ['runuser', '-u', 'postgres', '--', join(programs, program), ...args]
}

/**
 * A process that runs a command and removes the folder when its input ends: when it is told to, or
 * when this process has died in whatever way. Gives the function that tells it and waits.
 */
function whenOver(folder: string, command: readonly string[]): () => Promise<void> {
  const script = 'cat > /dev/null; folder=$1; shift; "$@"; rm -rf "$folder"'
  const keeper = spawn('sh', ['-c', script, 'sh', folder, ...command], {
    cwd: tmpdir(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => keeper.on('close', () => resolve()))
  keeper.unref()
  return () => {
    keeper.ref()
    keeper.stdin.end()
    return ended
  }
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
  try {
    const commandOf = await commandsFor(folder)
    const runs = (program: string, args: readonly string[]) => {
      const [file, ...rest] = commandOf(program, args)
      return run(file, rest, { cwd: folder })
    }
    const encoding = ['-E', 'UTF8', '--locale=C']
    await runs('initdb', ['-D', data, '-U', 'proviso', '-A', 'trust', '--no-sync', ...encoding])
    const port = await freePort()
    const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=100']
    const server = `-p ${port} -h 127.0.0.1 -k ${folder} ${settings.map((one) => `-c ${one}`).join(' ')}`
    const stopping = ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']
    const stop = whenOver(folder, commandOf('pg_ctl', stopping))
    await runs('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', server, 'start'])
    return { url: `postgres://proviso@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}
