import { describe, expect, it } from 'vitest'
import { decided } from '../../testing/decided.ts'
import { brokenText } from '../../testing/broken-rules.ts'
import type { TinyClause } from '../../testing/tiny-rules.ts'
import { fact, tinyRules, tinyText } from '../../testing/tiny-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import type { LegalStatus, PackDeclaration, StatusChange } from '../rules/ast.ts'
import { loadOrThrow } from '../rules/load.ts'
import type { Mode } from './view.ts'
import { firstDay, proposalNames, statusOn, viewOf } from './view.ts'

const since = (from: string, status: LegalStatus): StatusChange => ({ from, status, cite: 'Act' })
const act: PackDeclaration = {
  ...{ id: 'act', file: 'act.ts', title: 'Act', instrument: 'Act' },
  ...{ from: '2020-01-01', verifiedAt: '2024-01-01' },
}
const bill = (base: 'text' | 'enforced'): PackDeclaration => ({
  ...act,
  ...{ id: 'bill', file: 'bill.ts', proposal: { name: 'bill', base } },
})

function outcome(clauses: readonly TinyClause[], asOf: string, mode: Mode = 'text'): unknown {
  const rules = tinyRules(clauses, { packs: [act, bill('text')] })
  const verdict = decided(rules, {}, { asOf, mode }).outcome
  return verdict.kind === 'value' ? Number(verdict.value) : verdict.kind
}

describe('the law of a day', () => {
  it('suspends an exception for a window and lets it return', () => {
    const clauses: TinyClause[] = [
      { id: 'general', then: 1 },
      {
        ...{ id: 'exception', exceptTo: 'general', then: 2, from: '2022-01-01' },
        status: [
          since('2022-01-01', 'inForce'),
          since('2023-01-01', 'suspended'),
          since('2024-01-01', 'inForce'),
        ],
      },
    ]
    const days = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01', '2023-12-31']
    expect(days.map((day) => outcome(clauses, day))).toEqual([1, 2, 2, 1, 1])
    expect(outcome(clauses, '2024-01-01')).toBe(2)
    expect(outcome(clauses, '2023-06-01', 'enforced')).toBe(1)
  })

  it('ends on the day an interval ends, and leaves a gap where nothing follows', () => {
    const clauses: TinyClause[] = [
      { id: 'rule', then: 1, to: '2022-01-01' },
      { id: 'rule', then: 2, from: '2023-01-01' },
    ]
    const days = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01']
    expect(days.map((day) => outcome(clauses, day))).toEqual([1, 'gap', 'gap', 2])
  })

  it('reads what is not enforced as text only, and what is applied as policy as enforced only', () => {
    const clauses: TinyClause[] = [
      {
        ...{ id: 'rule', then: 1 },
        status: [since('2020-01-01', 'inForce'), since('2023-01-01', 'notEnforced')],
      },
      {
        id: 'policy',
        then: 2,
        status: [since('2020-01-01', 'appliedAsPolicy')],
        from: '2023-01-01',
      },
    ]
    expect(outcome(clauses, '2022-06-01', 'text')).toBe(1)
    expect(outcome(clauses, '2022-06-01', 'enforced')).toBe(1)
    expect(outcome(clauses, '2023-06-01', 'text')).toBe(1)
    expect(outcome(clauses, '2023-06-01', 'enforced')).toBe(2)
  })

  it.each([
    ['inForce', 1, 1],
    ['contested', 1, 1],
    ['notEnforced', 1, 'gap'],
    ['appliedAsPolicy', 'gap', 1],
    ['suspended', 'gap', 'gap'],
    ['rescinded', 'gap', 'gap'],
    ['proposed', 'gap', 'gap'],
  ] as const)(
    'counts a clause that is %s as %s in the text, %s as enforced',
    (status, text, enforced) => {
      const clauses = [{ id: 'rule', then: 1, status: [since('2020-01-01', status)] }]
      expect(outcome(clauses, '2022-01-01', 'text')).toBe(text)
      expect(outcome(clauses, '2022-01-01', 'enforced')).toBe(enforced)
    },
  )

  it('keeps an exception whose general rule is not in force', () => {
    const clauses: TinyClause[] = [
      { id: 'general', then: 1, to: '2022-01-01' },
      { id: 'exception', exceptTo: 'general', then: 2, from: '2021-01-01' },
    ]
    expect(outcome(clauses, '2022-06-01')).toBe(2)
  })
})

