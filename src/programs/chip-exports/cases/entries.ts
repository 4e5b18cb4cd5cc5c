import type { CaseFacts } from '#rules'
import { group, ordinary, row, servers, specification, to } from './shared.ts'

const malaysia = { ...ordinary, ...to('MY') }
const chip = (name: string): CaseFacts => ({ chip: name })
const classified = (eccn: string, tpp?: string, density?: string) => ({
  outputs: {
    eccn,
    ...(tpp === undefined ? {} : { totalProcessingPerformance: tpp }),
    ...(density === undefined ? {} : { performanceDensity: density }),
  },
})
const none = 'notAdvancedComputing'

const desktop = { ...ordinary, ...to('CN') }

/** Groups 5, 7 and 8: the rule of 2022, Note 2, and computers. */
export const entryCases = [
  ...group(
    '5. 2022 and 2023',
    '87 FR 62186 (600 GB/s and 4800) and 88 FR 73458 (4800 alone); published link rates',
    { ...ordinary, ...to('CN') },
    [
      row(
        'a800-2022',
        'A800 (400 GB/s) is free under the rule of 2022',
        chip('A800 80 SXM'),
        { outcome: 'noLicenseRequirement', outputs: { eccn: none } },
        { asOf: '2022-12-01' },
      ),
      row(
        'h800-2022',
        'H800 (400 GB/s) is free under the rule of 2022',
        chip('H800 SXM'),
        { outcome: 'noLicenseRequirement', outputs: { eccn: none } },
        { asOf: '2023-11-16' },
      ),
      row(
        'a100-2022',
        'A100 (exactly 600 GB/s) is not',
        chip('A100 80 SXM'),
        {
          outcome: 'licenseDenialPresumed',
          outputs: { eccn: '3A090.a', review: 'presumptionOfDenial' },
        },
        { asOf: '2022-12-01' },
      ),
      row(
        'a800-2023',
        'A800 is 3A090.a under the rule of 2023',
        chip('A800 80 SXM'),
        { outcome: 'licenseDenialPresumed', outputs: { eccn: '3A090.a' } },
        { asOf: '2023-11-17' },
      ),
      row(
        'h800-2023',
        'H800 is 3A090.a under the rule of 2023',
        chip('H800 SXM'),
        { outcome: 'licenseDenialPresumed', outputs: { eccn: '3A090.a' } },
        { asOf: '2023-11-17' },
      ),
      row(
        'a100-macau-2022',
        'Macau was reached from 2023-01-17 only: the day before',
        { ...chip('A100 80 SXM'), ...to('MO') },
        { outcome: 'noLicenseRequirement', outputs: { eccn: '3A090.a' } },
        { asOf: '2023-01-16' },
      ),
      row(
        'a100-macau-2023',
        'Macau was reached from 2023-01-17 only: that day',
        { ...chip('A100 80 SXM'), ...to('MO') },
        { outcome: 'licenseDenialPresumed' },
        { asOf: '2023-01-17' },
      ),
      row(
        'server-2022',
        'A computer with A100 is 4A090 of 2022',
        servers('A100 80 SXM', 8),
        { outcome: 'licenseDenialPresumed', outputs: { eccn: '4A090.a' } },
        { asOf: '2022-12-01' },
      ),
      row(
        'supercomputer-2022',
        'A chip below 3A090 for a supercomputer in China, 2022',
        {
          ...chip('A800 80 SXM'),
          restrictedUses: ['supercomputer'],
          supercomputerFp64: 100,
          supercomputerFp32: 150,
          supercomputerVolume: 41_600,
        },
        { outcome: 'licenseDenialPresumed', outputs: { isSupercomputer: true } },
        { asOf: '2022-12-01' },
      ),
      row(
        'custom-2022',
        'A chip by its specification, 2022: 700 GB/s and 5,000',
        specification({ dense8BitTops: 625, interconnect: 700 }),
        { outcome: 'licenseDenialPresumed', outputs: { totalProcessingPerformance: '5000' } },
        { asOf: '2022-12-01' },
      ),
    ],
  ),
  ...group(
    '7. Chips not for data centers',
    '15 CFR 774 supplement 1, ECCN 3A090 Note 2; 15 CFR 740.8; BIS page on NAC notifications',
    desktop,
    [
      row(
        'rtx4090-nac',
        'RTX 4090 (5,285) to China with a notice of 25 days: NAC',
        { ...chip('RTX 4090'), daysSinceNotification: 25, nacConfirmation: true },
        {
          outcome: 'licenseException',
          outputs: { exception: 'NAC', eccn: '3A090.a', totalProcessingPerformance: '5284.8' },
        },
      ),
      row(
        'rtx4090-24-days',
        'With a notice of 24 days it is not available',
        {
          ...chip('RTX 4090'),
          daysSinceNotification: 24,
          nacConfirmation: true,
          certifications: [],
        },
        { outcome: 'licenseCaseByCase', outputs: { nac: false, exception: 'none' } },
      ),
      row(
        'rtx4090-no-confirmation',
        'Nor without the confirmation number',
        { ...chip('RTX 4090'), daysSinceNotification: 25, certifications: [] },
        { outcome: 'licenseCaseByCase', outputs: { nac: false } },
      ),
      row(
        'rtx4090-no-order',
        'Nor without a purchase order',
        {
          ...chip('RTX 4090'),
          daysSinceNotification: 25,
          nacConfirmation: true,
          purchaseOrder: false,
          certifications: [],
        },
        { outcome: 'licenseCaseByCase', outputs: { nac: false } },
      ),
      row(
        'rtx4090-distributor',
        'Nor with a distributor as a party',
        {
          ...chip('RTX 4090'),
          daysSinceNotification: 25,
          nacConfirmation: true,
          throughDistributor: true,
          certifications: [],
        },
        { outcome: 'licenseCaseByCase', outputs: { nac: false } },
      ),
      row(
        'rtx4090-in-country',
        'A transfer within China needs no notice: ACA',
        { ...chip('RTX 4090'), transaction: 'inCountryTransfer' },
        { outcome: 'licenseException', outputs: { exception: 'ACA', nac: false } },
      ),
      row(
        'rtx4090-vietnam',
        'To Vietnam (D:1): ACA, as the text stands',
        { ...chip('RTX 4090'), ...to('VN') },
        { outcome: 'licenseException', outputs: { aca: true } },
      ),
      row(
        'rtx4090-vietnam-enforced',
        'To Vietnam (D:1): ACA, as enforced',
        { ...chip('RTX 4090'), ...to('VN') },
        { outcome: 'licenseException', outputs: { exception: 'ACA' } },
        { mode: 'enforced' },
      ),
      row(
        'rtx4090-vietnam-2024',
        'To Vietnam in 2024: ACA',
        { ...chip('RTX 4090'), ...to('VN') },
        { outcome: 'licenseException', outputs: { exception: 'ACA' } },
        { asOf: '2024-06-01' },
      ),
      row(
        'rtx4090-nac-2023',
        'To China under the rule of 2023, before the policy of April 2024: without a notice denied',
        { ...chip('RTX 4090') },
        { outcome: 'licenseDenialPresumed', outputs: { nac: false } },
        { asOf: '2023-12-01' },
      ),
      row(
        'h100-nac',
        'NAC is not for data center chips of 3A090.a',
        {
          ...chip('H100 SXM'),
          daysSinceNotification: 25,
          nacConfirmation: true,
          certifications: [],
        },
        { outcome: 'licenseDenialPresumed', outputs: { nac: false } },
      ),
      row(
        'l40-nac',
        'NAC covers 3A090.b made for data centers (L40)',
        { ...chip('L40'), daysSinceNotification: 30, nacConfirmation: true },
        { outcome: 'licenseException', outputs: { exception: 'NAC', eccn: '3A090.b' } },
      ),
      row(
        'l40-saudi-2024',
        'L40 to Saudi Arabia (D:4) in 2024 without a purchase order: presumption of approval',
        { ...chip('L40'), ...to('SA'), purchaseOrder: false },
        { outcome: 'licenseApproval', outputs: { aca: false } },
        { asOf: '2024-06-01' },
      ),
      row('rtx4090d', 'RTX 4090D (4,707) is excluded by Note 2', chip('RTX 4090D'), {
        outcome: 'noLicenseRequirement',
        outputs: { eccn: none, parameterLeg: 'a' },
      }),
      row('rtx5090d', 'RTX 5090D (4,750) is excluded by Note 2', chip('RTX 5090D'), {
        outcome: 'noLicenseRequirement',
        outputs: { eccn: none, totalProcessingPerformance: '4750' },
      }),
      row(
        'rtx4090d-server',
        'And so a server with it is in no .z paragraph',
        servers('RTX 4090D', 8, '5A992'),
        { outcome: 'noLicenseRequirement', outputs: { eccn: none } },
      ),
    ],
  ),
  ...group(
    '8. Servers',
    '15 CFR 774 supplement 1, ECCN 4A090 and the .z paragraphs; Note 4 to 3A090',
    { ...malaysia, quantity: 10 },
    [
      row('server-4a090', '8 H100, no other function: 4A090.a', servers('H100 SXM', 8), {
        outputs: { eccn: '4A090.a', chipCount: '80' },
      }),
      row(
        'server-4a090b',
        '8 L40, no other function: 4A090.b',
        servers('L40', 8),
        classified('4A090.b'),
      ),
      ...(
        [
          ['3A001', '3A001.z.a', '3A001.z.b'],
          ['4A003', '4A003.z.a', '4A003.z.b'],
          ['4A004', '4A004.z.1', '4A004.z.2'],
          ['4A005', '4A005.z.1', '4A005.z.2'],
          ['5A002', '5A002.z.a', '5A002.z.b'],
          ['5A004', '5A004.z.a', '5A004.z.b'],
          ['5A992', '5A992.z.1', '5A992.z.2'],
        ] as const
      ).flatMap(([entry, a, b]) => [
        row(
          `server-${entry.toLowerCase()}-a`,
          `8 H100 in an item of ${entry}: ${a}`,
          { ...servers('H100 SXM', 8, entry), otherControlsRequireLicense: false },
          { outcome: 'licenseException', outputs: { eccn: a, exception: 'LPP' } },
        ),
        row(
          `server-${entry.toLowerCase()}-b`,
          `8 L40 in an item of ${entry}: ${b}`,
          { ...servers('L40', 8, entry), otherControlsRequireLicense: false },
          { outcome: 'noLicenseRequirement', outputs: { eccn: b } },
        ),
      ]),
      row(
        'server-rtx4090d',
        '8 RTX 4090D: neither 4A090 nor a .z paragraph',
        servers('RTX 4090D', 8, '4A003'),
        { outcome: 'noLicenseRequirement', outputs: { eccn: none } },
      ),
      row('server-h20', '8 H20: chips are not added up', servers('H20', 8), classified(none)),
      row(
        'server-other-reason',
        'As enforced 4A003.z may need a license for national security all the same',
        { ...servers('H100 SXM', 8, '4A003'), otherControlsRequireLicense: true },
        {
          outcome: 'licenseCaseByCase',
          outputs: { otherControls: true, regionalStability: false },
        },
        { mode: 'enforced' },
      ),
      row(
        'server-other-unknown',
        'And without that answer these rules cannot tell',
        servers('H100 SXM', 8, '4A003'),
        { outcome: 'undetermined', needs: ['otherControlsRequireLicense'] },
        { mode: 'enforced' },
      ),
    ],
  ),
]
