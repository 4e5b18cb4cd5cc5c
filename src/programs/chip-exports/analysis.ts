import type { Analysis } from '#rules'

/** How populations of chip exports are weighed and cut: chips and TPP, destinations and chips. */
export const analysis: Analysis = {
  measures: ['chipCount', 'shipmentTpp'],
  dimensions: ['destination', 'chip'],
  opening: {
    baseline: 'text',
    reform: 'proposal:conditional-lpp',
    // The standard limit: as long as it stands there, the proposal restricts nobody.
    parameters: { restrictedLppLimit: '26900000' },
  },
  ranges: {
    restrictedLppLimit: { least: '0', most: '31664000' },
    lppAnnualLimit: { least: '0', most: '60000000' },
    countryAllocation: { least: '0', most: '2000000000' },
    expandedControlTpp: { least: '0', most: '100000' },
    inferenceBandwidth: { least: '0', most: '10000' },
    chinaTppLimit: { least: '0', most: '60000' },
    chinaBandwidthLimit: { least: '0', most: '20000' },
    tppHigh: { least: '0', most: '20000' },
    tppMiddle: { least: '0', most: '20000' },
    tppLow: { least: '0', most: '20000' },
    ownershipThreshold: { least: '0', most: '100' },
  },
  // Dense 1,979 TOPS at 8 bits: 15,832 TPP (data/chips.csv).
  equivalents: [{ unit: 'TPP', amount: '15832', title: 'H100 SXM' }],
}
