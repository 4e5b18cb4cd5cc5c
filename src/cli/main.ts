import { readFileSync } from 'node:fs'
import { registry } from '../app/registry.ts'
import type { Surroundings } from './command.ts'
import { fileExists, readText } from './files.ts'
import { run } from './run.ts'

/** The version in package.json, which stands one folder above the built file, two above this. */
function version(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const { version: stated } = JSON.parse(
        readFileSync(new URL(path, import.meta.url), 'utf8'),
      ) as { version?: string }
      if (stated !== undefined) return stated
    } catch {
      // Looked in the folder of the other layout.
    }
  }
  return '0.0.0'
}

// The edge: the only place that reads the real clock, files, streams and signals for commands.
const surroundings: Surroundings = {
  context: { ...registry, clock: () => new Date().toISOString(), version: version() },
  read: (path) => readText(path, process.stdin),
  exists: fileExists,
  environment: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  interrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
      // Tools are served to whoever holds the other end of standard input.
      process.stdin.once('end', () => resolve())
    }),
}

try {
  const { exitCode, out, err } = await run(process.argv.slice(2), surroundings)
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = exitCode
} catch (error) {
  process.stderr.write(`proviso: something failed inside\n${String((error as Error).stack)}\n`)
  process.exitCode = 1
}
