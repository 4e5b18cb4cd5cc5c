import { describe, expect, it } from 'vitest'
import { answersByCase } from '../../../testing/answers-by-case.ts'
import { toyText } from '../../../testing/toy-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { columnsOfCases } from '../batch/columns-of-cases.ts'
import type { DecideOptions } from '../decide.ts'
import type { CaseFacts } from '../encode.ts'
import { encodeCase } from '../encode.ts'
import { interpret } from '../evaluate.ts'
import { comparisonDocument } from './comparison-document.ts'
import { PopulationComparer } from './population-comparer.ts'
import { populationReading } from './population-reading.ts'

const rules = loadOrThrow(toyText())
const boat = { zone: 'marsh', length: 5, fleet: 1, motor: false, rescue: false, owners: [] }
const cases = [
  { ...boat, fleet: 4 },
  { ...boat, fleet: 2 },
  { ...boat, fleet: 4, zone: 'north' },
  { ...boat, fleet: 6 },
  // Nobody says how many boats: 5 m or more, and how much more is open.
  { ...boat, fleet: undefined },
  { ...boat, fleet: 4, motor: true },
]

function readingOf(options: DecideOptions) {
  const made = populationReading(rules, options)
  if (!made.ok) throw new Error(made.problems[0]?.message)
  return made.reading
}

function encoded(facts: CaseFacts) {
  const result = encodeCase(rules, facts)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.encoded
}

function compared(baseline: DecideOptions, reform: DecideOptions) {
  const comparer = new PopulationComparer({
    baseline: readingOf(baseline),
    reform: readingOf(reform),
    answers: answersByCase(interpret),
    measures: ['totalLength'],
    dimensions: ['zone'],
    examplesMax: 2,
  })
  comparer.add(columnsOfCases(rules, cases.map(encoded)))
  return comparisonDocument(comparer)
}

const text: DecideOptions = { asOf: '2026-01-15', mode: 'text' }
const marsh: DecideOptions = { asOf: '2026-01-15', mode: 'proposal:marsh' }

describe('a limit of its own for the marsh', () => {
  const found = compared(text, { ...marsh, parameters: { marshLimit: 20 } })

  it('moves the boats that pass it, and only those', () => {
    const cells = found.cells.map(({ from, to, rows, changedRows }) => [
      from,
      to,
      rows,
      changedRows,
    ])
    expect(cells).toEqual([
      ['allowed', 'allowed', 2, 0],
      ['allowed', 'refused', 2, 2],
      ['refused', 'refused', 1, 0],
      ['status:undetermined', 'status:undetermined', 1, 0],
    ])
    expect([found.rows, found.changedRows]).toEqual([6, 2])
  })

  it('tells a member called "refused" from a case that was refused', () => {
    const refused = found.categories.filter(({ key }) => key.endsWith('refused'))
    expect(refused.map(({ key, kind }) => [key, kind])).toEqual([
      ['refused', 'value'],
      ['status:refused', 'refused'],
    ])
    expect(new Set(found.categories.map(({ key }) => key)).size).toBe(found.categories.length)
  })

  it('weighs each cell, and says where the weight is not known', () => {
    const quantities = found.cells.map((cell) => cell.quantities[0])
    expect(found.measures).toEqual([{ name: 'totalLength', title: 'Total length', unit: 'm' }])
    expect(quantities).toEqual([
      { total: '30', unknownRows: 0 },
      { total: '50', unknownRows: 0 },
      { total: '20', unknownRows: 0 },
      { total: '0', unknownRows: 1 },
    ])
  })

  it('keeps the first cases of a cell as they were stated', () => {
    const examples = found.cells[1]?.examples
    expect(examples?.map(({ row }) => row)).toEqual([0, 3])
    expect(examples?.[0]?.facts).toEqual({ ...boat, fleet: 4 })
  })

  it('breaks changes down by the member that cases state', () => {
    const [zone] = found.dimensions
    const members = zone?.members.map(({ value, rows, changedRows }) => [value, rows, changedRows])
    expect(members).toEqual([
      ['marsh', 5, 2],
      ['north', 1, 0],
    ])
    expect(zone?.members[0]?.cells).toMatchObject([{ from: 'allowed', to: 'refused', rows: 2 }])
  })

  it('names the clause that makes the difference, and what it is carried through', () => {
    expect(
      found.attribution.map(({ definition, origin, rows }) => [definition, origin, rows]),
    ).toEqual([
      ['outcome', 'carried', 2],
      ['permitted', 'itself', 2],
    ])
    const [outcome, permitted] = found.attribution
    const parts = permitted?.clauses.map((one) => [one.clause, one.addedRows, one.droppedRows])
    expect(parts).toEqual([
      ['general', 0, 2],
      ['marsh limit', 2, 0],
    ])
    expect(permitted?.clauses[1]).toMatchObject({ cite: [{ provision: 'Bill 12 s. 1' }] })
    expect(permitted?.text).toMatchObject({ added: ['marsh limit'], dropped: [] })
    expect(outcome?.text).toEqual({ added: [], dropped: [], parameters: [] })
  })
})

it('counts what a number nobody has set leaves open', () => {
  const { cells } = compared(text, marsh)
  expect(cells.map(({ from, to, rows }) => `${from} to ${to}: ${rows}`)).toEqual([
    'allowed to allowed: 1',
    'allowed to status:undetermined: 3',
    'refused to refused: 1',
    'status:undetermined to status:undetermined: 1',
  ])
})

it('finds the parameter when only a number moves, and gives both its values', () => {
  const found = compared(
    { ...marsh, parameters: { marshLimit: 30 } },
    { ...marsh, parameters: { marshLimit: 10 } },
  )
  const [, permitted] = found.attribution
  expect(permitted?.text).toEqual({
    added: [],
    dropped: [],
    parameters: [
      { parameter: 'marshLimit', title: 'Marsh limit', unit: 'm', baseline: '30', reform: '10' },
    ],
  })
  expect(found.baseline.assumedParameters).toEqual({ marshLimit: '30' })
  expect(found.changedRows).toBe(2)
})

it('refuses a measure that is no quantity and a dimension that is no list of members', () => {
  const answers = answersByCase(interpret)
  const plan = { baseline: readingOf(text), reform: readingOf(marsh), answers }
  expect(() => new PopulationComparer({ ...plan, dimensions: ['motor'] })).toThrow(/"motor"/)
  const comparer = new PopulationComparer({ ...plan, measures: ['permitted'] })
  expect(() => comparisonDocument(comparer)).toThrow(/"permitted" is no numeric definition/)
})
