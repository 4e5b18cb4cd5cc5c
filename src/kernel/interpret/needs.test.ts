import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import { amountOf, atLeast, definition, fact, field, tinyRules } from '../../testing/tiny-rules.ts'
import type { Expr, TableDeclaration } from '../rules/ast.ts'
import { interviewOf } from './ask.ts'

const [p, q, r] = [fact('p'), fact('q'), fact('r')]
const all = (...of: Expr[]): Expr => ({ op: 'all', of })
const any = (...of: Expr[]): Expr => ({ op: 'any', of })

function needs(clauses: readonly TinyClause[], facts: Record<string, unknown>) {
  return decided(tinyRules(clauses), facts).needs
}
const names = (clauses: readonly TinyClause[], facts: Record<string, unknown>) =>
  needs(clauses, facts).map(({ name }) => name)

describe('needs', () => {
  it('are none where an outcome is decided, whatever else is unknown', () => {
    expect(names([{ id: 'only', when: any(p, q), then: true }], { p: true })).toEqual([])
  })

  it('say which clause of which definition waits, and why the fact is missing', () => {
    const clauses: TinyClause[] = [
      { id: 'inner', definition: 'other', then: p },
      { id: 'a', when: definition('other'), then: true },
      { id: 'b', exceptTo: 'a', when: p, then: false },
    ]
    expect(needs(clauses, { p: { unknown: 'declined' } })).toEqual([
      {
        kind: 'fact',
        name: 'p',
        title: 'P',
        reason: 'declined',
        neededBy: [
          { definition: 'outcome', clause: 'b' },
          { definition: 'other', clause: 'inner' },
        ],
      },
    ])
  })

  it.each([
    ['a condition that is false already', all(p, q), { p: false }, []],
    ['a part that is settled', all(any(p, q), r), { p: true }, ['r']],
    ['a part that is open', all(any(p, q), r), { q: false }, ['p', 'r']],
    ['both sides of a comparison', atLeast(fact('m'), fact('n')), {}, ['m', 'n']],
    ['the open side of a comparison', atLeast(fact('m'), fact('n')), { m: 3 }, ['n']],
  ])('are asked for %s', (_, then, facts, wanted) => {
    expect(names([{ id: 'only', then }], facts)).toEqual(wanted)
  })

  it('do not name what a certain exception defeats', () => {
    const clauses: TinyClause[] = [
      { id: 'base', when: p, then: 1 },
      { id: 'exception', exceptTo: 'base', when: q, then: fact('n') },
    ]
    expect(names(clauses, { q: true })).toEqual(['n'])
    expect(names(clauses, {})).toEqual(['q', 'n', 'p'])
  })

  it('do not name what lies below an exception that is false', () => {
    const clauses: TinyClause[] = [
      { id: 'base', then: false },
      { id: 'grant', exceptTo: 'base', when: p, then: true },
      { id: 'bar', exceptTo: 'grant', when: q, then: false },
      { id: 'other', when: r, then: true },
    ]
    expect(names(clauses, { p: false })).toEqual(['r'])
    expect(names(clauses, {})).toEqual(['q', 'p', 'r'])
  })

  it('name rows that can matter and no others', () => {
    const sum: Expr = {
      op: 'sumOver',
      relation: 'rows',
      where: field('on'),
      value: field('amount'),
    }
    const clauses: TinyClause[] = [{ id: 'only', then: sum }]
    const rows = [
      { on: false },
      { amount: 0 },
      { on: true },
      { amount: 5 },
      { on: { unknown: 'unverified' }, amount: 1 },
    ]
    expect(needs(clauses, { rows }).map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'rows[2].amount notAsked',
      'rows[3].on notAsked',
      'rows[4].on unverified',
    ])
    expect(needs(clauses, {})).toMatchObject([{ kind: 'relation', name: 'rows' }])
    expect(names(clauses, { rows: [{ on: false }, { amount: 0 }] })).toEqual([])
  })

  it('name no row of an aggregate that is settled', () => {
    const anyOn: Expr = { op: 'anyOver', relation: 'rows', where: field('on') }
    const rows = [{ on: true }, {}]
    expect(names([{ id: 'only', when: p, then: anyOn }], { rows })).toEqual(['p'])
  })

  it('name the threshold of a total', () => {
    const reaches: Expr = {
      op: 'totalAtLeast',
      relation: 'rows',
      where: field('on'),
      value: field('amount'),
      threshold: fact('n'),
    }
    const clauses: TinyClause[] = [{ id: 'only', then: reaches }]
    expect(names(clauses, { rows: [{ on: true, amount: 5 }] })).toEqual(['n'])
    expect(names(clauses, { rows: [{ on: true, amount: 5 }], n: 5 })).toEqual([])
  })

  it('name a gap and a conflict as what no answer mends', () => {
    const gap: TinyClause[] = [
      { id: 'inner', definition: 'other', when: p, then: true },
      { id: 'only', when: definition('other'), then: true },
    ]
    expect(needs(gap, { p: false })).toEqual([
      {
        ...{ kind: 'gap', name: 'other', title: 'other', reason: 'noClauseApplies' },
        neededBy: [{ definition: 'outcome', clause: 'only' }],
      },
    ])
    const conflict: TinyClause[] = [
      { id: 'a', then: true },
      { id: 'b', then: false },
    ]
    expect(needs(conflict, {})).toEqual([
      {
        ...{ kind: 'conflict', name: 'outcome', title: 'outcome', reason: 'clausesDisagree' },
        neededBy: [],
      },
    ])
  })

  it('name a divisor that is zero, since no answer mends it', () => {
    const then: Expr = {
      op: 'divide',
      left: fact('m'),
      right: fact('n'),
      unit: 'ratio',
      round: 'up',
    }
    const clauses: TinyClause[] = [
      { id: 'only', then: atLeast(then, { ...amountOf(1), unit: 'ratio' } as Expr) },
    ]
    expect(needs(clauses, { n: 0 })).toMatchObject([
      { kind: 'gap', name: 'outcome', title: 'outcome (a divisor is zero)' },
    ])
    expect(names(clauses, { m: 1 })).toEqual(['n'])
    expect(names(clauses, { m: 1, n: 1 })).toEqual([])
  })

  it('name a private table cell by its row, and the key where the row is not known', () => {
    const table: TableDeclaration = {
      ...{ name: 'rates', title: 'Rates', keyEnum: 'kind', verifiedAt: '2024-01-01' },
      ...{ cite: [{ provision: 'Tiny Act 9' }], columns: { fast: { kind: 'bool' } } },
      rows: { a: { fast: true }, b: { fast: null } },
    }
    const members = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    const kind = {
      ...{ name: 'kind', type: { kind: 'enum' as const, enum: 'kind' }, title: 'Kind' },
      ...{ question: 'Kind?', why: 'Tiny', group: 'all', assertedBy: [], evidence: [] },
      ...{ cite: [{ provision: 'Tiny Act 9' }], example: 'a' },
    }
    const then: Expr = { op: 'lookup', table: 'rates', key: fact('kind'), column: 'fast' }
    const rules = tinyRules([{ id: 'only', then }], {
      enums: [{ name: 'kind', title: 'Kind', members }],
      tables: [table],
      facts: [kind],
    })
    const read = (facts: Record<string, unknown>) => decided(rules, facts).needs
    expect(read({ kind: 'b' })).toMatchObject([
      { kind: 'table', name: 'rates[b].fast', title: 'Rates: fast', reason: 'notPublic' },
    ])
    expect(read({ kind: 'c' })).toMatchObject([{ name: 'rates[c].fast' }])
    expect(read({})).toMatchObject([{ kind: 'fact', name: 'kind' }])
    expect(read({ kind: 'a' })).toEqual([])
  })
})

