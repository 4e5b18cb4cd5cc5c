import { declareParameters, numberParameter } from '#rules'
import {
  bandwidthDensity,
  chips,
  days,
  gigabytesPerSecond,
  percent,
  performanceDensity,
  tpp,
} from './units.ts'

/** Numbers of the law and of proposals. Packs give their values, dates and citations. */
export const { use: parameter, declarations: parameterDeclarations } = declareParameters({
  tppHigh: numberParameter(tpp, {
    title: 'TPP threshold of 3A090.a.1',
    why: 'Above it a chip is controlled whatever its area',
    min: 0,
    max: 1_000_000,
  }),
  tppMiddle: numberParameter(tpp, {
    title: 'TPP threshold of 3A090.b.1',
    why: 'Lower bound of the .b leg by TPP',
    min: 0,
    max: 1_000_000,
  }),
  tppLow: numberParameter(tpp, {
    title: 'TPP threshold of 3A090.a.2 and .b.2',
    why: 'Below it no leg of 3A090.a or .b is met',
    min: 0,
    max: 1_000_000,
  }),
  densityHigh: numberParameter(performanceDensity, {
    title: 'Performance density of 3A090.a.2',
    why: 'From it on a chip above the low TPP threshold is .a',
    min: 0,
    max: 1000,
  }),
  densityMiddle: numberParameter(performanceDensity, {
    title: 'Performance density of 3A090.b.2',
    why: 'From it on a chip above the low TPP threshold is .b',
    min: 0,
    max: 1000,
  }),
  densityLow: numberParameter(performanceDensity, {
    title: 'Performance density of 3A090.b.1',
    why: 'Lower bound of density for the .b leg by TPP',
    min: 0,
    max: 1000,
  }),
  interconnect2022: numberParameter(gigabytesPerSecond, {
    title: 'Transfer rate threshold of 2022',
    why: 'The 2022 entry needed this rate as well',
    min: 0,
    max: 100_000,
  }),
  lppAnnualLimit: numberParameter(tpp, {
    title: 'LPP annual limit per ultimate consignee',
    why: 'License Exception LPP ends here',
    min: 0,
    max: 1_000_000_000,
  }),
  countryAllocation: numberParameter(tpp, {
    title: 'Country allocation 2025-2027',
    why: 'Approval is presumed up to here',
    min: 0,
    max: 100_000_000_000,
  }),
  nacNoticeDays: numberParameter(days, {
    title: 'NAC notice period',
    why: 'Days between notification and shipment',
    min: 0,
    max: 1000,
  }),
  hbmExceptionDensityLimit: numberParameter(bandwidthDensity, {
    title: 'Density limit of License Exception HBM',
    why: 'Denser HBM is more sensitive',
    min: 0,
    max: 1000,
  }),
  ownershipThreshold: numberParameter(percent, {
    title: 'Ownership threshold',
    why: 'Listed owners together at or above it bring their restrictions',
    min: 0,
    max: 100,
  }),
  chinaTppLimit: numberParameter(tpp, {
    title: 'TPP limit for case-by-case review to China and Macau',
    why: 'At or above it denial is presumed',
    min: 0,
    max: 1_000_000,
  }),
  chinaBandwidthLimit: numberParameter(gigabytesPerSecond, {
    title: 'DRAM bandwidth limit for case-by-case review to China and Macau',
    why: 'At or above it denial is presumed',
    min: 0,
    max: 1_000_000,
  }),
  inferenceBandwidth: numberParameter(gigabytesPerSecond, {
    title: 'Memory bandwidth above which an inference chip is controlled',
    why: 'The proposal’s threshold',
    min: 0,
    max: 1_000_000,
  }),
  restrictedLppLimit: numberParameter(tpp, {
    title: 'Unconditional LPP limit at a restricted destination',
    why: 'Nobody has set this number',
    min: 0,
    max: 1_000_000_000,
  }),
  expandedControlTpp: numberParameter(tpp, {
    title: 'TPP threshold of the expanded control',
    why: 'Nobody has set this number',
    min: 0,
    max: 1_000_000,
  }),
  gb300EquivalentTpp: numberParameter(tpp, {
    title: 'TPP of one GB300 equivalent',
    why: 'Sources give 60,000 and 61,120; reports of the draft do not define it',
    min: 1,
    max: 1_000_000,
  }),
  draftSimpleReviewUnits: numberParameter(chips, {
    title: 'GB300 equivalents up to which review is simple',
    why: 'Reported tier of the draft',
    min: 0,
    max: 10_000,
  }),
  draftGovernmentUnits: numberParameter(chips, {
    title: 'GB300 equivalents above which governments must agree',
    why: 'Reported tier of the draft',
    min: 0,
    max: 1_000_000,
  }),
})
