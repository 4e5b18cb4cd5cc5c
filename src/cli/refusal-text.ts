import type { Refusal } from '../app/outcome.ts'
import { wrapped } from '../app/text/layout.ts'

/** A refusal as people read it: who refuses, what is wrong, where, and a valid example. */
export function refusalText(who: string, refusal: Refusal): string {
  const { problems = [] } = refusal
  if (problems.length === 0) {
    return [...wrapped(`${who}: ${refusal.message}`, 0, 2), ...exampleLines(refusal, 2)].join('\n')
  }
  const lines = problems.flatMap((problem) => [
    ...wrapped(`- ${problem.message}`, 2, 2),
    ...exampleLines(problem, 4),
  ])
  return [`${who}: ${problems.length} problems`, ...lines].join('\n')
}

/** Codes whose field names something that the example is a value for. */
const valued: readonly string[] = [
  'input.wrong-type',
  'input.unknown-member',
  'input.out-of-bounds',
  'input.too-precise',
  'input.contradiction',
]

function exampleLines({ code, field, example }: Refusal, indent: number): readonly string[] {
  if (example === undefined || example === null) return []
  const shown = typeof example === 'string' ? example : JSON.stringify(example)
  const isValue = !shown.startsWith('proviso ') && valued.includes(code)
  const name = isValue && field !== undefined && /^[\w.[\]]+$/.test(field) ? `${field}: ` : ''
  return wrapped(`for example: ${name}${shown}`, indent, 2)
}
