import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bounds, CaseFacts, Decision, Mode, ValueType } from '#rules'
import { decide, decimalText, proposalNames } from '#rules'
import { compiled } from '../../kernel/interpret/compile.ts'
import { interpret } from '../../kernel/interpret/evaluate.ts'
import { chipExports } from './index.ts'

const { rules } = chipExports
const { text, scope } = rules

/** Every day on which some clause or parameter begins or ends, and the day before it. */
const days = [
  ...new Set(
    [
      ...text.clauses.flatMap(({ from, to, status }) => [
        from,
        to,
        ...status.map((change) => change.from),
      ]),
      ...text.parameters.flatMap(({ versions }) => versions.flatMap(({ from, to }) => [from, to])),
    ]
      .filter((date) => date !== undefined)
      .flatMap((date) => [date, dayBefore(date)]),
  ),
]
  .filter((date) => date >= '2022-10-07')
  .sort()

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}

const modes: readonly Mode[] = [
  'text',
  'enforced',
  ...proposalNames(rules).map((name) => `proposal:${name}` as const),
]

function decided(
  facts: CaseFacts,
  asOf: string,
  mode: Mode,
  parameters = {},
  evaluator = interpret,
): Decision {
  const result = decide(rules, facts, { asOf, mode, parameters, evaluator })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

/** Numbers near the thresholds of the law, where rules differ. */
const notable = [0, 1, 8, 24, 25, 26, 100, 600, 800, 1999, 2000, 2001, 4800, 4900, 6499, 6500]

function numberArbitrary(unit: string, bounds: Bounds): fc.Arbitrary<string> {
  const scale = scope.units.get(unit)?.declaration.scale ?? 0
  const near = notable
    .map((value) => value * 10 ** scale)
    .filter((value) => value >= bounds.min && value <= bounds.max)
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...near, bounds.min, bounds.max) },
      { weight: 1, arbitrary: fc.integer({ min: bounds.min, max: bounds.max }) },
    )
    .map((value) => decimalText(value, scale))
}

/** Destinations on which the rules turn, and any other. */
const countries = [
  'US',
  'CN',
  'HK',
  'MO',
  'MY',
  'AE',
  'IL',
  'VN',
  'SA',
  'TW',
  'DE',
  'RU',
  'IR',
  'KH',
]

function memberArbitrary(name: string): fc.Arbitrary<string> {
  const members = scope.enums.get(name)?.declaration.members.map(({ value }) => value) ?? []
  if (name === 'country') {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...countries) },
      { weight: 1, arbitrary: fc.constantFrom(...members) },
    )
  }
  if (name !== 'chip') return fc.constantFrom(...members)
  return fc.oneof(fc.constant('custom'), fc.constantFrom(...members))
}

function valueArbitrary(type: ValueType, bounds: Bounds | undefined): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean()
    case 'date':
      return fc.constantFrom('2026-01-15', '2026-06-01', '2026-11-23')
    case 'number':
      return numberArbitrary(type.unit, bounds ?? { min: 0, max: 1 })
    case 'enum':
      return memberArbitrary(type.enum)
    case 'set': {
      const members = scope.enums.get(type.enum)?.declaration.members.map(({ value }) => value)
      return fc.oneof(fc.constant([]), fc.constant(members), fc.subarray(members ?? []))
    }
  }
}

/** Complete facts; what the chip table states is left out, since a table wins over a case. */
const completeFacts: fc.Arbitrary<CaseFacts> = fc
  .record({
    ...Object.fromEntries(
      text.facts.map(({ name, type, bounds }) => [name, valueArbitrary(type, bounds)]),
    ),
    ...Object.fromEntries(
      text.relations.map(({ name, fields }) => {
        const row = Object.fromEntries(
          fields.map((field) => [field.name, valueArbitrary(field.type, field.bounds)]),
        )
        return [name, fc.array(fc.record(row), { maxLength: 3 })]
      }),
    ),
  })
  .map((facts) => {
    const chip = String((facts as CaseFacts)['chip'])
    const row = scope.tables.get('chips')?.declaration.rows[chip] ?? {}
    const tabled = text.facts.filter(
      ({ prefill }) => prefill && (row[prefill.column] ?? null) !== null,
    )
    const names = new Set(tabled.map(({ name }) => name))
    return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.has(name)))
  })

const reading = fc.record({ asOf: fc.constantFrom(...days), mode: fc.constantFrom(...modes) })
const parameters = { restrictedLppLimit: 1_000_000, expandedControlTpp: 2000 }

/** Quantities that the law does not have on every day or for every item: a gap is the right word. */
const mayHaveNoRule = [
  'performanceDensity',
  'memoryBandwidthDensity',
  'lppLimit',
  'veuInstalledBase',
  'awardMinimum',
  'awardMaximum',
]

function troubles({ outcome, outputs }: Decision): readonly string[] {
  return Object.entries({ determination: outcome, ...outputs }).flatMap(([name, verdict]) => {
    if (verdict.kind === 'conflict') return [`${name}: ${verdict.between.join(' / ')}`]
    return verdict.kind === 'gap' && !mayHaveNoRule.includes(name) ? [`${name}: gap`] : []
  })
}

/** The decided outputs of a decision, the outcome included. */
function values({ outcome, outputs }: Decision): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ determination: outcome, ...outputs }).flatMap(([name, verdict]) =>
      verdict.kind === 'value' ? [[name, verdict.value]] : [],
    ),
  )
}

/** With every fact stated, only numbers that are not public and gaps of the text may be left open. */
const openFor = ({ needs }: Decision): readonly string[] =>
  needs.filter(({ kind }) => kind !== 'table' && kind !== 'gap').map(({ name }) => name)

const runs = (numRuns: number) => ({ numRuns })

describe('on random cases, days and readings', () => {
  it('no clauses conflict and none are missing', () => {
    fc.assert(
      fc.property(completeFacts, reading, (facts, { asOf, mode }) => {
        const decision = decided(facts, asOf, mode, parameters)
        expect([...troubles(decision), ...openFor(decision)]).toEqual([])
      }),
      runs(1500),
    )
  })

  it('generated code decides as the interpreter does', () => {
    fc.assert(
      fc.property(completeFacts, reading, (facts, { asOf, mode }) => {
        const generated = decided(facts, asOf, mode, parameters, compiled)
        const { outcome, outputs } = decided(facts, asOf, mode, parameters)
        expect({ outcome: generated.outcome, ...generated.outputs }).toEqual({
          outcome,
          ...outputs,
        })
      }),
      runs(500),
    )
  })

  it('what is decided on some of the facts stays decided on all of them', () => {
    const some = fc.record({
      facts: completeFacts,
      kept: fc.infiniteStream(fc.boolean()),
      reading,
    })
    fc.assert(
      fc.property(some, ({ facts, kept, reading: { asOf, mode } }) => {
        const partial = Object.fromEntries(
          Object.entries(facts).filter(() => kept.next().value === true),
        )
        const early = decided(partial, asOf, mode, parameters)
        expect(troubles(early)).toEqual([])
        const late = values(decided(facts, asOf, mode, parameters))
        expect(late).toMatchObject(values(early))
      }),
      runs(1000),
    )
  })
})
