import type { LoopholeQuestion } from '#rules'
import { h100Malaysia } from './example.ts'

/** The example's shipment: H100s to a data center, everything about it in order. */
const shipment = h100Malaysia

/** One H100: 1,979 dense 8-bit TFLOPS times 8 bits. Limits in chips count in it. */
const h100Tpp = 15_832

const conditions = (met: boolean) => ({
  locationVerified: met,
  endUsersKnown: met,
  useMetered: met,
  fixedSets: met,
  offlineLicensed: met,
})

/** What the limits of the program are to prevent, and how little it takes to get around them. */
export const loopholes: readonly LoopholeQuestion[] = [
  {
    name: 'h100s-under-lpp',
    statement:
      'The yearly limit of License Exception LPP keeps 100,000 H100s out of one restricted destination',
    definition: 'determination',
    goal: { fact: 'quantity', total: 100_000 },
    entity: ['ultimate consignee', 'ultimate consignees'],
    fixed: { ...shipment, restrictedLppDestination: true },
    classes: [
      {
        name: 'unconditional',
        title: 'no condition of the proposal is met',
        states: conditions(false),
      },
      { name: 'verified', title: 'all five conditions are met', states: conditions(true) },
    ],
    granted: { determination: ['licenseException'], lpp: [true] },
    sweep: {
      parameter: 'restrictedLppLimit',
      axis: 'Unconditional yearly limit at a restricted destination, in H100s',
      from: 50,
      to: 1700,
      step: 50,
      unit: h100Tpp,
    },
    source:
      'IFP response to the AI Action Plan RFI (March 2025), recommendation 10: about 60 consignees of 1,700 H100s each',
  },
]
