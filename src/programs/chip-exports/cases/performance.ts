import type { CaseFacts } from '#rules'
import { group, ordinary, row, specification, to } from './shared.ts'

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

/** Groups 3, 4, 6 and 14: performance and its thresholds. */
export const performanceCases = [
  ...group(
    '3. The threshold of 4800',
    '15 CFR 774 supplement 1, ECCN 3A090 Technical Note 2, whose own example this is',
    malaysia,
    [
      row(
        'tpp-600-at-8',
        '600 TOPS at 8 bits: 4,800, so 3A090.a',
        specification({ dense8BitTops: 600, applicableDieArea: 3000 }),
        classified('3A090.a', '4800', '1.6'),
      ),
      row(
        'tpp-300-at-16',
        '300 TFLOPS at 16 bits: 4,800, so 3A090.a',
        specification({ dense16BitTops: 300, applicableDieArea: 3000 }),
        classified('3A090.a', '4800'),
      ),
      row(
        'tpp-below',
        'Just below (4,799.96), for data centers, density above 1.6: 3A090.b',
        specification({ dense4BitTops: 1199.99, applicableDieArea: 2999.97 }),
        classified('3A090.b', '4799.96', '1.6'),
      ),
      row(
        'tpp-below-exact-density',
        'Just below (4,799.36), density exactly 1.6: 3A090.b',
        specification({ dense8BitTops: 599.92, applicableDieArea: 2999.6 }),
        classified('3A090.b', '4799.36', '1.6'),
      ),
      row(
        'tpp-below-density-below',
        'A hundredth of a square millimeter more: density below 1.6, though it reads 1.6 when rounded',
        specification({ dense4BitTops: 1199.99, applicableDieArea: 2999.98 }),
        classified(none, '4799.96', '1.6'),
      ),
      row(
        'tpp-area-unknown',
        '4,800 or more: 3A090.a whatever the die area',
        specification({ dense8BitTops: 600 }),
        { outputs: { eccn: '3A090.a', performanceDensity: 'undetermined' } },
      ),
      row(
        'tpp-area-needed',
        'Between 1,600 and 4,800 the die area decides: cannot tell',
        specification({ dense8BitTops: 300, quantity: 10 }),
        {
          outcome: 'undetermined',
          needs: ['applicableDieArea'],
          outputs: { eccn: 'undetermined' },
        },
      ),
      row(
        'tpp-area-not-needed',
        'Below 1,600 no die area makes it 3A090',
        specification({ dense8BitTops: 199.99 }),
        classified(none, '1599.92'),
      ),
      row(
        'tpp-planar',
        'No die on a non-planar process: no performance density, so neither .a.2 nor .b',
        specification({ dense8BitTops: 599, applicableDieArea: 0 }),
        { outputs: { eccn: none, performanceDensity: 'gap' } },
      ),
      row('tpp-table-unknown', 'MI308X: its rates are not public, so cannot tell', chip('MI308X'), {
        outcome: 'undetermined',
        outputs: { eccn: 'undetermined' },
      }),
      row(
        'tpp-wide-rates',
        'A chip strongest at 64 bits: 80 TFLOPS are 5,120',
        specification({ dense64BitTops: 80, dense16BitTops: 200, applicableDieArea: 800 }),
        classified('3A090.a', '5120', '6.4'),
      ),
    ],
  ),
  ...group(
    '4. H20',
    'Published specification: 296 TOPS at 8 bits, 814 mm², 4.0 TB/s; NVIDIA’s filing of 2025-04-15 on the notice',
    { ...ordinary, ...to('CN'), chip: 'H20', purchaseOrder: true },
    [
      row(
        'h20-text',
        'TPP 2,368, density 2.91: not 3A090 by the text',
        {},
        {
          outcome: 'noLicenseRequirement',
          outputs: { eccn: none, totalProcessingPerformance: '2368', performanceDensity: '2.91' },
        },
      ),
      row(
        'h20-inference-chips',
        'Under the inference-chip proposal (4.0 TB/s, HBM, data centers): 3A090.a',
        { certifications: [], commerciallyAvailableInUs: { unknown: 'unavailable' } },
        { outcome: 'licenseDenialPresumed', outputs: { eccn: '3A090.a', controlledLeg: 'a' } },
        { mode: 'proposal:inference-chips' },
      ),
      row(
        'h20-informed',
        'An exporter that BIS notified in April 2025 needs a license',
        { exporterInformed: true },
        {
          outcome: 'licenseCaseByCase',
          outputs: { individualNotice: true, regionalStability: false, exception: 'none' },
        },
        { asOf: '2025-05-01', mode: 'enforced' },
      ),
      row(
        'h20-not-informed',
        'An exporter that was not notified does not, by that notice',
        {},
        { outcome: 'noLicenseRequirement', outputs: { individualNotice: false } },
        { asOf: '2025-05-01', mode: 'enforced' },
      ),
      row(
        'h20-supercomputer',
        'For a supercomputer in China it does, although it is below 3A090',
        {
          restrictedUses: ['supercomputer'],
          supercomputerFp64: 120,
          supercomputerFp32: 240,
          supercomputerVolume: 40_000,
        },
        {
          outcome: 'licenseDenialPresumed',
          outputs: { endUse: true, isSupercomputer: true },
        },
      ),
    ],
  ),
  ...group(
    '6. Legs of 3A090',
    'Published specifications against 15 CFR 774 supplement 1, ECCN 3A090.a and .b',
    malaysia,
    [
      row(
        'leg-l4',
        'L4: 1,936 and 6.59, so .a.2',
        chip('L4'),
        classified('3A090.a', '1936', '6.59'),
      ),
      row(
        'leg-l40',
        'L40: 2,896 and 4.76, so .b',
        chip('L40'),
        classified('3A090.b', '2896', '4.76'),
      ),
      row(
        'leg-a30',
        'A30: 2,640 and 3.196, so .b.1 but not .b.2',
        chip('A30'),
        classified('3A090.b', '2640', '3.2'),
      ),
      row('leg-l20', 'L20: density 3.14, so none', chip('L20'), classified(none, '1912', '3.14')),
      row('leg-a10', 'A10: density 3.18, so none', chip('A10'), classified(none, '2000', '3.18')),
      row('leg-l2', 'L2: TPP 1,544, so none', chip('L2'), classified(none, '1544', '5.25')),
      row(
        'leg-v100',
        'V100: 2,000 and 2.45, so none',
        chip('V100'),
        classified(none, '2000', '2.45'),
      ),
    ],
  ),
  ...group(
    '14. Inference-chip bandwidth',
    'IFP response of March 2025, recommendation 11: "more than two terabytes per second"',
    malaysia,
    [
      ['3350', 3350, '3.35 TB/s is more', '3A090.a'] as const,
      ['4000', 4000, '4.0 TB/s is more', '3A090.a'] as const,
      ['1600', 1600, '1.6 TB/s is not', none] as const,
      ['2000', 2000, 'Exactly 2.0 TB/s is not more than two', none] as const,
      ['2040', 2040, '2.04 TB/s is more', '3A090.a'] as const,
    ]
      .map(([id, memoryBandwidth, title, eccn]) =>
        row(
          `inference-${id}`,
          title,
          specification({
            dense8BitTops: 100,
            applicableDieArea: 800,
            memoryBandwidth,
            coPackagedHbm: true,
          }),
          classified(eccn),
          { mode: 'proposal:inference-chips' },
        ),
      )
      .concat(
        row(
          'inference-no-hbm',
          'Bandwidth without co-packaged HBM is not enough',
          specification({
            dense8BitTops: 100,
            applicableDieArea: 800,
            memoryBandwidth: 2500,
            coPackagedHbm: false,
          }),
          classified(none),
          { mode: 'proposal:inference-chips' },
        ),
        row(
          'inference-desktop',
          'Nor is a chip that is not for data centers',
          specification({
            dense8BitTops: 100,
            applicableDieArea: 800,
            memoryBandwidth: 2500,
            coPackagedHbm: true,
            designedForDataCenters: false,
          }),
          classified(none),
          { mode: 'proposal:inference-chips' },
        ),
        row(
          'inference-not-law',
          'By the text the bandwidth does not matter',
          specification({
            dense8BitTops: 100,
            applicableDieArea: 800,
            memoryBandwidth: 4000,
            coPackagedHbm: true,
          }),
          classified(none),
        ),
      ),
  ),
]
