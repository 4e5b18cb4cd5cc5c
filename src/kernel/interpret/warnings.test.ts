import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import { definition, fact, tinyRules } from '../../testing/tiny-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'

const stale = { recheckBy: '2025-01-01' }
const contested = { status: [{ from: '2020-01-01', status: 'contested' as const, cite: 'Case 1' }] }

function warnings(clauses: readonly TinyClause[], asOf = '2025-06-01', facts = {}) {
  return decided(tinyRules(clauses), facts, { asOf }).warnings
}

describe('warnings', () => {
  it('begin on the day by which the law had to be looked at again', () => {
    const clauses: TinyClause[] = [{ id: 'only', ...stale }]
    expect(warnings(clauses, '2024-12-31')).toEqual([])
    expect(warnings(clauses, '2025-01-01')).toEqual([
      {
        code: 'rules.recheck-overdue',
        message:
          'Tiny Act: last verified 2024-01-01, and had to be looked at again by 2025-01-01; check the current text before relying on it',
        clauses: ['outcome/only'],
      },
    ])
    expect(warnings([{ id: 'only', ...stale, verifiedAt: '2025-01-02' }])).toEqual([])
  })

  it('come once for a pack and a date, with every clause they are about', () => {
    const clauses: TinyClause[] = [
      { id: 'a', ...stale },
      { id: 'b', exceptTo: 'a', when: fact('p'), ...stale },
      { id: 'c', exceptTo: 'a', when: fact('q'), recheckBy: '2025-02-01' },
    ]
    const found = warnings(clauses, '2025-06-01', { p: false, q: false })
    expect(found.map((one) => one.clauses)).toEqual([['outcome/a', 'outcome/b'], ['outcome/c']])
  })

  it('leave out law that was not looked at', () => {
    const clauses: TinyClause[] = [
      { id: 'inner', definition: 'other', ...stale },
      { id: 'a', when: { op: 'any', of: [fact('p'), definition('other')] } },
    ]
    expect(warnings(clauses, '2025-06-01', { p: true })).toEqual([])
    expect(warnings(clauses, '2025-06-01', { p: false })).toHaveLength(1)
  })

  it('leave out the version of a clause that is not in force', () => {
    const clauses: TinyClause[] = [
      { id: 'a', ...stale, to: '2025-03-01' },
      { id: 'a', from: '2025-03-01' },
    ]
    expect(warnings(clauses, '2025-02-01')).toHaveLength(1)
    expect(warnings(clauses, '2025-03-01')).toEqual([])
  })

  it('name what is contested', () => {
    expect(warnings([{ id: 'only', ...contested }])).toEqual([
      {
        code: 'rules.contested',
        message: 'Tiny Act: a clause is contested; see its citations',
        clauses: ['outcome/only'],
      },
    ])
  })

  it('name a number nobody has set that the reader assumed, where it was read', () => {
    const rules = loadOrThrow(toyText())
    const facts = { zone: 'marsh', length: 5, fleet: 2, motor: false, rescue: false, owners: [] }
    const assume = (mode: 'text' | 'proposal:marsh', parameters: Record<string, unknown>) =>
      decided(rules, facts, { mode, parameters }).warnings
    expect(assume('proposal:marsh', { marshLimit: 8 })).toEqual([
      {
        code: 'rules.unset-parameter-assumed',
        message: 'Marsh limit: nobody has set it; 8 m is assumed',
        clauses: ['permitted/marsh limit'],
      },
    ])
    expect(assume('text', { marshLimit: 8 })).toEqual([])
    expect(assume('text', { lengthLimit: 8 })).toEqual([])
  })
})
