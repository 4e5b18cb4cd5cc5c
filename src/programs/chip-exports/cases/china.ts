import { group, ordinary, row, specification, to } from './shared.ts'

const certifications = [
  'sufficientSupply',
  'noOrderDelay',
  'noFoundryDiversion',
  'remoteAccessControls',
]
const conditions = {
  certifications,
  testedInUsLaboratory: true,
  usCustomerUnits: 10_000,
  chinaUnitsToDate: 0,
}
const h200 = { ...ordinary, ...to('CN'), ...conditions, chip: 'H200 SXM' }
const caseByCase = { outcome: 'licenseCaseByCase', outputs: { chinaCaseByCase: true } }
const denied = { outcome: 'licenseDenialPresumed', outputs: { chinaCaseByCase: false } }
const limits = specification({
  dense16BitTops: 0,
  dense8BitTops: 2624.99,
  memoryBandwidth: 6499,
  coPackagedHbm: true,
  commerciallyAvailableInUs: true,
})

/** Groups 9 and 11: the review policy of January 2026, and high bandwidth memory. */
export const chinaCases = [
  ...group(
    '9. January 2026 review for China',
    '91 FR 1684 (15 CFR 742.6(b)(10)(iii)(A)(1)); conditions as listed by four law firms that agree',
    h200,
    [
      row(
        'h200-us',
        'H200 from the United States, all conditions met: case by case',
        {},
        caseByCase,
      ),
      row('h200-us-enforced', 'The same as enforced', {}, caseByCase, { mode: 'enforced' }),
      row(
        'h200-day-before',
        'The day before: presumption of denial',
        {},
        { outcome: 'licenseDenialPresumed' },
        { asOf: '2026-01-14', mode: 'enforced' },
      ),
      row('h200-first-day', 'From 2026-01-15 on', {}, caseByCase, {
        asOf: '2026-01-15',
        mode: 'enforced',
      }),
      row('h200-macau', 'To Macau likewise', to('MO'), caseByCase),
      row('h200-hong-kong', 'To Hong Kong likewise', to('HK'), caseByCase),
      row(
        'h200-singapore',
        'The same H200 reexported from Singapore: presumption of denial',
        { transaction: 'reexport' },
        denied,
      ),
      row(
        'h200-in-china',
        'Transferred within China: presumption of denial',
        { transaction: 'inCountryTransfer' },
        denied,
      ),
      row(
        'h200-elsewhere',
        'To a company headquartered in China but located in Malaysia: presumption of denial',
        to('MY', 'CN'),
        denied,
      ),
      row('b200-china', 'B200: 36,000 and 7,700 are both over', { chip: 'B200' }, denied),
      row(
        'mi325x-china',
        'MI325X passes by 81 TPP and 500 GB/s',
        { chip: 'MI325X' },
        { outcome: 'licenseCaseByCase', outputs: { totalProcessingPerformance: '20919.2' } },
      ),
      row('limits-below', '20,999.92 and 6,499 are below both limits', limits, {
        outcome: 'licenseCaseByCase',
        outputs: { totalProcessingPerformance: '20999.92' },
      }),
      row(
        'limit-tpp',
        'Exactly 21,000 is not less than 21,000',
        { ...limits, dense8BitTops: 2625 },
        denied,
      ),
      row(
        'limit-bandwidth',
        'Exactly 6,500 GB/s is not less than 6,500',
        { ...limits, memoryBandwidth: 6500 },
        denied,
      ),
      row(
        'h200-not-available',
        'A chip not on sale in the United States on 2026-01-15',
        { ...limits, commerciallyAvailableInUs: false },
        denied,
      ),
      ...certifications.map((one) =>
        row(
          `h200-without-${one.toLowerCase()}`,
          'A certification is missing',
          { certifications: certifications.filter((other) => other !== one) },
          denied,
        ),
      ),
      row(
        'h200-no-laboratory',
        'No test in a US laboratory',
        { testedInUsLaboratory: false },
        denied,
      ),
      row(
        'h200-military',
        'For a military end user',
        { restrictedUses: ['militaryEndUse'] },
        { outcome: 'licenseDenialPresumed', outputs: { endUse: true, chinaCaseByCase: false } },
      ),
      row(
        'h200-unknown',
        'Whether it will be tested is not known: cannot tell',
        { testedInUsLaboratory: { unknown: 'notAsked' } },
        { outcome: 'undetermined', needs: ['testedInUsLaboratory'] },
      ),
    ],
  ),
  ...group(
    '11. High bandwidth memory',
    '15 CFR 774 supplement 1, ECCN 3A090.c (more than 2 GB/s per mm²); 15 CFR 740.25 in summary (below 3.3)',
    {
      ...ordinary,
      ...to('CN'),
      itemKind: 'highBandwidthMemory',
      hbmExporterEligible: true,
      hbmDirectToPackager: true,
    },
    [
      row(
        'hbm3-china',
        'A bare HBM3 stack (819 GB/s on 110 mm²) to China: 3A090.c, too dense for License Exception HBM',
        { hbmBandwidth: 819, hbmArea: 110 },
        {
          outcome: 'licenseDenialPresumed',
          outputs: { eccn: '3A090.c', memoryBandwidthDensity: '7.45', hbm: false, nac: false },
        },
      ),
      row(
        'hbm2-china',
        'An older stack (256 GB/s on 92 mm²) to a packaging site: License Exception HBM, not NAC',
        {
          hbmBandwidth: 256,
          hbmArea: 92,
          daysSinceNotification: 25,
          nacConfirmation: true,
        },
        {
          outcome: 'licenseException',
          outputs: {
            eccn: '3A090.c',
            exception: 'HBM',
            nac: false,
            memoryBandwidthDensity: '2.78',
          },
        },
      ),
      row(
        'hbm2-trader',
        'The same stack to a trader: not available',
        { hbmBandwidth: 256, hbmArea: 92, hbmDirectToPackager: false },
        { outcome: 'licenseDenialPresumed', outputs: { hbm: false } },
      ),
      row(
        'hbm-below-3-3',
        'Just below 3.3: available',
        { hbmBandwidth: 362, hbmArea: 110 },
        { outcome: 'licenseException', outputs: { exception: 'HBM' } },
      ),
      row(
        'hbm-exactly-3-3',
        'Exactly 3.3: not available',
        { hbmBandwidth: 363, hbmArea: 110 },
        { outcome: 'licenseDenialPresumed', outputs: { hbm: false } },
      ),
      row(
        'hbm-exactly-2',
        'Exactly 2 is not more than 2: not 3A090.c',
        { hbmBandwidth: 220, hbmArea: 110 },
        { outcome: 'noLicenseRequirement', outputs: { eccn: 'notAdvancedComputing' } },
      ),
      row(
        'hbm-malaysia',
        'To a Malaysian company: no license by destination',
        { ...to('MY'), hbmBandwidth: 819, hbmArea: 110 },
        { outcome: 'noLicenseRequirement', outputs: { eccn: '3A090.c' } },
      ),
      row(
        'hbm-vietnam-subsidiary',
        'To the Vietnamese subsidiary of a Chinese company: license',
        { ...to('VN', 'VN', 'CN'), hbmBandwidth: 819, hbmArea: 110 },
        { outcome: 'licenseDenialPresumed', outputs: { regionalStability: true } },
      ),
      row(
        'hbm-2024',
        'Before December 2024 HBM was not 3A090',
        { hbmBandwidth: 819, hbmArea: 110 },
        { outcome: 'noLicenseRequirement', outputs: { eccn: 'notAdvancedComputing' } },
        { asOf: '2024-12-01' },
      ),
      row(
        'hbm-in-h20',
        'The same memory packaged with a processor (H20): not 3A090.c',
        { itemKind: 'integratedCircuit', chip: 'H20' },
        { outcome: 'noLicenseRequirement', outputs: { eccn: 'notAdvancedComputing' } },
      ),
    ],
  ),
]
