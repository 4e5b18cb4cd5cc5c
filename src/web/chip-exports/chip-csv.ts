import type { ChipLine } from './chip-line.ts'

const header = [
  'chip',
  'maker',
  'year',
  'tpp',
  'performance_density_tpp_per_mm2',
  'memory_bandwidth_gb_per_s',
  'classification',
  'whole_chips_under_lpp_limit',
  'note',
]

/** The shown lines as CSV (RFC 4180); what is not public is an empty cell. */
export function chipCsv(lines: readonly ChipLine[]): string {
  const rows = lines.map(({ row, tpp, density, bandwidth, eccn, lppCount }) => [
    row.name,
    row.maker,
    row.year ?? '',
    tpp ?? '',
    density ?? '',
    bandwidth ?? '',
    eccn,
    lppCount === undefined ? '' : String(lppCount),
    row.conflict,
  ])
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  // A cell that a spreadsheet would run as a formula is kept as text.
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
