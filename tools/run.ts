import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

export interface Finished {
  exitCode: number
  output: string
}

/** Runs Node.js with the arguments in the project folder; returns all it printed once it has ended. */
function runNode(args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() })
    })
  })
}

/** Runs the command of an installed development tool, as `npx` would but without starting npm. */
export function runTool(tool: string, args: readonly string[]): Promise<Finished> {
  const folder = join(root, 'node_modules', tool)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    bin: string | Record<string, string>
  }
  const { bin } = manifest
  const file = typeof bin === 'string' ? bin : (bin[manifest.name] ?? bin['tsc'])
  if (file === undefined)
    throw new Error(`${tool} has no command of its own name in its package.json`)
  return runNode([join(folder, file), ...args])
}
