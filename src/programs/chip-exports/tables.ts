import type { TableDeclaration } from '#rules'
import { scaledInteger } from '#rules'
import type { CountryRow } from './data/countries.generated.ts'
import { chipRows } from './data/chips.generated.ts'
import { countryChanges, countryRows } from './data/countries.generated.ts'
import { gigabytesPerSecond, squareMillimeters, tops } from './units.ts'

const bool = { kind: 'bool' } as const
const numberIn = (unit: { readonly name: string }) => ({ kind: 'number', unit: unit.name }) as const

const scaled = (text: string | null, unit: { readonly scale: number }): number | null =>
  text === null ? null : (scaledInteger(text, unit.scale) ?? null)

/** Published specifications by chip; what is not public is null and stays unknown. */
export const chipTable: TableDeclaration = {
  name: 'chips',
  title: 'Chip specifications',
  keyEnum: 'chip',
  cite: [
    { provision: 'Published specifications, per number (data/chips.csv)', anchor: 'Chip data' },
  ],
  verifiedAt: '2026-11-23',
  columns: {
    dense4BitTops: numberIn(tops),
    dense8BitTops: numberIn(tops),
    dense16BitTops: numberIn(tops),
    applicableDieArea: numberIn(squareMillimeters),
    memoryBandwidth: numberIn(gigabytesPerSecond),
    interconnect: numberIn(gigabytesPerSecond),
    coPackagedHbm: bool,
    dataCenter: bool,
    commerciallyAvailableUs: bool,
    designedInMacauOrD5: bool,
  },
  rows: Object.fromEntries(
    chipRows.map((row) => [
      row.name,
      {
        dense4BitTops: scaled(row.dense4BitTops, tops),
        dense8BitTops: scaled(row.dense8BitTops, tops),
        dense16BitTops: scaled(row.dense16BitTops, tops),
        applicableDieArea: scaled(row.applicableDieAreaMm2, squareMillimeters),
        memoryBandwidth: scaled(row.memoryBandwidthGbPerS, gigabytesPerSecond),
        interconnect: scaled(row.interconnectGbPerS, gigabytesPerSecond),
        coPackagedHbm: row.coPackagedHbm,
        dataCenter: row.dataCenter,
        commerciallyAvailableUs: row.commerciallyAvailableUs,
        designedInMacauOrD5: designedInMacauOrD5(row.headquartersCountry),
      },
    ]),
  ),
}

function designedInMacauOrD5(headquarters: string): boolean {
  const row = countryRows.find(({ iso }) => iso === headquarters)
  return headquarters === 'MO' || row?.d5 === true
}

const groups = ['a1', 'a5', 'a6', 'd1', 'd4', 'd5', 'e1', 'e2'] as const
type Group = (typeof groups)[number]

/** The days on which a country is known to have moved between groups, in order. */
export const groupPeriods: readonly { readonly from: string; readonly to?: string }[] = periods()

function periods() {
  const dates = countryChanges.flatMap(({ effectiveDate }) => effectiveDate ?? [])
  const starts = ['2022-10-07', ...[...new Set(dates)].sort()]
  return starts.map((from, index) => {
    const to = starts[index + 1]
    return to === undefined ? { from } : { from, to }
  })
}

/** One table of country groups per period: today's table with later moves undone. */
export const countryTables: readonly TableDeclaration[] = groupPeriods.map(({ from }) => ({
  name: `countryGroupsFrom${from.replaceAll('-', '')}`,
  title: `Country groups from ${from}`,
  keyEnum: 'country',
  cite: [{ provision: '15 CFR 740 supplement 1', anchor: 'country-groups' }],
  verifiedAt: '2026-07-23',
  columns: Object.fromEntries([...groups, 'supplement5a'].map((group) => [group, bool])),
  rows: Object.fromEntries(countryRows.map((row) => [row.iso, membership(row, from)])),
}))

function membership(row: CountryRow, day: string): Record<string, boolean | null> {
  const cells = Object.fromEntries(groups.map((group) => [group, memberOn(row, group, day)]))
  return { ...cells, supplement5a: row.supplement5a }
}

function memberOn(row: CountryRow, group: Group, day: string): boolean | null {
  const moves = countryChanges.filter(
    ({ iso, countryGroup }) => iso === row.iso && countryGroup === group,
  )
  // A move whose date was not found leaves every earlier day unknown, never guessed.
  if (moves.some(({ effectiveDate }) => effectiveDate === null)) {
    return day >= '2026-07-10' ? row[group] : null
  }
  const undone = moves.filter(({ effectiveDate }) => (effectiveDate ?? '') > day)
  return undone.length === 0 ? row[group] : undone.at(0)?.change === 'removed'
}
