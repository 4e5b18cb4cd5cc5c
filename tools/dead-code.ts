import { relative } from 'node:path'
import { analyzeTsConfig } from 'ts-unused-exports'
import { root } from './run.ts'
import type { StepResult } from './step.ts'

// Doors exist for readers outside; tests and tool configurations are entries themselves.
const entries = [
  String.raw`src/kernel/(index|pure)\.ts`,
  String.raw`src/library\.ts`,
  String.raw`src/programs/[^/]+/index\.ts`,
  String.raw`src/programs/index\.ts`,
  'src/testing/',
  'e2e/(global-setup|harness)',
  String.raw`\.(test|test-d|config)\.tsx?$`,
  String.raw`\.d\.m?ts$`,
]

/** Finds exports that no other file imports. Exported types may stand for themselves. */
export async function deadCode(): Promise<StepResult> {
  const options = ['--allowUnusedTypes', `--excludePathsFromReport=${entries.join(';')}`]
  const { unusedExports } = analyzeTsConfig(`${root}/tsconfig.json`, options)
  const findings = Object.entries(unusedExports ?? {}).flatMap(([file, unused]) =>
    unused.map(({ exportName, location }) => {
      const where = `${relative(root, file)}:${location?.line ?? 1}`
      return `${where} nobody imports ${exportName}: remove it, or the word export`
    }),
  )
  return { ok: findings.length === 0, output: findings.join('\n') }
}
