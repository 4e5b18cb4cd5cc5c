import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { quickCaseOf } from './compile-encode.ts'
import { encodeCase } from './encode.ts'

const rules = loadOrThrow(toyText())
const value = fc.oneof(
  fc.boolean(),
  fc.constantFrom('north', 'South shore', 'marsh', 'west', ''),
  fc.constantFrom(0, -0, 1, 2, 6.5, 6.55, -1, 1e12, Number.NaN),
  fc.constantFrom(null, undefined, [], ['north'], {}, { unknown: 'declined' }, '6.5', '1,000'),
)
const names = ['zone', 'length', 'fleet', 'motor', 'rescue', 'owners', 'stranger']
const cases = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 7 })

it('encodes every case exactly as the long way does, problems included', () => {
  fc.assert(
    fc.property(cases, (facts) => {
      expect(encodeCase(rules, facts, quickCaseOf(rules))).toEqual(encodeCase(rules, facts))
    }),
    { numRuns: 2000 },
  )
})

it('is taken by a case that is written as it should be', () => {
  const facts = { zone: 'marsh', length: 6.5, fleet: 2, motor: true, owners: [] }
  expect(quickCaseOf(rules)(facts, [], [])).toBe(true)
  expect(quickCaseOf(rules)({ ...facts, stranger: 1 }, [], [])).toBe(false)
})
