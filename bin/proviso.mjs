#!/usr/bin/env node
// The `proviso` command. In a clone it runs the TypeScript sources; in a package, the built file.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// A reader such as `head` may close early: that ends the command, and is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const source = new URL('../src/cli/main.ts', import.meta.url)
const built = new URL('../dist/cli.js', import.meta.url)

async function main() {
  if (!existsSync(source)) return import(built)
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
  return import(source)
}

try {
  await main()
} catch (error) {
  const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND'
  if (!isMissing || existsSync(new URL('../node_modules/tsx', import.meta.url))) throw error
  console.error('The dependencies are not installed: run `npm ci` in the project folder first')
  process.exitCode = 1
}
