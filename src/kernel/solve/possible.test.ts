import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Choices, entropy } from '../../testing/choices.ts'
import { completed, randomCase, randomReading } from '../../testing/random-cases.ts'
import { randomText } from '../../testing/random-rules.ts'
import { amountOf, atLeast, fact, field, tinyRules } from '../../testing/tiny-rules.ts'
import { decide } from '../interpret/decide.ts'
import { unsetParameters } from '../interpret/smt/space.ts'
import { viewOf } from '../interpret/view.ts'
import { loadOrThrow } from '../rules/load.ts'
import type { RuleSet } from '../rules/load.ts'
import { canAnythingChange } from './possible.ts'
import { Z3 } from './z3.ts'

const z3 = new Z3()
afterAll(() => z3.close())
const limits = { milliseconds: 20_000 }
const reading = { asOf: '2024-06-01', mode: 'text', z3, limits } as const

async function possible(
  rules: RuleSet,
  facts: Readonly<Record<string, unknown>>,
  more: Partial<Parameters<typeof canAnythingChange>[2]> = {},
) {
  const result = await canAnythingChange(rules, facts, { ...reading, ...more })
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.possible
}

const either = tinyRules([
  { id: 'a', when: { op: 'any', of: [fact('p'), { op: 'not', of: fact('p') }] }, then: true },
])

describe('what open facts can still change', () => {
  it('is nothing where logic alone decides', async () => {
    const rules = tinyRules([{ id: 'a', when: fact('p') }])
    expect(await possible(rules, { p: true })).toMatchObject({
      status: 'settled',
      by: 'logic',
      results: [{ verdict: { kind: 'value', value: true } }],
    })
  })

  it('is nothing where every answer comes to the same, which logic cannot see', async () => {
    expect(decide(either, {}, reading)).toMatchObject({
      ok: true,
      decision: { outcome: { kind: 'undetermined' } },
    })
    expect(await possible(either, {})).toMatchObject({
      status: 'settled',
      by: 'solver',
      isComplete: true,
      results: [{ verdict: { kind: 'value', value: true } }],
    })
  })

  it('is told with an answer that leads there, for every result', async () => {
    const rules = tinyRules([
      { id: 'small', when: atLeast(amountOf(40), fact('m')), then: 1 },
      { id: 'large', when: atLeast(fact('m'), amountOf(41)), then: 2 },
    ])
    const found = await possible(rules, {}, { resultsMax: 9 })
    expect(found).toMatchObject({ status: 'open', isComplete: true })
    expect(found.results.map(({ label }) => label).sort()).toEqual(['1 u', '2 u'])
    for (const { facts, label } of found.results) {
      expect(Number(facts['m']) <= 40).toBe(label === '1 u')
    }
  })

  it('counts gaps and conflicts as results', async () => {
    const rules = tinyRules([
      { id: 'a', when: fact('p'), then: 1 },
      { id: 'b', when: fact('q'), then: 2 },
    ])
    const { results, isComplete } = await possible(rules, {}, { resultsMax: 9 })
    expect(results.map(({ verdict }) => verdict.kind).sort()).toEqual([
      'conflict',
      'gap',
      'value',
      'value',
    ])
    expect(isComplete).toBe(true)
  })

  it('looks at as many rows as a list may have', async () => {
    // 5 rows of at most 50 u: 250 u can be reached, 251 u cannot.
    const sum = { op: 'sumOver', relation: 'rows', where: field('on'), value: field('amount') }
    const rules = (limit: number): RuleSet =>
      tinyRules([
        { id: 'a', then: false },
        { id: 'b', exceptTo: 'a', when: atLeast(sum as never, amountOf(limit)), then: true },
      ])
    expect((await possible(rules(250), {})).status).toBe('open')
    expect(await possible(rules(251), {})).toMatchObject({
      status: 'settled',
      results: [{ verdict: { value: false } }],
    })
    const full = { on: true, amount: 50 }
    const rows = [full, full, full, full, { on: true }]
    expect((await possible(rules(250), { rows })).status).toBe('open')
    expect((await possible(rules(201), { rows: [...rows.slice(0, 4), {}] })).status).toBe('open')
  })

  it('refuses what cannot be decided either', async () => {
    const result = await canAnythingChange(either, { x: 1 }, reading)
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'input.unknown-fact' }] })
  })

  it('claims nothing when it is canceled', async () => {
    const signal = AbortSignal.abort()
    const found = await possible(either, {}, { limits: { ...limits, signal } })
    expect(found).toMatchObject({ status: 'unproved', reason: 'canceled', results: [] })
  })
})

it('lists every outcome that a random completion of a random case comes to', async () => {
  const count = { logic: 0, solver: 0 }
  await fc.assert(
    fc.asyncProperty(entropy, entropy, async (forText, forCases) => {
      const rules = loadOrThrow(randomText(new Choices(forText)))
      const choices = new Choices(forCases)
      const law = randomReading(choices)
      const found = viewOf(rules, law.asOf, law.mode)
      if (!found.ok) throw new Error(found.problem.message)
      const given = randomCase(choices, 2)
      const { results, isComplete, by } = await possible(rules, given, { ...law, resultsMax: 20 })
      if (!isComplete) return
      count[by]++
      const known = new Set(results.map(({ label }) => label))
      const kinds = new Set(results.map(({ verdict }) => verdict.kind))
      for (let round = 0; round < 40; round++) {
        const whole = completed(given, choices)
        const isFree = whole['big'] === 'r' || whole['big'] === 't'
        const filled = isFree ? { filled: choices.below(10) } : {}
        const names = unsetParameters(found.view)
        const parameters = Object.fromEntries(names.map((name) => [name, choices.below(10)]))
        const decided = decide(rules, { ...whole, ...filled }, { ...law, parameters })
        if (!decided.ok) throw new Error(decided.problems[0]?.message)
        const { outcome } = decided.decision
        expect(kinds).toContain(outcome.kind)
        if (outcome.kind === 'value') expect(known).toContain(outcome.value)
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
  expect(count.solver).toBeGreaterThan(5)
}, 120_000)
