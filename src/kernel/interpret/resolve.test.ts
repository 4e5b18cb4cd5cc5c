import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import { definition, fact, tinyRules } from '../../testing/tiny-rules.ts'
import { compiled } from './compile.ts'
import { interpret } from './evaluate.ts'

type Case = [what: string, clauses: TinyClause[], facts: Record<string, unknown>, verdict: object]

const value = (number: number, ...by: string[]) => ({ kind: 'value', value: `${number}`, by })
const gap = { kind: 'gap' }
const open = { kind: 'undetermined' }
const conflict = (...between: string[]) => ({ kind: 'conflict', between })
const [p, q, r, s] = [fact('p'), fact('q'), fact('r'), fact('s')]

// Known answers of default logic, as Catala's tests for defaults and exceptions state them:
// base and exception, exceptions of exceptions, equal and different values, empty definitions.
const base: TinyClause = { id: 'base', then: 0 }
const exception: TinyClause = { id: 'exception', exceptTo: 'base', when: p, then: 1 }
const known: Case[] = [
  ['a base rule alone', [base], {}, value(0, 'base')],
  ['no rule that applies', [{ ...base, when: p }], { p: false }, gap],
  ['an exception that does not apply', [base, exception], { p: false }, value(0, 'base')],
  ['an exception that applies', [base, exception], { p: true }, value(1, 'exception')],
  [
    'an exception whose base does not apply',
    [{ ...base, when: q }, exception],
    { p: true, q: false },
    value(1, 'exception'),
  ],
  [
    'an exception to an exception',
    [base, exception, { id: 'inner', exceptTo: 'exception', when: q, then: 2 }],
    { p: true, q: true },
    value(2, 'inner'),
  ],
  [
    'an exception to an exception that does not apply itself',
    [base, exception, { id: 'inner', exceptTo: 'exception', when: q, then: 2 }],
    { p: false, q: true },
    value(2, 'inner'),
  ],
  [
    'three deep, the middle one decides',
    [
      base,
      exception,
      { id: 'inner', exceptTo: 'exception', when: q, then: 2 },
      { id: 'innermost', exceptTo: 'inner', when: r, then: 3 },
    ],
    { p: true, q: true, r: false },
    value(2, 'inner'),
  ],
  [
    'two exceptions with one value',
    [base, exception, { id: 'second', exceptTo: 'base', when: q, then: 1 }],
    { p: true, q: true },
    value(1, 'exception', 'second'),
  ],
  [
    'two exceptions with different values',
    [base, exception, { id: 'second', exceptTo: 'base', when: q, then: 2 }],
    { p: true, q: true },
    conflict('exception', 'second'),
  ],
  [
    'two exceptions of which one applies',
    [base, exception, { id: 'second', exceptTo: 'base', when: q, then: 2 }],
    { p: false, q: true },
    value(2, 'second'),
  ],
  [
    'two base rules with different values',
    [
      { ...base, when: p },
      { id: 'other', when: q, then: 1 },
    ],
    { p: true, q: true },
    conflict('base', 'other'),
  ],
  [
    'two base rules with one value',
    [
      { ...base, when: p },
      { id: 'other', when: q, then: 0 },
    ],
    { p: true, q: true },
    value(0, 'base', 'other'),
  ],
  [
    'two base rules of which one applies',
    [
      { ...base, when: p },
      { id: 'other', when: q, then: 1 },
    ],
    { p: false, q: true },
    value(1, 'other'),
  ],
  [
    'a conflict among exceptions, whatever the base says',
    [
      base,
      exception,
      { id: 'second', exceptTo: 'base', when: q, then: 2 },
      { id: 'third', exceptTo: 'base', when: r, then: 1 },
    ],
    { p: true, q: true, r: true },
    conflict('exception', 'second', 'third'),
  ],
  [
    'a conflict deep in one branch beside another branch',
    [
      base,
      exception,
      { id: 'inner 1', exceptTo: 'exception', when: q, then: 2 },
      { id: 'inner 2', exceptTo: 'exception', when: r, then: 3 },
      { id: 'other', then: 2 },
    ],
    { p: true, q: true, r: true },
    conflict('inner 1', 'inner 2', 'other'),
  ],
  [
    'an exception to one of two base rules leaves the other',
    [base, exception, { id: 'other', then: 1 }],
    { p: true },
    value(1, 'exception', 'other'),
  ],
  [
    'a value read from another definition',
    [
      { id: 'inner', definition: 'other', when: p, then: 7 },
      { ...base, when: q, then: { op: 'add', of: [definition('other')] } },
    ],
    { p: true, q: true },
    value(7, 'base'),
  ],
  [
    'a value read from a gap',
    [
      { id: 'inner', definition: 'other', when: p, then: 7 },
      { id: 'base', then: { op: 'add', of: [definition('other')] } },
    ],
    { p: false },
    open,
  ],
]

const unknowns: Case[] = [
  ['an exception that may apply', [base, exception], {}, open],
  [
    'an exception that may apply with the same value',
    [base, { ...exception, then: 0 }],
    {},
    value(0, 'base'),
  ],
  ['a base rule that may apply', [{ ...base, when: p }], {}, open],
  [
    'a base rule that may apply under an exception that does',
    [{ ...base, when: q }, exception],
    { p: true },
    value(1, 'exception'),
  ],
  [
    'exceptions that agree, one of them certain',
    [base, exception, { id: 'second', exceptTo: 'base', when: q, then: 1 }],
    { p: true },
    value(1, 'exception'),
  ],
  [
    'exceptions that differ, one of them certain',
    [base, exception, { id: 'second', exceptTo: 'base', when: q, then: 2 }],
    { p: true },
    open,
  ],
  [
    'a conflict whatever the third rule does',
    [
      { ...base, when: p },
      { id: 'other', when: q, then: 1 },
      { id: 'third', when: r, then: 2 },
    ],
    { p: true, q: true },
    conflict('base', 'other'),
  ],
  [
    'a conflict that an exception may still prevent',
    [
      { ...base, when: p },
      { id: 'other', when: q, then: 1 },
      { id: 'peace', exceptTo: 'other', when: r, then: 0 },
    ],
    { p: true, q: true },
    open,
  ],
  [
    'a gap that nothing can fill any more',
    [
      { ...base, when: { op: 'all', of: [p, q] } },
      { ...exception, when: { op: 'all', of: [p, s] } },
    ],
    { p: false },
    gap,
  ],
  ['a value that is open', [{ ...base, then: fact('n') }], {}, open],
  [
    'an open value behind an exception that applies',
    [{ ...base, then: fact('n') }, exception],
    { p: true },
    value(1, 'exception'),
  ],
  [
    'two rules whose open value is the same fact',
    [
      { ...base, then: fact('n') },
      { id: 'other', then: fact('n') },
    ],
    {},
    open,
  ],
]

describe('default logic', () => {
  it.each(known)('%s', (_, clauses, facts, verdict) => {
    expect(decided(tinyRules(clauses), facts).outcome).toMatchObject(verdict)
  })

  it.each(unknowns)('with unknowns: %s', (_, clauses, facts, verdict) => {
    expect(decided(tinyRules(clauses), facts).outcome).toMatchObject(verdict)
  })

  it.each([...known, ...unknowns])('in generated code: %s', (_, clauses, facts) => {
    const rules = tinyRules(clauses)
    const plain = decided(rules, facts, { evaluator: interpret }).evaluation
    const fast = decided(rules, facts, { evaluator: compiled }).evaluation
    expect([fast.values, fast.marks]).toEqual([plain.values, plain.marks])
  })
})
