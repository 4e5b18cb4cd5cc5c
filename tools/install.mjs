// Answers whether this computer can run the project, before any dependency exists.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'

/** The reason why this Node.js cannot run the project, or undefined when it can. */
export function nodeProblem(root, version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wanted = engines.node.replace('>=', '').split('.').map(Number)
  const found = version.split('.').map(Number)
  const older = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < (wanted[1] ?? 0))
  if (!older) return undefined
  return `Proviso needs Node.js ${engines.node}; this is ${version}. Get a newer one from https://nodejs.org and start again.`
}

/** Whether node_modules holds exactly what package-lock.json asks for, by npm's own install record. */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      // Optional entries are binaries for other systems: npm leaves them out here, and says so.
      path === '' || entry.optional || entry.devOptional || found[path]?.version === entry.version,
  )
}

/** Runs `npm ci` in the folder, development tools included (they build the pages). Returns its exit code. */
export function install(folder) {
  const npm = process.env.npm_execpath
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const args = [...command.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund']
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }
  const result = spawnSync(command[0], args, options)
  if (result.error) console.error(`npm could not be started: ${result.error.message}`)
  return result.status ?? 1
}

/** Installs what is missing, once. Returns what stands in the way, or undefined when all is there. */
export function ready(root) {
  const problem = nodeProblem(root)
  if (problem) return problem
  if (isInstalled(root)) return undefined
  console.log('installing what package-lock.json lists (once) …')
  return install(root) === 0 ? undefined : 'npm ci failed: its own message is above'
}
