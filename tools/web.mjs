// Builds the pages when their sources changed since the last build. Plain JavaScript without
// dependencies, because `npm start` uses it before anything is known to be installed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const inputs = ['src', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']
const stampFile = 'dist/.web-stamp'

/** All files under the path, or the path itself when it is a file; none when it does not exist. */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** One digest over name, size and change time of everything that the pages are built from. */
function stamp(root) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesUnder(join(root, input)).sort()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * Makes dist/web current for the sources under `root`. Returns { built, output }: whether vite had
 * to run and what it printed. Throws with vite's own message when the build fails.
 */
export function buildWebIfStale(root) {
  const current = stamp(root)
  const stampPath = join(root, stampFile)
  const index = join(root, 'dist/web/index.html')
  if (existsSync(index) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === current) {
    return { built: false, output: '' }
  }
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    // Under a test runner the environment says "test", for which React's larger build is taken.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  // The build tool's own stack says nothing about the sources.
  const output = `${result.stdout}${result.stderr}`.replace(/^ +at .*\n/gm, '').trim()
  if (result.status !== 0) throw new Error(`the pages do not build\n${output}`)
  writeFileSync(stampPath, current)
  return { built: true, output }
}
