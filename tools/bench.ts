// `npm run bench -- <name>`: runs bench/<name>.ts. What benchmarks compare with is installed on
// demand from the manifest of bench/, so that the project itself stays small.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, isInstalled } from './install.mjs'
import { root } from './run.ts'

const folder = join(root, 'bench')

function names(): string[] {
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
}

function peersInstalled(): boolean {
  if (!existsSync(join(folder, 'package.json')) || isInstalled(folder)) return true
  console.log('installing what the benchmarks compare with (once) …')
  return install(folder) === 0
}

async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !names().includes(name)) {
    const known = names().join(', ') || 'none yet'
    console.error(`Name a benchmark: npm run bench -- <name>; there are: ${known}`)
    process.exitCode = 2
  } else if (peersInstalled()) {
    // The benchmark sees its own arguments only.
    process.argv.splice(2, 1)
    await import(pathToFileURL(join(folder, `${name}.ts`)).href)
  } else {
    process.exitCode = 1
  }
}

await main(process.argv[2])
