import type { Program } from '../kernel/pure.ts'
import { defineProgram, loadOrThrow } from '../kernel/pure.ts'
import { toyText } from './toy-rules.ts'

/** The invented lake permit as a whole program, for tests of what is made from any program. */
export const lakeProgram: Program = defineProgram({
  id: 'lake',
  title: 'Boats on the lake',
  summary: 'Whether a fleet of boats may sail on the lake.',
  recommendations: [],
  authority: [{ provision: 'Lake Act 1' }],
  rules: loadOrThrow(toyText()),
  groups: [{ id: 'boat', title: 'The boat' }],
  readings: [
    { mode: 'text', title: 'Text', about: 'The Lake Act as it stands.' },
    { mode: 'proposal:marsh', title: 'Marsh reform', about: 'Bill 12.' },
  ],
  headline: ['permitted', 'totalLength'],
  example: { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] },
  cases: [
    {
      id: 'two-boats',
      group: 'limits',
      title: 'Two short boats',
      source: 'Lake Act 2(a)',
      asOf: '2025-06-01',
      mode: 'text',
      facts: { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] },
      expect: { outcome: 'allowed' },
    },
  ],
})
