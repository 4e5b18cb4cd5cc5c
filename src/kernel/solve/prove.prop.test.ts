import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { Choices, entropy } from '../../testing/choices.ts'
import { randomCase, randomReading } from '../../testing/random-cases.ts'
import { randomText } from '../../testing/random-rules.ts'
import { amountOf, fact, tinyText } from '../../testing/tiny-rules.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import type { Expr } from '../rules/ast.ts'
import { loadOrThrow } from '../rules/load.ts'
import type { RuleSet } from '../rules/load.ts'
import type { FoundCase } from '../interpret/smt/goal.ts'
import { proofPlan } from '../interpret/smt/plan.ts'
import { shown } from '../interpret/smt/replay.ts'
import { unsetParameters } from '../interpret/smt/space.ts'
import type { Mode, View } from '../interpret/view.ts'
import { viewOf } from '../interpret/view.ts'
import { examine } from './examine.ts'
import { Session } from './session.ts'
import { Z3 } from './z3.ts'

const z3 = new Z3()
afterAll(() => z3.close())

function viewIn(rules: RuleSet, asOf: string, mode: Mode): View {
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

/** Every question about every definition: what the solver says against what the cases say. */
async function agrees(
  view: View,
  cases: readonly Pick<FoundCase, 'facts' | 'parameters'>[],
  isEvery: boolean,
): Promise<{ readonly sat: number; readonly unsat: number }> {
  const { sheets, baseline } = proofPlan(view, { example: {} })
  const count = { sat: 0, unsat: 0, unknown: 0 }
  for (const sheet of sheets.map((write) => write())) {
    const session = new Session(z3, sheet.script)
    for (const goal of sheet.goals) {
      // Examining replays every case found, and throws where it does not show what it should.
      const { status } = await examine(session, goal, baseline, { milliseconds: 5000 })
      count[status]++
      const isShown = cases.some((one) => shown(goal, [{ label: '', ...one }]))
      if (status === 'unsat' && isShown) throw new Error(`wrongly proved: ${goal.statement}`)
      if (status === 'sat' && isEvery && !isShown)
        throw new Error(`wrongly found: ${goal.statement}`)
      if (isEvery) expect(status).not.toBe('unknown')
    }
  }
  return count
}

/** Everything is stated: what no table fills, and the number that nobody has set. */
function completeCase(view: View, choices: Choices): Pick<FoundCase, 'facts' | 'parameters'> {
  const facts = randomCase(choices, 0)
  const isOpen = facts['big'] === 'r' || facts['big'] === 't'
  const filled = choices.below(10)
  const parameters = Object.fromEntries(
    unsetParameters(view).map((name) => [name, choices.below(10)]),
  )
  return { facts: isOpen ? { ...facts, filled } : facts, parameters }
}

it('proves nothing that a random case refutes, and finds no case that does not show it', async () => {
  await fc.assert(
    fc.asyncProperty(entropy, entropy, async (forText, forCases) => {
      const rules = loadOrThrow(randomText(new Choices(forText)))
      const choices = new Choices(forCases)
      const { asOf, mode } = randomReading(choices)
      const view = viewIn(rules, asOf, mode)
      const cases = Array.from({ length: 60 }, () => completeCase(view, choices)).filter(
        ({ facts: { rows } }) => (rows as readonly unknown[]).length <= 2,
      )
      await agrees(view, cases, false)
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 120_000)

const names = ['p', 'q', 'm', 'n']

function randomCondition(choices: Choices, depth: number, before: readonly string[]): Expr {
  const quantity = (): Expr =>
    choices.oneIn(3) ? amountOf(choices.below(5)) : fact(choices.pick(['m', 'n']))
  const part = (): Expr => randomCondition(choices, depth - 1, before)
  const makers: readonly (() => Expr)[] = [
    () => fact(choices.pick(['p', 'q'])),
    () => ({
      op: 'compare',
      is: choices.pick(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']),
      left: quantity(),
      right: quantity(),
    }),
    ...(before.length > 0 ? [(): Expr => ({ op: 'definition', name: choices.pick(before) })] : []),
    ...(depth > 0
      ? [
          (): Expr => ({ op: 'all', of: [part(), part()] }),
          (): Expr => ({ op: 'any', of: [part(), part()] }),
          (): Expr => ({ op: 'not', of: part() }),
        ]
      : []),
  ]
  return choices.pick(makers)()
}

/** Rules over two conditions and two quantities from 0 to 4: 100 complete cases, all of them. */
function smallRules(choices: Choices): RuleSet {
  const clauses = ['first', 'second', 'outcome'].flatMap((definition, index) => {
    const before = ['first', 'second'].slice(0, index)
    return Array.from({ length: 1 + choices.below(4) }, (_, position): TinyClause => {
      const parent = position > 0 && choices.below(3) > 0 ? choices.below(position) : undefined
      return {
        id: `c${position}`,
        definition,
        when: randomCondition(choices, choices.below(3), before),
        then: choices.oneIn(2),
        ...(parent === undefined ? {} : { exceptTo: `c${parent}` }),
      }
    })
  })
  const text = tinyText(clauses)
  const facts = text.facts
    .filter(({ name }) => names.includes(name))
    .map((one) => (one.bounds ? { ...one, bounds: { min: 0, max: 4 } } : one))
  return loadOrThrow({ ...text, facts })
}

const everyCase = [false, true].flatMap((p) =>
  [false, true].flatMap((q) =>
    [0, 1, 2, 3, 4].flatMap((m) =>
      [0, 1, 2, 3, 4].map((n) => ({ facts: { p, q, m, n }, parameters: {} })),
    ),
  ),
)

it('finds a case exactly where one of all cases shows it', async () => {
  const total = { sat: 0, unsat: 0 }
  await fc.assert(
    fc.asyncProperty(entropy, async (forText) => {
      const rules = smallRules(new Choices(forText))
      const count = await agrees(viewIn(rules, '2024-06-01', 'text'), everyCase, true)
      total.sat += count.sat
      total.unsat += count.unsat
    }),
    { numRuns: 20, endOnFailure: true },
  )
  // Both answers came up, often: the comparison was one.
  expect(Math.min(total.sat, total.unsat)).toBeGreaterThan(50)
}, 120_000)
