import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import { amountOf, atLeast, definition, fact, field, tinyRules } from '../../testing/tiny-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { compiled } from './compile.ts'

const [p, q, r] = [fact('p'), fact('q'), fact('r')]

function parts(clauses: readonly TinyClause[], facts: Record<string, unknown>) {
  const [first] = decided(tinyRules(clauses), facts).trace
  return Object.fromEntries((first?.clauses ?? []).map(({ clause, part }) => [clause, part]))
}

describe('the trace', () => {
  const clauses: TinyClause[] = [
    { id: 'base', then: 1 },
    { id: 'exception', exceptTo: 'base', when: p, then: 2 },
    { id: 'inner', exceptTo: 'exception', when: q, then: 3 },
  ]

  it('tells what decided from what an exception defeated', () => {
    expect(parts(clauses, { p: true, q: true })).toEqual({
      ...{ base: 'overridden', exception: 'overridden', inner: 'decided' },
    })
    const [first] = decided(tinyRules(clauses), { p: true, q: true }).trace
    expect(first?.clauses.map(({ overriddenBy }) => overriddenBy)).toEqual([
      ['inner'],
      ['inner'],
      [],
    ])
    expect(parts(clauses, { p: true, q: false })).toEqual({
      base: 'overridden',
      exception: 'decided',
    })
    expect(parts(clauses, { p: false, q: false })).toEqual({ base: 'decided' })
  })

  it('calls nothing decided while the definition is open', () => {
    expect(parts(clauses, { q: false })).toEqual({ base: 'open', exception: 'open' })
  })

  it('says nothing of a clause whose condition was not looked into', () => {
    const hidden: TinyClause[] = [
      { id: 'inner', definition: 'other', when: r, then: true },
      { id: 'base', when: definition('other'), then: 1 },
      { id: 'exception', exceptTo: 'base', when: p, then: 2 },
    ]
    const decision = decided(tinyRules(hidden), { p: true })
    expect(decision.trace.map((one) => one.definition)).toEqual(['outcome'])
    expect(decision.trace[0]?.clauses.map(({ clause }) => clause)).toEqual(['exception'])
  })

  it('says nothing of doubts below an exception that does not hold', () => {
    const restored: TinyClause[] = [
      { id: 'base', then: false },
      { id: 'grant', exceptTo: 'base', when: p, then: true },
      { id: 'bar', exceptTo: 'grant', when: q, then: false },
    ]
    expect(parts(restored, { p: false, q: true })).toEqual({ base: 'decided' })
    expect(parts(restored, { p: false })).toEqual({ base: 'decided' })
    expect(parts(restored, { p: true, q: true })).toEqual({
      ...{ base: 'overridden', grant: 'overridden', bar: 'decided' },
    })
  })

  it('shows both sides of a conflict', () => {
    const conflict: TinyClause[] = [
      { id: 'a', then: 1 },
      { id: 'b', when: p, then: 2 },
    ]
    expect(parts(conflict, { p: true })).toEqual({ a: 'decided', b: 'decided' })
  })

  it('names each value a clause read once, with its unit, and leaves unknown ones empty', () => {
    const clause: TinyClause = {
      id: 'only',
      when: {
        op: 'any',
        of: [
          atLeast({ op: 'add', of: [fact('m'), fact('m')] }, amountOf(1)),
          { op: 'anyOver', relation: 'rows', where: field('on') },
          q,
        ],
      },
      then: definition('other'),
    }
    const rules = tinyRules([{ id: 'inner', definition: 'other', then: p }, clause])
    const facts = { m: 2, p: true, rows: [{ on: false }] }
    expect(
      decided(rules, facts).trace.map(({ definition: name, clauses: [one] }) => [name, one?.reads]),
    ).toEqual([
      [
        'outcome',
        [
          { kind: 'fact', name: 'm', title: 'M', value: '2', unit: 'u' },
          { kind: 'relation', name: 'rows', title: 'Rows', value: '1 row' },
          { kind: 'fact', name: 'q', title: 'Q' },
          { kind: 'definition', name: 'other', title: 'other', value: true },
        ],
      ],
      ['other', [{ kind: 'fact', name: 'p', title: 'P', value: true }]],
    ])
    expect(decided(rules, { m: 0 }).trace[0]?.clauses[0]?.reads[1]).not.toHaveProperty('value')
  })

  it('gives the standing of the law: citation, status on the day, dates, pack', () => {
    const rules = loadOrThrow(toyText())
    const facts = { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] }
    const [, permitted] = decided(rules, facts).trace
    expect(permitted?.clauses[0]).toEqual({
      ...{ clause: 'general', title: 'Up to the limit', part: 'decided' },
      ...{ cite: [{ provision: 'Lake Act 2(a)' }], status: 'inForce', statusCite: 'Lake Act 2020' },
      ...{ inForceFrom: '2020-01-01', verifiedAt: '2026-01-01', pack: 'lake-act' },
      overriddenBy: [],
      reads: [
        { kind: 'definition', name: 'totalLength', title: 'Total length', value: '10', unit: 'm' },
        {
          ...{
            kind: 'parameter',
            name: 'lengthLimit',
            title: 'Length limit',
            value: '30',
            unit: 'm',
          },
          cite: [{ provision: 'Lake Act 2 as amended' }],
        },
      ],
    })
  })

  it('is the same from generated code, for outcome and outputs', () => {
    const rules = loadOrThrow(toyText())
    for (const facts of [
      {},
      { zone: 'marsh', motor: true },
      { length: 40, fleet: 9, rescue: true },
    ]) {
      const [plain, fast] = [decided(rules, facts), decided(rules, facts, { evaluator: compiled })]
      expect(fast.trace).toEqual(plain.trace)
      expect(fast.fullTrace).toEqual(plain.fullTrace)
    }
  })

  it('keeps what it showed apart from case to case', () => {
    const rules = tinyRules(clauses)
    const first = decided(rules, { p: true, q: true }).trace
    const copy = structuredClone(first)
    void decided(rules, { p: false, q: false }).trace
    expect(first).toEqual(copy)
  })
})