describe('a proposal', () => {
  const clauses: TinyClause[] = [
    { id: 'rule', then: 1, status: [since('2020-01-01', 'notEnforced')] },
    { id: 'policy', then: 2, status: [since('2020-01-01', 'appliedAsPolicy')] },
    { id: 'reform', then: 3, when: fact('p'), from: '2021-01-01', pack: 'bill' },
  ]
  const verdict = (base: 'text' | 'enforced', facts: Record<string, unknown>) => {
    const rules = tinyRules(clauses, { packs: [act, bill(base)] })
    return decided(rules, facts, { mode: 'proposal:bill' }).outcome
  }

  it('starts from the reading it names', () => {
    expect(verdict('text', { p: false })).toMatchObject({ value: '1', by: ['rule'] })
    expect(verdict('enforced', { p: false })).toMatchObject({ value: '2', by: ['policy'] })
    expect(verdict('text', { p: true })).toMatchObject({ between: ['rule', 'reform'] })
  })

  it('counts from its own day on, and in no other reading', () => {
    const rules = tinyRules(
      [
        { id: 'rule', then: 1 },
        { ...clauses[2]!, exceptTo: 'rule' },
      ],
      {
        packs: [act, bill('text')],
      },
    )
    const read = (asOf: string, mode: Mode) => decided(rules, { p: true }, { asOf, mode }).outcome
    expect(read('2020-12-31', 'proposal:bill')).toMatchObject({ value: '1' })
    expect(read('2021-01-01', 'proposal:bill')).toMatchObject({ value: '3' })
    expect(read('2021-01-01', 'text')).toMatchObject({ value: '1' })
  })

  it('takes the place of the enacted clause that it restates', () => {
    const restated: TinyClause[] = [
      { id: 'rule', then: 1 },
      { id: 'exception', exceptTo: 'rule', when: fact('q'), then: 4 },
      { id: 'rule', then: 2, pack: 'bill' },
    ]
    const rules = tinyRules(restated, { packs: [act, bill('text')] })
    const read = (q: boolean) => decided(rules, { q }, { mode: 'proposal:bill' }).outcome
    expect(read(false)).toMatchObject({ value: '2', by: ['rule'] })
    expect(read(true)).toMatchObject({ value: '4', by: ['exception'] })
    expect(decided(rules, { q: false }).outcome).toMatchObject({ value: '1' })
  })

  it('may set a number of its own', () => {
    const text = brokenText((draft) => {
      const version = { from: '2025-01-01', value: 60, cite: [{ provision: 'Bill' }] }
      draft.parameters[0]!.versions.push({ ...version, pack: 'marsh-reform' })
    })
    const rules = loadOrThrow(text)
    const limit = (mode: Mode) => {
      const found = viewOf(rules, '2025-06-01', mode)
      return found.ok ? found.view.parameters[0] : undefined
    }
    expect([limit('text'), limit('proposal:marsh')]).toEqual([300, 60])
  })
})

describe('viewOf', () => {
  const rules = loadOrThrow(toyText())

  it('gives the same view for the same day and reading', () => {
    const first = viewOf(rules, '2025-06-01', 'text')
    const other = viewOf(rules, '2025-06-02', 'text')
    const again = viewOf(rules, '2025-06-01', 'text')
    expect(first.ok && again.ok && first.view === again.view).toBe(true)
    expect(first.ok && other.ok && first.view !== other.view).toBe(true)
  })

  it('keeps rule sets apart', () => {
    const twin = loadOrThrow(toyText())
    const [one, two] = [viewOf(rules, '2025-06-01', 'text'), viewOf(twin, '2025-06-01', 'text')]
    expect(one.ok && one.view.rules === rules).toBe(true)
    expect(two.ok && two.view.rules === twin).toBe(true)
  })

  it('knows its proposals and its first day', () => {
    expect(proposalNames(rules)).toEqual(['marsh'])
    expect(firstDay(rules)).toBe('2020-01-01')
    expect(
      firstDay(
        loadOrThrow(tinyText([{ id: 'only' }], { packs: [{ ...act, from: '2019-05-01' }] })),
      ),
    ).toBe('2019-05-01')
  })

  it('gives the latest status on or before a day', () => {
    const changes = [since('2020-01-01', 'inForce'), since('2022-01-01', 'suspended')]
    expect(statusOn(changes, '2021-12-31')?.status).toBe('inForce')
    expect(statusOn(changes, '2022-01-01')?.status).toBe('suspended')
    expect(statusOn(changes, '2019-12-31')).toBeUndefined()
  })

  it.each([
    ['2019-12-31', 'text', 'rules.none-in-force', 'asOf', /earliest begins 2020-01-01/],
    ['2025-02-30', 'text', 'rules.bad-date', 'asOf', /not a calendar date/],
    ['2025-01-01', 'proposal:mash', 'rules.unknown-mode', 'mode', /text, enforced, proposal:marsh/],
    ['2025-01-01', 'TEXT', 'rules.unknown-mode', 'mode', /use text, enforced/],
  ])('refuses %s in mode %s', (asOf, mode, code, field, message) => {
    const found = viewOf(rules, asOf, mode as Mode)
    expect(found).toMatchObject({ ok: false, problem: { code, field } })
    expect(found.ok ? '' : found.problem.message).toMatch(message)
  })
})
