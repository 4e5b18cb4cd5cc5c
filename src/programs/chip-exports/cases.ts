import type { WorkedCase } from '#rules'
import { h100Malaysia } from './example.ts'

const source =
  'Arithmetic on 15 CFR 740.29(a) and the published TPP: 26,900,000 / 15,832 = 1,699.09'

/** Worked cases with known answers. */
export const cases: readonly WorkedCase[] = [
  {
    id: 'lpp-1699',
    group: '1. LPP yearly limit',
    title: '1,699 H100 SXM stay within the limit',
    source,
    asOf: '2026-11-23',
    mode: 'text',
    facts: { ...h100Malaysia, quantity: 1699 },
    expect: { outcome: 'licenseException', outputs: { exception: 'LPP', shipmentTpp: '26898568' } },
  },
  {
    id: 'lpp-1700',
    group: '1. LPP yearly limit',
    title: 'The 1,700th is over it',
    source,
    asOf: '2026-11-23',
    mode: 'text',
    facts: h100Malaysia,
    expect: { outcome: 'licenseApproval', outputs: { exception: 'none', shipmentTpp: '26914400' } },
  },
]
