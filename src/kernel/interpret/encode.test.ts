import { describe, expect, it } from 'vitest'
import { brokenText, named } from '../../testing/broken-rules.ts'
import { decided } from '../../testing/decided.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { decide } from './decide.ts'
import { encodeCase } from './encode.ts'

const rules = loadOrThrow(toyText())
/** The toy rules where the zone says how long a boat is and whether it has a motor. */
const berths = loadOrThrow(
  brokenText((text) => {
    text.tables.push({
      ...{ name: 'berths', title: 'Berths', keyEnum: 'zone', verifiedAt: '2025-01-01' },
      cite: [{ provision: 'Lake Act 5' }],
      columns: { length: { kind: 'number', unit: 'm' }, motor: { kind: 'bool' } },
      rows: { north: { length: 65, motor: true }, south: { length: null, motor: false } },
    })
    named(text.facts, 'length').prefill = { table: 'berths', key: 'zone', column: 'length' }
    named(text.facts, 'motor').prefill = { table: 'berths', key: 'zone', column: 'motor' }
  }),
)

function problems(facts: Record<string, unknown>, of = rules) {
  const result = encodeCase(of, facts)
  return result.ok ? [] : result.problems
}
function coded(facts: Record<string, unknown>, of = rules) {
  const result = encodeCase(of, facts)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.encoded
}

describe('a case', () => {
  it('is one number per fact, unknown where nothing is stated', () => {
    const encoded = coded({ zone: 'marsh', motor: false })
    expect(encoded.facts).toEqual([2, Number.NaN, Number.NaN, 0, 1])
    expect(encoded.relations).toEqual([undefined])
    expect(coded({ zone: null, length: undefined, owners: null })).toMatchObject(coded({}))
  })

  it.each(['marsh', 'Marsh', ' MARSH ', 'the marsh', 'The_Marsh', 'south shore', 'South-Shore'])(
    'takes the member written %j',
    (zone) => {
      expect(coded({ zone }).facts[0]).toBe(zone.toLowerCase().includes('south') ? 1 : 2)
    },
  )

  it.each([
    [6.5, 65],
    ['6.5', 65],
    [' 6.50 ', 65],
    ['0', 0],
    [-0, 0],
    ['100', 1000],
  ])('takes the quantity %j', (length, scaled) => {
    expect(coded({ length }).facts[1]).toBe(scaled)
  })

  it.each([
    ['1,23', /must be a number in m, as a number or decimal text/],
    ['1,2345', /must be a number in m/],
    ['6.5 m', /must be a number in m/],
    ['', /must be a number in m/],
    [true, /must be a number in m/],
    [[6.5], /must be a number in m/],
    [Number.NaN, /length is NaN, but must be a number in m/],
    [Number.POSITIVE_INFINITY, /length is Infinity, but must be/],
  ])('refuses the quantity %j as no number', (length, message) => {
    expect(problems({ length })).toMatchObject([{ code: 'input.wrong-type', field: 'length' }])
    expect(problems({ length })[0]?.message).toMatch(message)
  })

  it('keeps why a fact, a list or a field is not known', () => {
    const facts = {
      motor: { unknown: 'declined' },
      owners: [{ share: { unknown: 'unverified' }, banned: null }],
    }
    const { reasons, relations } = coded(facts)
    expect([...reasons]).toEqual([
      ['motor', 'declined'],
      ['owners[0].share', 'unverified'],
    ])
    expect(relations).toEqual([[[Number.NaN, 1]]])
    expect([...coded({ owners: { unknown: 'unavailable' } }).reasons]).toEqual([
      ['owners', 'unavailable'],
    ])
  })

  it.each([
    ['a list of lists', { owners: [[]] }, 'owners', /must be a list of rows/],
    ['a list of words', { owners: ['Ann'] }, 'owners', /must be a list of rows/],
    ['one row without a list', { owners: { share: 3 } }, 'owners', /must be a list of rows/],
    ['a wrong field', { owners: [{}, { share: 200 }] }, 'owners[1].share', /between 0 and 100/],
    ['too many rows', { owners: Array(21).fill({}) }, 'owners', /21 rows; at most 20/],
    [
      'a fact nobody knows',
      { lenght: 3 },
      'lenght',
      /no fact "lenght" in lake; did you mean length/,
    ],
    ['an inherited name', { constructor: 1 }, 'constructor', /no fact "constructor"/],
    ['an object for a fact', { motor: {} }, 'motor', /must be true or false/],
  ])('refuses %s', (_, facts, field, message) => {
    const [problem] = problems(facts)
    expect(problem?.field).toBe(field)
    expect(problem?.message).toMatch(message)
    expect(problem?.example).toBeDefined()
  })

  it('names every problem, those of declared facts first and in their order', () => {
    const facts = { x: 1, motor: 0, owners: 1, zone: 'z', fleet: -1 }
    expect(problems(facts).map(({ field }) => field)).toEqual([
      ...['zone', 'fleet', 'motor', 'owners', 'x'],
    ])
  })
})

describe('facts from cited tables', () => {
  it('fill in what a case leaves out', () => {
    const encoded = coded({ zone: 'north' }, berths)
    expect(encoded.facts.slice(0, 4)).toEqual([0, 65, Number.NaN, 2])
    expect(encoded.prefilled).toEqual(['length', 'motor'])
    expect(coded({ zone: 'north', motor: { unknown: 'declined' } }, berths).facts[3]).toBe(2)
  })

  it('leave open what is not public, and what the table does not list', () => {
    expect(coded({ zone: 'south' }, berths).prefilled).toEqual(['motor'])
    expect(coded({ zone: 'marsh' }, berths).prefilled).toEqual([])
    expect(coded({ length: 3 }, berths).prefilled).toEqual([])
    expect(coded({ zone: 'south', length: 3 }, berths).facts[1]).toBe(30)
  })

  it('take the same value stated, and refuse another as a contradiction', () => {
    expect(coded({ zone: 'north', length: 6.5 }, berths).prefilled).toEqual(['motor'])
    expect(problems({ zone: 'north', length: 6, motor: false }, berths)).toEqual([
      {
        code: 'input.contradiction',
        field: 'length',
        message:
          'length is 6, but berths says 6.5 for this zone; leave it out, or describe a zone of your own',
        example: '6.5',
      },
      expect.objectContaining({ field: 'motor', example: 'true' }),
    ])
  })

  it('are marked in the trace', () => {
    const decision = decided(berths, { zone: 'north', fleet: 2 })
    const total = decision.fullTrace.find(({ definition }) => definition === 'totalLength')
    expect(total?.clauses[0]?.reads).toMatchObject([
      { name: 'length', value: '6.5', fromTable: true },
      { name: 'fleet', value: '2' },
    ])
    expect(total?.clauses[0]?.reads[1]).not.toHaveProperty('fromTable')
  })
})

describe('assumed parameters', () => {
  it.each([
    [{ marshLimit: 'low' }, 'input.wrong-type'],
    [{ marshLimit: 1001 }, 'input.out-of-bounds'],
    [{ marshLimit: 0.25 }, 'input.too-precise'],
    [{ mashLimit: 1 }, 'input.unknown-parameter'],
    [{ marshLimit: null }, 'input.wrong-type'],
  ])('%j is refused with %s', (parameters, code) => {
    const field = Object.keys(parameters)[0]
    expect(refusals(parameters)).toMatchObject([{ code, field }])
  })
})

function refusals(parameters: Record<string, unknown>) {
  const options = { asOf: '2025-06-01', mode: 'text', parameters } as const
  const result = decide(rules, {}, options)
  return result.ok ? [] : result.problems
}
