import { loadOrThrow, decide } from '#rules'
import { expect, test } from 'vitest'
import { toyText } from '../../testing/toy-rules.ts'
import { problemWords } from './problems.ts'

const rules = loadOrThrow(toyText())
const problemsOf = (facts: Readonly<Record<string, unknown>>): readonly string[] => {
  const result = decide(rules, facts, { asOf: '2026-01-01', mode: 'text' })
  return result.ok ? [] : result.problems.map((problem) => problemWords(rules, problem))
}

test('a message names the question, not the name in the file, and gives an example', () => {
  expect(problemsOf({ fleet: -1 })).toEqual([
    'Boats is -1, but must lie between 1 and 1000 boats. For example: 2.',
  ])
})

test('a message about a row says which row and which field', () => {
  const [message] = problemsOf({ owners: [{ share: 10, banned: true }, { share: 200 }] })
  expect(message).toMatch(/^Owners, row 2, Share is 200, but must lie between 0 and 100 percent/)
})
