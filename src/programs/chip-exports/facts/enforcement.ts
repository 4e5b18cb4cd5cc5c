import { boolFact, numberFact } from '#rules'
import { dollars } from '../units.ts'

const officer = { group: 'enforcement', assertedBy: ['officer', 'analyst'] } as const
const bill = {
  ...officer,
  cite: [{ provision: 'Stop Stealing our Chips Act (S. 1473)', anchor: 'stop-stealing-our-chips' }],
} as const
const act = {
  ...officer,
  cite: [{ provision: '31 U.S.C. 3730(d)', anchor: 'false-claims-act' }],
} as const
const money = { min: 0, max: 5_000_000_000 } as const

/** Facts of awards to people who report violations. */
export const enforcementFacts = {
  fineImposed: numberFact(dollars, {
    ...bill,
    ...money,
    title: 'Fines imposed',
    question: 'How much was imposed in fines for the violation that was reported?',
    why: 'The bill gives awards only where fines exceed a threshold.',
    evidence: ['penaltyOrder'],
    example: 10_000_000,
  }),
  fineCollected: numberFact(dollars, {
    ...bill,
    ...money,
    title: 'Fines collected',
    question: 'How much of these fines has been collected?',
    why: 'An award is a share of what is collected, not of what is imposed.',
    evidence: ['paymentRecord'],
    example: 4_000_000,
  }),
  informantExcluded: boolFact({
    ...bill,
    title: 'Informant excluded from awards',
    question:
      'Is the person who reported excluded from awards, for example as federal staff, a blocked person, or an officer or auditor who learned of it in that role?',
    why: 'The bill excludes some people. The list was read in a summary.',
    example: false,
  }),
  amountRecovered: numberFact(dollars, {
    ...act,
    ...money,
    title: 'Amount recovered in the action',
    question: 'How much was recovered in the action or settlement?',
    why: 'The share of the person who brought the action is a part of it.',
    evidence: ['settlementAgreement'],
    example: 6_000_000,
  }),
  governmentIntervened: boolFact({
    ...act,
    title: 'Government proceeded with the action',
    question: 'Did the government proceed with the action?',
    why: 'The share is larger where the government declined.',
    example: false,
  }),
}
