import type { Population } from '#rules'
import { ordinary } from './population/ordinary.ts'
import { patterns } from './population/patterns.ts'

/** Invented transactions: for trying rules and finding evasions, not for counting real trade. */
export const population: Population = {
  about:
    'Invented chip shipments of 2026. Shares are assumed unless a source says otherwise: results say how rules treat such shipments, not how many there are.',
  columns: ordinary,
  parties: [
    { name: 'exporter', count: 800, source: 'assumed' },
    { name: 'ultimateConsignee', count: 60_000, source: 'assumed' },
    { name: 'parentCompany', count: 20_000, source: 'assumed' },
    { name: 'forwarder', count: 1500, source: 'assumed' },
  ],
  patterns,
}
