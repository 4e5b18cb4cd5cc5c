import { describe, expect, it } from 'vitest'
import { lakePopulation } from '../../../testing/lake-population.ts'
import { toyText } from '../../../testing/toy-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { factsAt } from '../batch/case-at.ts'
import { encodeCase } from '../encode.ts'
import type { PopulationChunk } from './generate.ts'
import { populationChunks } from './generate.ts'
import type { Distribution, FactColumn, Population } from './population.ts'

const rules = loadOrThrow(toyText())
type Facts = Readonly<Record<string, unknown>>

function rowsOf(population: Population, rows: number, seed: number, chunkRows = 65_536) {
  const cases: Facts[] = []
  const marks: { pattern: number; group: number; parties: number[] }[] = []
  for (const chunk of populationChunks(rules, population, { rows, seed, chunkRows })) {
    for (let index = 0; index < chunk.columns.count; index++) {
      cases.push(factsAt(chunk.columns, rules, index))
      marks.push({
        pattern: chunk.pattern[index] ?? 0,
        group: chunk.group[index] ?? 0,
        parties: chunk.parties.map((who) => who[index] ?? 0),
      })
    }
  }
  return { cases, marks }
}

const share = (cases: readonly Facts[], holds: (facts: Facts) => boolean): number =>
  cases.filter(holds).length / cases.length

/** A population of one column; `more` come before it. */
const only = (fact: string, as: Distribution, ...more: FactColumn[]): Population => ({
  about: 'one column',
  columns: [...more, { fact, as, source: 'test' }],
  parties: [],
  patterns: [],
})

describe('a population', () => {
  const { cases, marks } = rowsOf(lakePopulation, 20_000, 7)

  it('has the shares that it states', () => {
    expect(cases).toHaveLength(20_000)
    const ordinary = cases.filter((_, index) => marks[index]?.pattern === -1)
    expect(share(ordinary, ({ zone }) => zone === undefined)).toBeCloseTo(0.1, 2)
    expect(share(ordinary, ({ zone }) => zone === 'north')).toBeCloseTo(0.54, 2)
    expect(share(ordinary, ({ zone }) => zone === 'marsh')).toBeCloseTo(0.09, 2)
    expect(share(ordinary, ({ length }) => Number(length) < 6)).toBeCloseTo(0.5, 2)
    expect(share(ordinary, ({ motor }) => motor === true)).toBeCloseTo(0.7, 2)
    expect(share(ordinary, ({ owners }) => owners === undefined)).toBeCloseTo(0.02, 2)
    expect(
      share(ordinary, ({ owners }) => Array.isArray(owners) && owners.length === 1),
    ).toBeCloseTo(0.588, 2)
  })

  it('lets columns depend on those before', () => {
    for (const { zone, fleet, motor, rescue } of cases) {
      if (zone === 'marsh') expect(fleet).toBe(1)
      if (rescue === true) expect(motor).toBe(true)
    }
  })

  it('holds nothing that the rules would refuse', () => {
    for (const facts of cases.slice(0, 2000)) {
      expect(encodeCase(rules, facts)).toMatchObject({ ok: true })
    }
  })

  it('plants whole groups in the stated share, scattered, and marks them', () => {
    const planted = marks.flatMap((mark, row) => (mark.pattern === 0 ? [{ ...mark, row }] : []))
    expect(planted.length / 20_000).toBeCloseTo(0.02, 3)
    for (const leader of new Set(planted.map(({ group }) => group))) {
      const members = planted.filter(({ group }) => group === leader)
      expect(members.length).toBeGreaterThanOrEqual(5)
      expect(members.length).toBeLessThanOrEqual(9)
      expect(members.map(({ row }) => row)).toContain(leader)
      expect(new Set(members.map(({ row }) => cases[row]?.['zone'])).size).toBe(1)
      expect(new Set(members.map(({ parties }) => parties[1])).size).toBe(1)
      expect(new Set(members.map(({ parties }) => parties[0])).size).toBe(members.length)
      const rows = members.map(({ row }) => row)
      expect(Math.max(...rows) - Math.min(...rows)).toBeGreaterThan(members.length)
    }
    for (const { row } of planted) {
      const { zone, length, owners } = cases[row] ?? {}
      const top = zone === 'north' ? 30 : 29
      expect(Number(length)).toBeLessThanOrEqual(top)
      expect(Number(length)).toBeGreaterThanOrEqual(top - 0.5)
      expect(owners).toHaveLength(2)
      expect((owners as { share: number }[])[0]?.share).toBeLessThan(25)
    }
  })

  it('is the same in chunks of any size, from any row, and another for another seed', () => {
    expect(rowsOf(lakePopulation, 20_000, 7, 8192)).toEqual({ cases, marks })
    const request = { rows: 20_000, seed: 7, from: 8192, to: 16_384 }
    const [part] = populationChunks(rules, lakePopulation, request) as Iterable<PopulationChunk>
    expect(factsAt(part?.columns ?? { count: 0, facts: [], relations: [] }, rules, 0)).toEqual(
      cases[8192],
    )
    expect(rowsOf(lakePopulation, 20_000, 8).cases).not.toEqual(cases)
  })

  it('plants no more than half of a block, and copes with few rows', () => {
    const [pattern] = lakePopulation.patterns
    if (!pattern) throw new Error('the population has a pattern')
    const crowded = { ...lakePopulation, patterns: [{ ...pattern, share: 0.9 }] }
    const found = rowsOf(crowded, 10_000, 1).marks.filter((mark) => mark.pattern === 0)
    expect(found.length).toBeGreaterThan(4900)
    expect(found.length).toBeLessThanOrEqual(5000)
    expect(rowsOf(lakePopulation, 0, 1).cases).toEqual([])
    expect(rowsOf(lakePopulation, 3, 1).cases).toHaveLength(3)
  })
})

describe('a population that does not fit its rules', () => {
  const zone: FactColumn = {
    fact: 'zone',
    as: { kind: 'weights', of: { north: 1 } },
    source: 'test',
  }
  it.each<[Population, RegExp]>([
    [only('zne', { kind: 'unknown' }), /there is no fact "zne"/],
    [only('zone', { kind: 'weights', of: { nrth: 1 } }), /zone: zone is "nrth".*no zone/],
    [only('zone', { kind: 'weights', of: {} }), /weights/],
    [only('zone', { kind: 'weights', of: { north: -1, south: 2 } }), /weights/],
    [only('zone', { kind: 'chance', of: 1 }), /zone: it is enum, not bool/],
    [only('length', { kind: 'uniform', min: 0, max: 101 }), /between 0 and 100 m/],
    [only('length', { kind: 'uniform', min: 5, max: 4 }), /the least, 5, is more than the most, 4/],
    [only('length', { kind: 'quantiles', at: [[0, 1]] }), /from share 0 to share 1/],
    [only('fleet', { kind: 'by', column: 'zone', of: {}, otherwise: zone.as }), /no column before/],
    [
      only('fleet', { kind: 'sameAs', column: 'zone', share: 1, otherwise: zone.as }, zone),
      /fleet/,
    ],
    [only('zone', zone.as, zone), /"zone" twice/],
    [
      {
        ...lakePopulation,
        patterns: [
          {
            name: 'p',
            title: '',
            about: '',
            source: '',
            share: 0,
            groupSize: [1, 1],
            each: { depth: { kind: 'unknown' } },
          },
        ],
      },
      /p: "depth" is no column/,
    ],
  ])('is refused at once: %#', (population, message) => {
    expect(() => [...populationChunks(rules, population, { rows: 1, seed: 1 })]).toThrow(message)
  })
})
