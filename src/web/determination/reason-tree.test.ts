import { programById } from '#programs'
import { decide, documentOf } from '#rules'
import { expect, test } from 'vitest'
import type { ReasonNode } from './reason-tree.ts'
import { reasonTree } from './reason-tree.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const result = decide(program.rules, program.example, { asOf: '2026-11-23', mode: 'text' })
if (!result.ok) throw new Error('the example cannot be decided on')
const document = documentOf(result.decision)
const tree = reasonTree(document)

const below = (node: ReasonNode): readonly ReasonNode[] => [
  node,
  ...node.clauses.flatMap(({ readings }) =>
    readings.flatMap(({ step }) => (step ? below(step) : [])),
  ),
]
const all = [tree.root, ...tree.others].flatMap(below)

test('the root is the outcome, and every step of the trace is unfolded exactly once', () => {
  expect(tree.root.trace.definition).toBe(document.outcome.name)
  const unfolded = all.filter(({ isRepeated }) => !isRepeated)
  const names = unfolded.map(({ trace }) => trace.definition)
  expect([...names].sort()).toEqual(document.trace.map(({ definition }) => definition).sort())
})

test('a repeated step shows no clauses again', () => {
  const repeated = all.filter(({ isRepeated }) => isRepeated)
  expect(repeated.length).toBeGreaterThan(0)
  expect(repeated.every(({ clauses }) => clauses.length === 0)).toBe(true)
})

test('clauses that decided stand before those that were overridden', () => {
  const parts = all.map(({ clauses }) => clauses.map(({ clause }) => clause.part))
  const mixed = parts.filter((one) => one.includes('decided') && one.includes('overridden'))
  expect(mixed.length).toBeGreaterThan(0)
  expect(mixed.every((one) => one.indexOf('overridden') > one.lastIndexOf('decided'))).toBe(true)
})
