import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Choices, entropy } from '../../../testing/choices.ts'
import { randomCase } from '../../../testing/random-cases.ts'
import { randomText } from '../../../testing/random-rules.ts'
import { toyText } from '../../../testing/toy-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import type { RuleSet } from '../../rules/load.ts'
import { encodeCase } from '../encode.ts'
import { factsSchemaOf } from './schema.ts'

const validatorOf = (rules: RuleSet) => {
  const validate = new AjvJsonSchemaValidator().getValidator(factsSchemaOf(rules))
  return (facts: unknown): boolean => validate(facts).valid
}
const lake = loadOrThrow(toyText())
const isValid = validatorOf(lake)

describe('the schema of the facts', () => {
  it.each([
    [{}],
    [{ zone: 'marsh', length: 6.5, fleet: 2, motor: true, rescue: false }],
    [{ zone: 'the marsh' }],
    [{ zone: 'North shore' }],
    [{ length: '6.5' }],
    [{ fleet: '1,000' }],
    [{ fleet: ' 1_000 ' }],
    [{ length: { unknown: 'declined' } }],
    [{ owners: [] }],
    [{ owners: [{ share: 50, banned: true }, { share: { unknown: 'unavailable' } }, {}] }],
    [{ owners: { unknown: 'notAsked' } }],
  ])('takes %j, as the rules do', (facts) => {
    expect(encodeCase(lake, facts).ok).toBe(true)
    expect(isValid(facts)).toBe(true)
  })

  it.each([
    [{ depth: 1 }],
    [{ zone: 'east' }],
    [{ zone: 3 }],
    [{ zone: ['marsh'] }],
    [{ length: 'long' }],
    [{ length: '6.55' }],
    [{ length: 101 }],
    [{ length: -1 }],
    [{ fleet: 1.5 }],
    [{ fleet: true }],
    [{ fleet: '1,00' }],
    [{ motor: 'yes' }],
    [{ motor: 1 }],
    [{ motor: { unknown: 'nobody' } }],
    [{ motor: { known: true } }],
    [{ owners: { share: 1 } }],
    [{ owners: [{ part: 1 }] }],
    [{ owners: [{ share: 101 }] }],
    [{ owners: [1] }],
    [{ owners: Array.from({ length: 21 }, () => ({})) }],
  ])('refuses %j, as the rules do', (facts) => {
    expect(encodeCase(lake, facts).ok).toBe(false)
    expect(isValid(facts)).toBe(false)
  })

  it('refuses what is no object', () => {
    expect([null, 1, 'facts', []].map(isValid)).toEqual([false, false, false, false])
  })

  it('says titles, units and examples, and names exactly these rules', () => {
    const schema = factsSchemaOf(lake, 'Lake') as {
      readonly $id: string
      readonly title: string
      readonly properties: Readonly<Record<string, object>>
    }
    expect(schema.$id).toBe(`urn:proviso:lake:facts:${lake.hash}`)
    expect(schema.title).toBe('Facts of Lake')
    expect(schema.properties['length']).toMatchObject({
      title: 'Length',
      description: 'How long? The Lake Act asks it Unit: m, at most 1 decimal places. (Lake Act 1)',
      examples: ['6.5'],
    })
  })

  it('takes dates, sets and members of any text, and refuses others', () => {
    const rules = loadOrThrow(randomText(new Choices([])))
    const valid = validatorOf(rules)
    const good = { day: '2021-06-15', marks: ['p', 'q'], big: 's', price: '2.99', drift: -4 }
    expect(encodeCase(rules, good).ok).toBe(true)
    expect(valid(good)).toBe(true)
    for (const bad of [{ day: '15.6.2021' }, { marks: 'p' }, { marks: ['z'] }, { price: 3.01 }]) {
      expect(encodeCase(rules, bad).ok).toBe(false)
      expect(valid(bad)).toBe(false)
    }
  })

  it('takes every random case', () => {
    const rules = loadOrThrow(randomText(new Choices([])))
    const valid = validatorOf(rules)
    fc.assert(fc.property(entropy, (drawn) => valid(randomCase(new Choices(drawn), 4))))
  })
})
