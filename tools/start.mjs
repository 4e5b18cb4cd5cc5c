// `npm start`: from a fresh clone to a running server. PORT, HOST, DATABASE_URL and PROVISO_DATA
// reach the server through the environment, further arguments through the command line.
import { fileURLToPath } from 'node:url'
import { ready } from './install.mjs'
import { buildWebIfStale } from './web.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

function prepare() {
  const problem = ready(root)
  if (problem) return problem
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
