import { describe, expect, it } from 'vitest'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { decide } from './decide.ts'

const rules = loadOrThrow(toyText())
const options = { asOf: '2025-06-01', mode: 'text' } as const

describe('bad input', () => {
  it.each([
    ['an unknown fact', { lenght: 3 }, 'input.unknown-fact', /did you mean length/],
    ['a wrong type', { motor: 'yes' }, 'input.wrong-type', /must be true or false/],
    ['text for a number', { length: 'long' }, 'input.wrong-type', /a number in m/],
    ['too many decimals', { length: 1.25 }, 'input.too-precise', /at most 1 decimal/],
    ['a fraction of a boat', { fleet: 1.5 }, 'input.too-precise', /a whole number/],
    ['a negative quantity', { fleet: -1 }, 'input.out-of-bounds', /between 1 and 1000/],
    ['an absurd quantity', { fleet: 1e12 }, 'input.out-of-bounds', /between 1 and 1000/],
    ['an unknown member', { zone: 'west' }, 'input.unknown-member', /north, south, marsh/],
    ['rows that are no list', { owners: 3 }, 'input.wrong-type', /list of rows/],
    ['an unknown field', { owners: [{ shares: 3 }] }, 'input.unknown-fact', /share, banned/],
    ['a bad reason', { motor: { unknown: 'lazy' } }, 'input.wrong-type', /notAsked, declined/],
  ])('refuses %s', (_, facts, code, message) => {
    const result = decide(rules, facts, options)
    expect(result).toMatchObject({ ok: false, problems: [{ code }] })
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(message)
    expect(result.ok ? '' : result.problems[0]?.example).toBeDefined()
  })

  it('finds every problem at once', () => {
    const result = decide(rules, { motor: 1, zone: 7, length: true }, options)
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual([
      'zone',
      'length',
      'motor',
    ])
  })

  it('refuses a day before any rule, a day that does not exist and an unknown reading', () => {
    expect(decide(rules, {}, { ...options, asOf: '2019-12-31' })).toMatchObject({
      problems: [{ code: 'rules.none-in-force' }],
    })
    expect(decide(rules, {}, { ...options, asOf: '2025-02-30' })).toMatchObject({
      problems: [{ code: 'rules.bad-date' }],
    })
    expect(decide(rules, {}, { ...options, mode: 'proposal:none' })).toMatchObject({
      problems: [{ code: 'rules.unknown-mode' }],
    })
  })

  it('accepts a synonym and a label, and decimal text', () => {
    const result = decide(rules, { zone: 'The Marsh', length: '6.5', fleet: '1' }, options)
    expect(result.ok && result.decision.outputs['totalLength']).toMatchObject({ value: '6.5' })
  })
})
