import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import { amountOf, atLeast, fact, tinyRules } from '../../testing/tiny-rules.ts'
import type { Expr } from '../rules/ast.ts'
import { compiled } from './compile.ts'
import { interpret } from './evaluate.ts'

type Known = true | false | null

// The ternary logic of DMN 1.x FEEL (tables 50 and 51; TCK 0064 to 0066), its null read as unknown.
const conjunctions: [Known, Known, Known][] = [
  [true, true, true],
  [true, false, false],
  [true, null, null],
  [false, true, false],
  [false, false, false],
  [false, null, false],
  [null, true, null],
  [null, false, false],
  [null, null, null],
]
const disjunctions: [Known, Known, Known][] = [
  [true, true, true],
  [true, false, true],
  [true, null, true],
  [false, true, true],
  [false, false, false],
  [false, null, null],
  [null, true, true],
  [null, false, null],
  [null, null, null],
]
const negations: [Known, Known][] = [
  [true, false],
  [false, true],
  [null, null],
]

/** An operand in two writings: as a fact of the case, and as a comparison of quantities. */
const asFact = (name: 'p' | 'q'): Expr => fact(name)
const asComparison = (name: 'p' | 'q'): Expr => atLeast(fact(name === 'p' ? 'm' : 'n'), amountOf(1))

function facts(p: Known, q: Known): Record<string, unknown> {
  const both = { p, q, m: p === null ? null : Number(p), n: q === null ? null : Number(q) }
  return Object.fromEntries(Object.entries(both).filter(([, value]) => value !== null))
}

function truthOf(then: Expr, p: Known, q: Known): unknown[] {
  const rules = tinyRules([{ id: 'only', then }])
  return [interpret, compiled].map((evaluator) => {
    const { outcome } = decided(rules, facts(p, q), { evaluator })
    return outcome.kind === 'value'
      ? outcome.value
      : outcome.kind === 'undetermined'
        ? null
        : outcome
  })
}

describe.each([
  ['facts', asFact],
  ['comparisons', asComparison],
])('ternary logic over %s', (_, operand) => {
  it.each(conjunctions)('%s and %s is %s', (p, q, result) => {
    expect(truthOf({ op: 'all', of: [operand('p'), operand('q')] }, p, q)).toEqual([result, result])
  })

  it.each(disjunctions)('%s or %s is %s', (p, q, result) => {
    expect(truthOf({ op: 'any', of: [operand('p'), operand('q')] }, p, q)).toEqual([result, result])
  })

  it.each(negations)('not %s is %s', (p, result) => {
    expect(truthOf({ op: 'not', of: operand('p') }, p, null)).toEqual([result, result])
  })
})

describe('ternary logic', () => {
  it('is true of no conditions at all under and, false under or', () => {
    expect(truthOf({ op: 'all', of: [] }, null, null)).toEqual([true, true])
    expect(truthOf({ op: 'any', of: [] }, null, null)).toEqual([false, false])
  })
})
