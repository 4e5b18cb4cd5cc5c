import type { AnalystQuestions } from '#rules'
import { loopholes } from './loopholes.ts'

/** From the mildest answer to the strictest; answers of another kind are left aside. */
const strictness = [
  'noLicenseRequirement',
  'licenseException',
  'licenseApproval',
  'licenseCaseByCase',
  'licenseDenialPresumed',
  'licenseDenial',
] as const
const withoutLicense = ['noLicenseRequirement', 'licenseException'] as const

/** What analysts of chip exports ask beyond what can be asked of every program. */
export const questions: AnalystQuestions = {
  never: [
    {
      name: 'denied-person',
      statement: 'A transaction with a denied person never goes ahead',
      definition: 'determination',
      given: { partyListing: ['deniedPerson'] },
      never: strictness,
    },
    {
      name: 'embargoed-destination',
      statement: 'Nothing goes to an embargoed destination without a license',
      definition: 'determination',
      given: { embargo: [true] },
      never: [...withoutLicense, 'licenseApproval', 'licenseCaseByCase'],
    },
    {
      name: 'barred-exception',
      statement: 'Where license exceptions are barred, none authorizes a shipment',
      definition: 'authorized',
      given: { exceptionBarred: [true] },
      never: [true],
    },
    {
      name: 'lpp-to-macau-or-d5',
      statement: 'License Exception LPP never reaches Macau or Country Group D:5',
      definition: 'lpp',
      given: { destinationMacauD5: [true] },
      never: [true],
    },
  ],
  monotone: [
    {
      name: 'more-chips',
      statement: 'More chips never lead to a milder answer',
      definition: 'determination',
      fact: 'quantity',
      order: strictness,
    },
    {
      name: 'faster-chip',
      statement: 'A faster chip never falls under a milder leg of 3A090',
      definition: 'controlledLeg',
      fact: 'dense8BitTops',
      order: ['none', 'b', 'a'],
    },
    {
      name: 'larger-die',
      statement: 'A larger die never takes a chip of the same performance out of a leg of 3A090',
      definition: 'controlledLeg',
      fact: 'applicableDieArea',
      order: ['none', 'b', 'a'],
    },
    {
      name: 'more-used',
      statement: 'More use of LPP in the year never makes LPP available again',
      definition: 'lpp',
      fact: 'lppUsedThisYear',
      order: [true, false],
    },
    {
      name: 'more-allocated',
      statement: 'More use of a country’s allocation never leads to a milder review',
      definition: 'itemReview',
      fact: 'countryAllocationUsed',
      order: ['none', 'presumptionOfApproval', 'caseByCase', 'presumptionOfDenial', 'denial'],
    },
  ],
  threshold: [
    {
      name: 'one-more-chip',
      statement: 'One more chip never changes the answer',
      definition: 'determination',
      fact: 'quantity',
    },
    {
      name: 'one-hundredth-of-a-tops',
      statement: 'A hundredth of a TOPS more never changes the leg of 3A090',
      definition: 'controlledLeg',
      fact: 'dense8BitTops',
    },
  ],
  splitting: [
    {
      name: 'two-consignees',
      statement: 'What is not authorized as one order is not authorized as two to two consignees',
      definition: 'determination',
      fact: 'quantity',
      granted: withoutLicense,
    },
    {
      name: 'one-consignee-counted',
      statement:
        'What LPP does not authorize as one order it does not authorize as two in one year',
      definition: 'lpp',
      fact: 'quantity',
      granted: [true],
      running: { fact: 'lppUsedThisYear', adds: 'shipmentTpp' },
    },
  ],
  relabelling: [
    {
      name: 'other-function',
      statement: 'Naming another function of the same item never makes a license unnecessary',
      definition: 'determination',
      labels: ['otherFunction'],
      granted: withoutLicense,
    },
    {
      name: 'not-for-data-centers',
      statement: 'Calling the same chip one that is not for data centers never frees it',
      definition: 'determination',
      labels: ['designedForDataCenters'],
      granted: withoutLicense,
    },
    {
      name: 'kind-of-transaction',
      statement:
        'Calling the same delivery another kind of transaction never makes a license unnecessary',
      definition: 'determination',
      labels: ['transaction'],
      granted: withoutLicense,
    },
  ],
  loopholes,
}