describe('the interview', () => {
  const clauses: TinyClause[] = [
    { id: 'base', when: all(atLeast(fact('n'), amountOf(3)), q), then: true },
    {
      id: 'rows',
      exceptTo: 'base',
      when: { op: 'anyOver', relation: 'rows', where: field('on') },
      then: false,
    },
  ]
  const interview = (facts: Record<string, unknown>) =>
    interviewOf(decided(tinyRules(clauses), facts))
  const asked = (facts: Record<string, unknown>) =>
    interview(facts).open.map(({ need }) => need.name)

  it('asks in the order in which facts are declared, lists at the end of their section', () => {
    expect(asked({})).toEqual(['q', 'n', 'rows'])
    expect(interview({}).next?.ask).toMatchObject({ kind: 'fact', fact: { name: 'q' } })
  })

  it('asks once for a list of which several fields are open', () => {
    const { open } = interview({ q: true, n: 3, rows: [{}, {}] })
    expect(open).toHaveLength(1)
    expect(open[0]?.ask).toMatchObject({ kind: 'relation', relation: { name: 'rows' } })
  })

  it('does not ask again for what was declined, and is settled when nothing is left to ask', () => {
    const declined = interview({ q: { unknown: 'declined' }, n: 3, rows: [] })
    expect(declined).toMatchObject({ settled: true, open: [], blocked: [{ name: 'q' }] })
    expect(declined.next).toBeUndefined()
    const unverified = interview({ q: { unknown: 'unverified' }, n: 3, rows: [] })
    expect(unverified).toMatchObject({ settled: false, blocked: [] })
  })

  it('is settled on an outcome and on a gap', () => {
    expect(interview({ q: true, n: 3, rows: [] })).toEqual({ settled: true, open: [], blocked: [] })
    const gap = interview({ q: false, n: 3, rows: [] })
    expect(gap).toMatchObject({ settled: true, open: [], blocked: [{ kind: 'gap' }] })
  })
})
