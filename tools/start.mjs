// `npm start`: from a fresh clone to a running server. PORT, HOST, DATABASE_URL and PROVISO_DATA
// reach the server through the environment, further arguments through the command line.
import { fileURLToPath } from 'node:url'
import { install, isInstalled, nodeProblem } from './install.mjs'
import { buildWebIfStale } from './web.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

function prepare() {
  const problem = nodeProblem(root)
  if (problem) return problem
  if (!isInstalled(root)) {
    console.log('installing what package-lock.json lists (once) …')
    if (install(root) !== 0) return 'npm ci failed: its own message is above'
  }
  try {
    if (buildWebIfStale(root).built) console.log('built the pages')
  } catch (error) {
    return error.message
  }
  return undefined
}

const problem = prepare()
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  process.argv.splice(2, 0, 'serve')
  await import('../bin/proviso.mjs')
}
