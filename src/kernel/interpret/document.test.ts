import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Choices, entropy } from '../../testing/choices.ts'
import { decided } from '../../testing/decided.ts'
import { randomCase, randomReading } from '../../testing/random-cases.ts'
import { randomText } from '../../testing/random-rules.ts'
import { tinyRules } from '../../testing/tiny-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { loadOrThrow } from '../rules/load.ts'
import { compare } from './compare.ts'
import { documentOf } from './document.ts'
import { inSentence, modeInWords, plainInWords, verdictInWords } from './words.ts'

const rules = loadOrThrow(toyText())
const complete = { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] }

describe('the document of a determination', () => {
  it('says what was decided on which facts, under which rules, as of which day', () => {
    const document = documentOf(decided(rules, complete))
    expect(document).toMatchObject({
      ...{ format: 'proviso-determination/v1', program: 'lake', rulesHash: rules.hash },
      ...{ asOf: '2025-06-01', mode: 'text', assumedParameters: {}, needs: [], warnings: [] },
      facts: { ...complete, length: '5', fleet: '2' },
      outcome: { name: 'outcome', title: 'Answer', label: 'Allowed' },
      outputs: [
        { name: 'permitted', label: 'yes' },
        { name: 'totalLength', label: '10 m' },
      ],
      statement: 'On these facts, under the text as it stands, as of 2025-06-01: Allowed.',
    })
    expect(document.trace.map(({ definition }) => definition)).toEqual([
      ...['outcome', 'permitted', 'totalLength'],
    ])
  })

  it('explains every output, or the outcome only', () => {
    const two = tinyRules([{ id: 'a' }, { id: 'b', definition: 'other' }], { outputs: ['other'] })
    const explained = (extent: 'outcome' | 'full') =>
      documentOf(decided(two, {}), extent).trace.map(({ definition }) => definition)
    expect(explained('full')).toEqual(['outcome', 'other'])
    expect(explained('outcome')).toEqual(['outcome'])
  })

  it('says what it cannot tell for want of what', () => {
    const { statement, outcome } = documentOf(decided(rules, { ...complete, length: undefined }))
    expect(outcome.label).toBe('cannot tell yet')
    expect(statement).toMatch(/as of 2025-06-01: cannot tell: length\.$/)
    expect(documentOf(decided(rules, {}, { mode: 'enforced' })).statement).toMatch(
      /under the rules as enforced, .*: cannot tell: .+; .+; .+ and \d+ more\.$/,
    )
  })

  it('keeps the reasons of unknown facts, lists and fields', () => {
    const facts = {
      ...complete,
      motor: { unknown: 'declined' },
      owners: [
        { share: 10, banned: { unknown: 'unverified' } },
        { share: { unknown: 'notAsked' } },
      ],
    }
    expect(documentOf(decided(rules, facts)).facts).toMatchObject({
      motor: { unknown: 'declined' },
      owners: [
        { share: '10', banned: { unknown: 'unverified' } },
        { share: { unknown: 'notAsked' } },
      ],
    })
    const unavailable = { ...complete, owners: { unknown: 'unavailable' } }
    expect(documentOf(decided(rules, unavailable)).facts).toMatchObject({
      owners: { unknown: 'unavailable' },
    })
  })

  it('shows assumed parameters', () => {
    const decision = decided(rules, complete, { parameters: { marshLimit: '8.5', lengthLimit: 1 } })
    expect(documentOf(decision).assumedParameters).toEqual({ marshLimit: '8.5', lengthLimit: '1' })
  })

  it('is decided again from its own facts, letter for letter', () => {
    fc.assert(
      fc.property(entropy, entropy, (forText, forCase) => {
        const random = loadOrThrow(randomText(new Choices(forText)))
        const choices = new Choices(forCase)
        const reading = randomReading(choices)
        const first = documentOf(decided(random, randomCase(choices, 3), reading))
        const again = documentOf(decided(random, first.facts, reading))
        expect(canonicalJson(again)).toBe(canonicalJson(first))
      }),
      { numRuns: 150 },
    )
  })
})

describe('words', () => {
  it('name a mode', () => {
    expect(modeInWords('text')).toBe('the text as it stands')
    expect(modeInWords('enforced')).toBe('the rules as enforced')
    expect(modeInWords('proposal:marsh')).toBe('the proposal "marsh"')
  })

  it('name a title inside a sentence', () => {
    expect(inSentence('As the text stands')).toBe('as the text stands')
    expect(inSentence('Bill: Chip Security Act')).toBe('bill: Chip Security Act')
    expect(inSentence('TPP of the shipment')).toBe('TPP of the shipment')
    expect(inSentence('3A090.a')).toBe('3A090.a')
  })

  it('name a value', () => {
    const zone = { kind: 'set', enum: 'zone' } as const
    expect(plainInWords(rules, zone, ['north', 'marsh'])).toBe('North shore, Marsh')
    expect(plainInWords(rules, zone, [])).toBe('none')
    expect(plainInWords(rules, { kind: 'enum', enum: 'zone' }, 'marsh')).toBe('Marsh')
    expect(plainInWords(rules, { kind: 'date' }, '2025-06-01')).toBe('2025-06-01')
    expect(plainInWords(rules, { kind: 'number', unit: 'm' }, '2.5')).toBe('2.5 m')
    expect(plainInWords(rules, { kind: 'bool' }, false)).toBe('no')
  })

  it('name a verdict', () => {
    const bool = { kind: 'bool' } as const
    expect(verdictInWords(rules, bool, { kind: 'gap' })).toBe('no rule covers this case')
    expect(verdictInWords(rules, bool, { kind: 'conflict', between: ['a', 'b'] })).toBe(
      'the rules conflict (a and b)',
    )
  })
})

describe('compare', () => {
  const text = { asOf: '2025-06-01', mode: 'text' } as const
  const reform = { ...text, mode: 'proposal:marsh', parameters: { marshLimit: 8 } } as const
  const facts = { ...complete, zone: 'marsh', motor: false }

  it('lays readings side by side and says which clauses made the difference', () => {
    const result = compare(rules, facts, [text, reform, { ...text, asOf: '2023-06-01' }])
    expect(result.ok && result.comparison.lines).toEqual([
      { name: 'outcome', title: 'Answer', labels: ['Allowed', 'Refused', 'Allowed'], same: false },
      { name: 'permitted', title: 'May sail', labels: ['yes', 'no', 'yes'], same: false },
      { name: 'totalLength', title: 'Total length', labels: ['10 m', '10 m', '10 m'], same: true },
    ])
    expect(result.ok && result.comparison.clauses).toEqual([
      { added: [], dropped: [] },
      {
        added: ['outcome/refused', 'permitted/marsh limit'],
        dropped: ['outcome/allowed', 'permitted/general'],
      },
      { added: [], dropped: [] },
    ])
  })

  it('reports each problem once', () => {
    const result = compare(rules, { motor: 1 }, [text, reform])
    expect(result).toMatchObject({ ok: false, problems: [{ field: 'motor' }] })
    const late = compare(rules, {}, [text, { ...text, asOf: '2019-01-01' }])
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'rules.none-in-force' }] })
    expect(compare(rules, {}, [])).toMatchObject({ ok: true, comparison: { lines: [] } })
  })
})
