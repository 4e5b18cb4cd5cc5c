import { groupDigits } from '../words/numbers.ts'
import type { ChipRow } from './chip-line.ts'

/** Every published number of a chip with its own source, and where sources disagree. */
export function ChipDetail({ row }: { readonly row: ChipRow }) {
  return (
    <div className="chip-detail">
      <dl className="facts">
        {numbersOf(row).map(({ title, value, unit, source }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words(title, value, unit)}</dd>
            <dd className="quiet">
              {source === '' ? '' : `source ${source.replaceAll(';', ', ')}`}
            </dd>
          </div>
        ))}
      </dl>
      {row.conflict === '' ? null : (
        <p>
          <strong>Sources disagree.</strong> {row.conflict}
        </p>
      )}
      {row.alternativeNames.length === 0 ? null : (
        <p className="quiet small">Also called {row.alternativeNames.join(', ')}.</p>
      )}
    </div>
  )
}

function words(title: string, value: string | null, unit: string): string {
  if (value === null) return 'not public'
  if (unit === 'TOPS' && value === '0') return 'none claimed'
  return title === 'Year' ? value : `${groupDigits(value)} ${unit}`
}

function numbersOf(row: ChipRow) {
  return [
    {
      title: 'Dense rate at 4 bits',
      value: row.dense4BitTops,
      unit: 'TOPS',
      source: row.dense4BitTopsSource,
    },
    {
      title: 'Dense rate at 8 bits',
      value: row.dense8BitTops,
      unit: 'TOPS',
      source: row.dense8BitTopsSource,
    },
    {
      title: 'Dense rate at 16 bits',
      value: row.dense16BitTops,
      unit: 'TOPS',
      source: row.dense16BitTopsSource,
    },
    {
      title:
        row.dieAreaEstimated === true ? 'Applicable die area (estimated)' : 'Applicable die area',
      value: row.applicableDieAreaMm2,
      unit: 'mm²',
      source: row.applicableDieAreaMm2Source,
    },
    {
      title: `Memory (${row.memoryType})`,
      value: row.memoryGb,
      unit: 'GB',
      source: row.memoryGbSource,
    },
    {
      title: 'Memory bandwidth',
      value: row.memoryBandwidthGbPerS,
      unit: 'GB/s',
      source: row.memoryBandwidthGbPerSSource,
    },
    {
      title: 'Interconnect',
      value: row.interconnectGbPerS,
      unit: 'GB/s',
      source: row.interconnectGbPerSSource,
    },
    { title: 'Year', value: row.year, unit: '', source: row.yearSource },
  ]
}
