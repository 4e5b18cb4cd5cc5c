import { describe, expect, test } from 'vitest'
import { printTable, readTable } from './data-tables.ts'
import type { TableSpec } from './data-tables.ts'
import { generatedFiles, storedFile } from './generate-data.ts'
import { chipExpectations } from '../src/programs/chip-exports/data/chip-expectations.generated.ts'
import { chipRows } from '../src/programs/chip-exports/data/chips.generated.ts'
import {
  countryChanges,
  countryRows,
} from '../src/programs/chip-exports/data/countries.generated.ts'
import type { CountryRow } from '../src/programs/chip-exports/data/countries.generated.ts'

describe('the generated files', () => {
  test.each([...generatedFiles()])('%s is what npm run data writes', (file, text) => {
    expect(storedFile(file) === text, `${file} is stale: run npm run data`).toBe(true)
  })
})

const spec: TableSpec = {
  name: 'rows',
  typeName: 'Row',
  about: 'A row.',
  fields: [
    { column: 'name', kind: 'list' },
    { column: 'rate_tops', kind: 'number' },
    { column: 'known', kind: 'flag' },
  ],
}

describe('a table', () => {
  test('keeps numbers as written, - as no rate, ? as unknown', () => {
    const text = 'name,rate_tops,known\na;b,989.50,yes\n,-,no\nc,?,?\n'
    expect(printTable('x.csv', text, spec)).toContain(
      [
        '  { name: ["a","b"], rateTops: "989.50", known: true },',
        '  { name: [], rateTops: "0", known: false },',
        '  { name: ["c"], rateTops: null, known: null },',
      ].join('\n'),
    )
  })

  test.each([
    ['name,rate_tops,known\na,1.234,yes\n', 'x.csv:2 rate_tops is "1.234": write a number with'],
    ['name,rate_tops,known\na,1,maybe\n', 'x.csv:2 known is "maybe": write yes, no or ?'],
    ['name,known\na,yes\n', 'x.csv:2 rate_tops is missing: write a number with'],
    ['name,rate_tops,known\na,1,yes,no\n', 'x.csv:2 has 4 fields, the header has 3'],
    ['name,rate_tops,known\n"a",1,yes\n', 'x.csv:2 holds a quote'],
  ])('refuses %j', (text, message) => {
    expect(() => printTable('x.csv', text, spec)).toThrow(message)
  })

  test('reads fields by the name of their column', () => {
    expect(readTable('x.csv', 'b,a\n1,2\n')).toEqual([{ b: '1', a: '2' }])
  })
})

function tppOf(row: (typeof chipRows)[number]): number | null {
  const rates = [row.dense4BitTops, row.dense8BitTops, row.dense16BitTops]
  if (rates.includes(null)) return null
  return Math.max(...rates.map((rate, index) => Number(rate) * [4, 8, 16][index]!))
}

describe('the chips', () => {
  test('are 48 of the reference and three more variants of one row, each by one name', () => {
    expect(chipRows).toHaveLength(51)
    const names = chipRows.flatMap((row) => [row.name, ...row.alternativeNames])
    const lower = names.map((name) => name.toLowerCase())
    expect(lower.filter((name, index) => lower.indexOf(name) !== index)).toEqual([])
  })

  test('give the total processing performance that the reference prints', () => {
    const differing = chipRows.flatMap((row, index) => {
      const tpp = tppOf(row)
      const printed = chipExpectations[index]!.expectedTpp
      if (tpp === null || printed === null) return tpp === printed ? [] : [row.name]
      return Math.abs(tpp - Number(printed)) < 1 ? [] : [`${row.name}: ${tpp}, printed ${printed}`]
    })
    // The 16-bit rate of this chip gives more than the 8-bit rate the reference used.
    expect(differing).toEqual(['H100 NVL: 13368, printed 13364'])
  })

  test('name a source for every number, and say where nobody has checked one', () => {
    const unsourced = chipRows.filter(
      (row) =>
        (row.memoryBandwidthGbPerS !== null && row.memoryBandwidthGbPerSSource === '') ||
        (row.interconnectGbPerS !== null && row.interconnectGbPerSSource === '') ||
        (row.applicableDieAreaMm2 !== null && row.applicableDieAreaMm2Source === '') ||
        (row.dense8BitTops !== null && row.dense8BitTops !== '0' && row.dense8BitTopsSource === ''),
    )
    expect(unsourced.map((row) => row.name)).toEqual([])
  })
})

const groupSizes: [keyof CountryRow, number][] = [
  ['a1', 40],
  ['a5', 38],
  ['a6', 8],
  ['d1', 24],
  ['d4', 21],
  ['d5', 22],
  ['e1', 3],
  ['e2', 1],
  ['supplement5a', 18],
]

describe('the countries', () => {
  const own = countryRows.filter((row) => row.iso !== 'HK' && row.iso !== 'LI')

  test.each(groupSizes)('%s has %i members of its own', (group, size) => {
    expect(own.filter((row) => row[group] === true)).toHaveLength(size)
  })

  test('treat Hong Kong as China, keep Macau out of D:5, and name each destination once', () => {
    const row = (iso: string) => countryRows.find((country) => country.iso === iso)!
    expect([row('HK').d5, row('HK').chinaOrMacau]).toEqual([true, true])
    expect([row('MO').d5, row('MO').d1, row('MO').chinaOrMacau]).toEqual([false, true, true])
    expect([row('AE').a5, row('AE').d4]).toEqual([true, false])
    expect([row('IL').a6, row('IL').d4]).toEqual([true, true])
    const names = countryRows.flatMap((country) => [country.name, ...country.alternativeNames])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('changes name a known country and a group column', () => {
    for (const { iso, countryGroup } of countryChanges) {
      expect(countryRows.some((row) => row.iso === iso)).toBe(true)
      expect(groupSizes.some(([group]) => group === countryGroup) || countryGroup === 'd3').toBe(
        true,
      )
    }
  })
})
