import { h100Malaysia } from '../example.ts'
import { group, ordinary, row, to } from './shared.ts'

const authorized = (shipmentTpp: string) => ({
  outcome: 'licenseException',
  outputs: { exception: 'LPP', lpp: true, shipmentTpp },
})
const overLimit = (shipmentTpp: string) => ({
  outcome: 'licenseApproval',
  outputs: { exception: 'none', lpp: false, shipmentTpp },
})
const malaysia = { ...ordinary, ...to('MY') }
const h100 = { ...malaysia, chip: 'H100 SXM' }

/** Groups 1, 2 and 15: License Exception LPP. */
const lppCases = [
  ...group(
    '1. LPP yearly limit',
    'Arithmetic on 15 CFR 740.29(a) and the published TPP: 26,900,000 / 15,832 = 1,699.09',
    malaysia,
    [
      row(
        'lpp-1699',
        '1,699 H100 SXM stay within the limit',
        { ...h100Malaysia, quantity: 1699 },
        authorized('26898568'),
      ),
      row('lpp-1700', 'The 1,700th is over it, by 14,400 TPP', h100Malaysia, overLimit('26914400')),
      row(
        'lpp-h200-1699',
        '1,699 H200 SXM: the same',
        { chip: 'H200 SXM', quantity: 1699 },
        authorized('26898568'),
      ),
      row(
        'lpp-h200-1700',
        '1,700 H200 SXM: over it',
        { chip: 'H200 SXM', quantity: 1700 },
        overLimit('26914400'),
      ),
      row(
        'lpp-mi300x-1285',
        '1,285 MI300X stay within it',
        { chip: 'MI300X', quantity: 1285 },
        authorized('26881172'),
      ),
      row(
        'lpp-mi300x-1286',
        '1,286 MI300X do not',
        { chip: 'MI300X', quantity: 1286 },
        overLimit('26902091.2'),
      ),
      row(
        'lpp-b200-747',
        '747 B200 stay within it',
        { chip: 'B200', quantity: 747 },
        authorized('26892000'),
      ),
      row(
        'lpp-b200-748',
        '748 B200 do not',
        { chip: 'B200', quantity: 748 },
        overLimit('26928000'),
      ),
      row(
        'lpp-b300-480',
        '480 B300 stay within it',
        { chip: 'B300', quantity: 480 },
        authorized('26880000'),
      ),
      row(
        'lpp-b300-481',
        '481 B300 do not',
        { chip: 'B300', quantity: 481 },
        overLimit('26936000'),
      ),
      row(
        'lpp-servers',
        'Servers count all their chips: 213 servers of 8 H100 are 1,704 chips',
        { itemKind: 'computer', chip: 'H100 SXM', chipsPerItem: 8, quantity: 213 },
        { outcome: 'licenseApproval', outputs: { chipCount: '1704', eccn: '4A090.a' } },
      ),
    ],
  ),
  ...group(
    '2. Many consignees under LPP',
    'Arithmetic on 15 CFR 740.29(a): 58 x 1,699 = 98,542 and 100,000 - 98,542 = 1,458, so 59 consignees carry 100,000 H100',
    h100,
    [
      row(
        'lpp-ring-full',
        'Each of 58 consignees takes its whole limit: 1,699',
        { quantity: 1699 },
        authorized('26898568'),
      ),
      row(
        'lpp-ring-last',
        'The 59th takes the remaining 1,458: 100,000 chips moved, each shipment within its limit',
        { quantity: 1458 },
        authorized('23083056'),
      ),
      row(
        'lpp-ring-seen',
        'The shared forwarder and address of such a ring are red flags that must be resolved',
        {
          quantity: 1699,
          diversionFlags: ['vagueAddress', 'unusualForwarder', 'newSinceControls'],
          redFlagsResolved: false,
        },
        { outcome: 'resolveRedFlags', outputs: { unresolvedRedFlags: true, lpp: true } },
      ),
      row(
        'lpp-ring-resolved',
        'Flags that were looked into and resolved do not stand in the way',
        {
          quantity: 1699,
          diversionFlags: ['newSinceControls'],
          redFlagsResolved: true,
        },
        { outcome: 'licenseException', outputs: { unresolvedRedFlags: false } },
      ),
    ],
  ),
  ...group(
    '15. Conditions of LPP',
    '15 CFR 740.29: paragraph (a) as quoted by BIS; the other conditions as described by a carrier’s guide',
    { ...h100, quantity: 1000 },
    [
      row('lpp-good', 'Every condition met', {}, authorized('15832000')),
      row(
        'lpp-distributor',
        'Through a distributor: refused',
        { throughDistributor: true },
        overLimit('15832000'),
      ),
      row(
        'lpp-indirect',
        'Not directly to one ultimate consignee: refused',
        { directToUltimateConsignee: false },
        overLimit('15832000'),
      ),
      row(
        'lpp-no-certificate',
        'Without the consignee’s certificate: refused',
        { consigneeCertificate: false },
        overLimit('15832000'),
      ),
      row(
        'lpp-in-country',
        'Transfer within a country: refused',
        { transaction: 'inCountryTransfer' },
        overLimit('15832000'),
      ),
      row(
        'lpp-reexport',
        'A reexport is covered',
        { transaction: 'reexport' },
        authorized('15832000'),
      ),
      row(
        'lpp-macau',
        'To Macau: refused',
        { ...to('MO'), certifications: [] },
        { outcome: 'licenseDenialPresumed', outputs: { lpp: false } },
      ),
      row('lpp-d5', 'To a country of D:5 (Afghanistan): refused', to('AF'), {
        outcome: 'licenseDenialPresumed',
        outputs: { lpp: false },
      }),
      row(
        'lpp-saudi',
        'To Saudi Arabia (D:4): available, on one of two readings of 740.2(a)(9)(ii)',
        to('SA'),
        authorized('15832000'),
      ),
      row(
        'lpp-listed',
        'To a party on the Entity List: exceptions are barred',
        { partyListing: 'entityList' },
        { outcome: 'licenseDenialPresumed', outputs: { lpp: false, endUser: true } },
      ),
      row(
        'lpp-unverified',
        'To a party on the Unverified List: exceptions are barred',
        { partyListing: 'unverifiedList' },
        { outcome: 'licenseApproval', outputs: { lpp: false, endUser: false } },
      ),
      row(
        'lpp-december',
        'December 31: what was used this year counts',
        { lppUsedThisYear: 26_000_000 },
        { outcome: 'licenseApproval', outputs: { lpp: false } },
        { asOf: '2026-12-31' },
      ),
      row(
        'lpp-january',
        'January 1: a new calendar year, not twelve months later',
        { lppUsedThisYear: 0 },
        authorized('15832000'),
        { asOf: '2027-01-01' },
      ),
      row(
        'lpp-unknown-use',
        'What the consignee has used this year is not known: cannot tell',
        { lppUsedThisYear: { unknown: 'notAsked' } },
        { outcome: 'undetermined', needs: ['lppUsedThisYear'] },
      ),
    ],
  ),
]

