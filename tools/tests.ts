import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath } from '../e2e/chromium.ts'
import { runTool } from './run.ts'
import type { StepResult } from './step.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Counts a vitest report: a file that could not even be loaded is one failed test. */
export function countTests(report: Report): { passed: number; failed: number; skipped: number } {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  }
}

async function runProject(project: string): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-tests-'))
  try {
    const file = join(folder, 'report.json')
    const reporters = [
      '--reporter=dot',
      '--silent=passed-only',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]
    const args = ['run', '--project', project, '--allowOnly=false', ...reporters]
    const { exitCode, output } = await runTool('vitest', args)
    if (!existsSync(file)) return { ok: false, output }
    const { passed, failed, skipped } = countTests(JSON.parse(readFileSync(file, 'utf8')) as Report)
    const note = `${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    return { ok: exitCode === 0 && failed === 0, output, note, passed, failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the tests that live beside the sources. */
export function unitTests(): Promise<StepResult> {
  return runProject('unit')
}

/** Runs the tests that drive the real server with a real browser; fails when there is no browser. */
export async function endToEndTests(): Promise<StepResult> {
  const chromium = chromiumPath()
  return chromium.ok ? runProject('e2e') : { ok: false, output: chromium.message }
}
