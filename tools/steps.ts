import { dependencies } from './dependencies.ts'
import { deadCode } from './dead-code.ts'
import { pages } from './pages.ts'
import { runTool } from './run.ts'
import type { Step, StepResult } from './step.ts'
import { tidy } from './tidy.ts'
import { endToEndTests, unitTests } from './tests.ts'

const cache = 'node_modules/.cache/check'

async function tool(name: string, commandLine: string, hint = ''): Promise<StepResult> {
  const { exitCode, output } = await runTool(name, commandLine.split(' '))
  return { ok: exitCode === 0, output: `${output}\n${hint}`.trim() }
}

const format = `. --check --log-level warn --cache --cache-location ${cache}/prettier`
// Without a cache: a rule that reads types goes wrong when only another file has changed.
const lint = '. --max-warnings 0'
const types = `--noEmit --pretty false --incremental --tsBuildInfoFile ${cache}/types.tsbuildinfo`
const structure = 'src tools e2e --config .dependency-cruiser.mjs --output-type err-long'

/** The steps that read the sources; they do not disturb each other. */
export const readingSteps: readonly Step[] = [
  { name: 'format', run: () => tool('prettier', format, 'npm run format puts it right') },
  { name: 'lint', run: () => tool('eslint', lint) },
  { name: 'types', run: () => tool('typescript', types) },
  { name: 'structure', run: () => tool('dependency-cruiser', structure) },
  { name: 'dead-code', run: deadCode },
  { name: 'dependencies', run: dependencies },
  { name: 'tidy', run: tidy },
  { name: 'pages', run: pages },
]

/** The steps that run the program; each has the computer to itself. */
export const testSteps: readonly Step[] = [
  { name: 'unit', run: unitTests },
  { name: 'e2e', run: endToEndTests },
]
