import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'
import type { StepResult } from './step.ts'
import { tidyFile } from './tidy-rules.ts'

/** Every file that git keeps or would keep, as paths from the project folder. */
function projectFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
}

/** Holds every file of the project against the rules of tidiness. */
export async function tidy(): Promise<StepResult> {
  const findings = projectFiles().flatMap((file) => tidyFile(file, readFileSync(join(root, file))))
  const output = findings.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n')
  return { ok: findings.length === 0, output }
}