const allocation = { ...h100, throughDistributor: true }

/** Groups 10 and 16: volumes that are counted over many shipments. */
const volumeCases = [
  ...group(
    '10. Half of US volume',
    '91 FR 1684 as read by four law firms: China and Macau together at most 50 percent of units shipped to US end-use customers',
    {
      ...ordinary,
      ...to('CN'),
      chip: 'H200 SXM',
      certifications: [
        'sufficientSupply',
        'noOrderDelay',
        'noFoundryDiversion',
        'remoteAccessControls',
      ],
      testedInUsLaboratory: true,
      usCustomerUnits: 10_000,
      chinaUnitsToDate: 4900,
    },
    [
      row(
        'half-100',
        '10,000 in the US, 4,900 to China so far: 100 more are exactly half',
        { quantity: 100 },
        { outcome: 'licenseCaseByCase', outputs: { chinaCaseByCase: true } },
      ),
      row(
        'half-101',
        '101 more are over half',
        { quantity: 101 },
        { outcome: 'licenseDenialPresumed', outputs: { chinaCaseByCase: false } },
      ),
      row(
        'half-unknown',
        'What went to China so far is not known: cannot tell',
        { quantity: 100, chinaUnitsToDate: { unknown: 'unavailable' } },
        { outcome: 'undetermined', needs: ['chinaUnitsToDate'] },
      ),
    ],
  ),
  ...group(
    '16. Country allocation and VEU base',
    '90 FR 4544: 790,000,000 TPP for 2025-2027 as described by analysts; 790,000,000 / 15,832 = 49,898.9',
    allocation,
    [
      row(
        'allocation-49898',
        '49,898 H100 are within the country’s allocation',
        { quantity: 49_898 },
        { outcome: 'licenseApproval', outputs: { shipmentTpp: '789985136' } },
      ),
      row(
        'allocation-49899',
        'One more is over it',
        { quantity: 49_899 },
        { outcome: 'licenseDenial', outputs: { shipmentTpp: '790000968', review: 'denial' } },
      ),
      row(
        'allocation-used',
        'What has been used already counts',
        { quantity: 1000, countryAllocationUsed: 785_000_000 },
        { outcome: 'licenseDenial', outputs: { review: 'denial' } },
      ),
      row(
        'allocation-germany',
        'Countries of supplement 5(a) have no allocation',
        { ...to('DE'), quantity: 49_899 },
        { outcome: 'licenseApproval', outputs: { review: 'presumptionOfApproval' } },
      ),
      row(
        'allocation-enforced',
        'As enforced there is no allocation, and no requirement for Malaysia',
        { quantity: 49_899 },
        { outcome: 'noLicenseRequirement', outputs: { review: 'none', exception: 'notNeeded' } },
        { mode: 'enforced' },
      ),
      row(
        'veu-attrition',
        'The installed base of a VEU falls with attrition: 1,000,000 received, 100,000 lost',
        { validatedEndUser: true, veuReceived: 1_000_000, veuAttrition: 100_000 },
        { outcome: 'licenseException', outputs: { exception: 'VEU', veuInstalledBase: '900000' } },
      ),
      row(
        'veu-no-attrition',
        'Without attrition all that was received counts',
        { validatedEndUser: true, veuReceived: 1_000_000, veuAttrition: 0 },
        { outputs: { veuInstalledBase: '1000000' } },
      ),
    ],
  ),
]

export const capCases = [...lppCases, ...volumeCases]
