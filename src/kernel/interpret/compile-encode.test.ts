import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Choices } from '../../testing/choices.ts'
import { randomText } from '../../testing/random-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { quickCaseOf } from './compile-encode.ts'
import { encodeCase } from './encode.ts'

const value = fc.oneof(
  fc.boolean(),
  fc.constantFrom('north', 'South shore', 'marsh', 'west', '', 'a', 'B', 'p', 't', '__proto__'),
  fc.constantFrom(0, -0, 1, 2, 6.5, 6.55, 1.255, -1, 1e12, 2 ** 53, Number.NaN, Infinity),
  fc.constantFrom('2025-06-01', '2025-02-30', '6.5', '1,000', '1,00'),
  fc.constantFrom(null, undefined, [], ['north'], ['p', 'q'], ['p', 3], {}, [{ share: 1 }]),
  fc.constant({ unknown: 'declined' }),
)

describe.each([
  ['the toy rules', loadOrThrow(toyText())],
  ['random rules', loadOrThrow(randomText(new Choices([])))],
])('the short way in of %s', (_, rules) => {
  const declared = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
  const cases = fc.dictionary(fc.constantFrom(...declared, 'stranger'), value, { maxKeys: 7 })

  it('encodes every case exactly as the long way does, problems included', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        expect(encodeCase(rules, facts, quickCaseOf(rules))).toEqual(encodeCase(rules, facts))
      }),
      { numRuns: 1500 },
    )
  })
})

describe('the short way in', () => {
  it('is taken by a case that is written as it should be, and by no other', () => {
    const toy = quickCaseOf(loadOrThrow(toyText()))
    const facts = { zone: 'marsh', length: 6.5, fleet: 2, motor: true, owners: [] }
    expect(toy(facts, [], [])).toBe(true)
    expect(toy({ ...facts, stranger: 1 }, [], [])).toBe(false)
    expect(toy({ ...facts, zone: 'Marsh' }, [], [])).toBe(false)
    const random = quickCaseOf(loadOrThrow(randomText(new Choices([]))))
    const typed = { day: '2025-06-01', marks: ['p', 't'], price: 1.25, big: 'q' }
    expect(random(typed, [], [])).toBe(true)
    expect(random({ ...typed, day: '2025-02-30' }, [], [])).toBe(false)
  })
})
