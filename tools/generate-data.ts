// `npm run data`: writes the typed fact tables of the programs from their CSV files.
import { readFileSync, writeFileSync } from 'node:fs'
import { printTable } from './data-tables.ts'
import type { FieldKind, FieldSpec, TableSpec } from './data-tables.ts'

const folder = new URL('../src/programs/chip-exports/data/', import.meta.url)

function fields(kind: FieldKind, columns: string): FieldSpec[] {
  return columns.split(' ').map((column) => ({ column, kind }))
}

function sourced(...columns: string[]): FieldSpec[] {
  return columns.flatMap((column) => [
    { column, kind: 'number' } as const,
    { column: `${column}_source`, kind: 'text' } as const,
  ])
}

const chips: TableSpec = {
  name: 'chipRows',
  typeName: 'ChipRow',
  about: 'Rates are dense TOPS at a bit length: null is not public, 0 is no rate claimed.',
  fields: [
    ...fields('text', 'name maker headquarters_country'),
    ...sourced('year'),
    ...fields('list', 'alternative_names'),
    ...sourced('dense_4_bit_tops', 'dense_8_bit_tops', 'dense_16_bit_tops'),
    ...sourced('applicable_die_area_mm2'),
    ...fields('flag', 'die_area_estimated'),
    ...sourced('memory_gb'),
    ...fields('text', 'memory_type'),
    ...sourced('memory_bandwidth_gb_per_s'),
    ...fields('flag', 'co_packaged_hbm data_center'),
    ...sourced('interconnect_gb_per_s'),
    ...fields('flag', 'commercially_available_us'),
    ...fields('text', 'commercially_available_us_source conflict'),
  ],
}

const chipExpectations: TableSpec = {
  name: 'chipExpectations',
  typeName: 'ChipExpectation',
  about: 'What the reference table prints for each chip: an oracle for tests, never an input.',
  fields: [
    ...fields('text', 'name'),
    ...fields('number', 'expected_tpp'),
    ...fields('text', 'expected_performance_density expected_eccn'),
  ],
}

const countries: TableSpec = {
  name: 'countryRows',
  typeName: 'CountryRow',
  about: 'Country groups of 15 CFR 740 supplement 1 on the source date, as a row a destination.',
  fields: [
    ...fields('text', 'iso name'),
    ...fields('list', 'alternative_names'),
    ...fields('flag', 'a1 a5 a6 b d1 d2 d3 d4 d5 e1 e2 supplement_5a'),
    ...fields('text', 'supplement_5a_source'),
    ...fields('flag', 'china_or_macau'),
    ...fields('text', 'source'),
    ...fields('date', 'source_date'),
    ...fields('text', 'note'),
  ],
}

const countryChanges: TableSpec = {
  name: 'countryChanges',
  typeName: 'CountryChange',
  about: 'Moves between country groups before the source date; a date of null was not found.',
  fields: [
    ...fields('text', 'iso country_group change'),
    ...fields('date', 'effective_date'),
    ...fields('text', 'source note'),
  ],
}

const outputs: readonly { file: string; tables: readonly [csv: string, spec: TableSpec][] }[] = [
  { file: 'chips.generated.ts', tables: [['chips.csv', chips]] },
  { file: 'chip-expectations.generated.ts', tables: [['chips.csv', chipExpectations]] },
  {
    file: 'countries.generated.ts',
    tables: [
      ['countries.csv', countries],
      ['country-changes.csv', countryChanges],
    ],
  },
]

/** The generated files of the chip-exports program by name, made from the CSV files as they are. */
export function generatedFiles(): Map<string, string> {
  return new Map(
    outputs.map(({ file, tables }) => {
      const from = [...new Set(tables.map(([csv]) => csv))].join(' and ')
      const parts = tables.map(([csv, spec]) =>
        printTable(csv, readFileSync(new URL(csv, folder), 'utf8'), spec),
      )
      return [file, [`// Made from ${from} by npm run data.`, ...parts].join('\n')]
    }),
  )
}

/** Reads a generated file as it stands in the repository; empty when there is none. */
export function storedFile(file: string): string {
  try {
    return readFileSync(new URL(file, folder), 'utf8')
  } catch {
    return ''
  }
}

if (process.argv[1]?.endsWith('generate-data.ts') === true) {
  for (const [file, text] of generatedFiles()) writeFileSync(new URL(file, folder), text)
}
