import { describe, expect, it } from 'vitest'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import type { CaseFacts } from './encode.ts'
import type { DecideOptions } from './decide.ts'
import { decide } from './decide.ts'

const rules = loadOrThrow(toyText())
const complete = { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] }

function decided(facts: CaseFacts, options: Partial<DecideOptions> = {}) {
  const result = decide(rules, facts, { asOf: '2025-06-01', mode: 'text', ...options })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

describe('decide', () => {
  it('gives an outcome with the clauses that decided it', () => {
    const decision = decided(complete)
    expect(decision.outcome).toEqual({ kind: 'value', value: 'allowed', by: ['allowed'] })
    expect(decision.outputs['totalLength']).toMatchObject({ value: '10', unit: 'm' })
    expect(decision.needs).toEqual([])
    expect(decision.trace.map(({ definition }) => definition)).toEqual([
      'outcome',
      'permitted',
      'totalLength',
    ])
  })

  it('lets an exception take precedence, and an exception to the exception', () => {
    expect(decided({ ...complete, zone: 'marsh' }).outcome).toMatchObject({ value: 'refused' })
    const rescue = decided({ ...complete, zone: 'marsh', rescue: true })
    expect(rescue.outcome).toMatchObject({ value: 'allowed' })
    const marsh = rescue.trace[1]?.clauses.find(({ clause }) => clause === 'marsh')
    expect(marsh).toMatchObject({ part: 'overridden', overriddenBy: ['rescue'] })
  })

  it('never takes a missing fact for zero or false', () => {
    const decision = decided({ ...complete, motor: undefined, zone: 'marsh' })
    expect(decision.outcome).toEqual({ kind: 'undetermined' })
    expect(decision.needs).toMatchObject([{ kind: 'fact', name: 'motor', reason: 'notAsked' }])
  })

  it('asks for nothing that cannot matter', () => {
    const decision = decided({ ...complete, motor: undefined, zone: 'north' })
    expect(decision.outcome).toMatchObject({ value: 'allowed' })
    expect(
      decided({ zone: 'marsh', motor: { unknown: 'declined' } }).needs.map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['motor', 'length', 'fleet', 'owners']))
  })

  it('reads the parameter of the day', () => {
    const long = { ...complete, length: 12.5 }
    expect(decided(long, { asOf: '2023-12-31' }).outputs['permitted']).toEqual({ kind: 'gap' })
    expect(decided(long, { asOf: '2024-01-01' }).outcome).toMatchObject({ value: 'allowed' })
  })

  it('names a gap in the rules where no clause applies', () => {
    const decision = decided({ ...complete, length: 30 }, { asOf: '2023-12-31' })
    expect(decision.outcome).toEqual({ kind: 'undetermined' })
    expect(decision.needs).toMatchObject([{ kind: 'gap', name: 'permitted' }])
  })

  it('decides a total as soon as the known rows decide it', () => {
    const owners = [{ share: 60, banned: true }, { share: 10 }, { banned: true }]
    expect(decided({ ...complete, owners }).outcome).toMatchObject({ value: 'refused' })
    const open = decided({ ...complete, owners: [{ share: 49, banned: true }, { share: 1 }] })
    expect(open.needs).toMatchObject([{ kind: 'field', name: 'owners[1].banned' }])
  })

  it('keeps a number nobody has set unknown until a reader assumes one', () => {
    const marsh = { ...complete, zone: 'marsh', motor: false }
    const mode = 'proposal:marsh'
    expect(decided(marsh, { mode }).needs).toMatchObject([
      { kind: 'parameter', name: 'marshLimit' },
    ])
    expect(decided(marsh, { mode, parameters: { marshLimit: 8 } }).outcome).toMatchObject({
      value: 'refused',
    })
    expect(decided(marsh).outcome).toMatchObject({ value: 'allowed' })
  })

  it('warns when the law had to be looked at again', () => {
    expect(decided(complete).warnings).toEqual([])
    const late = decided(complete, { asOf: '2027-01-01' })
    expect(late.warnings).toMatchObject([{ code: 'rules.recheck-overdue' }])
  })
})
