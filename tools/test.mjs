// `npm test`: installs what is missing, then runs every check and test, or the steps that are named.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ready } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

function run() {
  const problem = ready(root)
  if (problem) {
    console.error(problem)
    return 1
  }
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const args = [tsx, join(root, 'tools/check.ts'), ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
}

process.exitCode = run()
