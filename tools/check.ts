// `npm test`: everything. `npm run check -- <step> ...`: only these steps.
import { readingSteps, testSteps } from './steps.ts'
import type { Step, StepResult } from './step.ts'

type Timed = StepResult & { name: string; seconds: number }

async function run(step: Step): Promise<Timed> {
  const start = performance.now()
  const result = await step.run().catch((error: unknown) => ({
    ok: false,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }))
  return { ...result, name: step.name, seconds: (performance.now() - start) / 1000 }
}

function print({ name, ok, seconds, note, output }: Timed): void {
  const words = [name.padEnd(13), ok ? 'ok    ' : 'FAILED', `${seconds.toFixed(1).padStart(6)} s`]
  console.log([...words, note ?? ''].join('  ').trimEnd())
  if (!ok) console.log(`${output.replace(/^/gm, '  ')}\n`)
}

/** Runs the steps with so many at a time; prints each in the order of the list. */
async function runAll(steps: readonly Step[], lanes: number): Promise<Timed[]> {
  const waiting: Promise<Timed>[] = []
  for (const [index, step] of steps.entries()) {
    const laneFree = Promise.all(waiting.slice(0, Math.max(0, index - lanes + 1)))
    waiting.push(laneFree.then(() => run(step)))
  }
  const results: Timed[] = []
  for (const result of waiting) {
    results.push(await result)
    print(await result)
  }
  return results
}

function choose(steps: readonly Step[], names: readonly string[]): Step[] {
  return steps.filter((step) => names.length === 0 || names.includes(step.name))
}

async function main(names: readonly string[]): Promise<void> {
  const known = [...readingSteps, ...testSteps].map((step) => step.name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    console.error(`There is no step "${unknown}"; the steps are ${known.join(', ')}`)
    process.exitCode = 2
    return
  }
  const start = performance.now()
  const results = await runAll(choose(readingSteps, names), 2)
  results.push(...(await runAll(choose(testSteps, names), 1)))
  const passed = results.reduce((sum, step) => sum + (step.passed ?? 0), 0)
  const failed = results.reduce(
    (sum, step) => sum + (step.ok ? 0 : Math.max(1, step.failed ?? 0)),
    0,
  )
  process.exitCode = failed === 0 ? 0 : 1
  if (results.length > 1) console.log(`total ${((performance.now() - start) / 1000).toFixed(1)} s`)
  console.log(`${passed} passed, ${failed} failed`)
}

await main(process.argv.slice(2))
