import { boolFact, enumFact, numberFact } from '#rules'
import { chip, itemKind, otherFunction, transaction } from '../enums.ts'
import { chips, count, gigabytesPerSecond, squareMillimeters, tops } from '../units.ts'

const item = { group: 'item' } as const
const technicalNotes = [
  {
    provision: '15 CFR 774 supplement 1, ECCN 3A090 Technical Notes 1-4',
    anchor: '3A090-technical-notes',
  },
]
const entry = [{ provision: '15 CFR 774 supplement 1, ECCN 3A090', anchor: '3A090.a' }]
const prohibitionTen = [
  { provision: '15 CFR 736.2(b)(10)', anchor: 'general-prohibition-10' },
  { provision: 'BIS guidance of 2025-05-13', anchor: 'general-prohibition-10' },
]
const fromTable = (column: string) => ({ table: 'chips', key: 'chip', column })

const rate = (bits: number) =>
  ({
    ...item,
    title: `Dense rate at ${bits} bits`,
    question: `What is the highest dense rate the maker claims at ${bits} bits, in TOPS or TFLOPS?`,
    hint: 'The dense value, not the sparse one. Enter 0 if the maker claims no rate at this length.',
    why: 'Total processing performance is the highest, over all lengths, of rate times bit length.',
    cite: technicalNotes,
    min: 0,
    max: 800_000 / bits,
    example: 989.5,
  }) as const

/** Facts about what is shipped. */
export const itemFacts = {
  subjectToEar: boolFact({
    group: 'shipment',
    title: 'Subject to the EAR',
    question: 'Is the item subject to the Export Administration Regulations?',
    hint: 'Items in or from the United States are, and so are many foreign-made items that use US technology (15 CFR 734.3, 734.9).',
    why: 'The rules here reach only items that are subject to the EAR.',
    cite: [{ provision: '15 CFR 734.3' }, { provision: '15 CFR 734.9' }],
    example: true,
  }),
  transaction: enumFact(transaction, {
    group: 'shipment',
    title: 'Kind of transaction',
    question: 'What is done with the item?',
    why: 'Some exceptions and review policies cover exports from the United States only.',
    cite: [{ provision: '15 CFR 734.13-734.16' }],
    example: 'export',
  }),
  itemKind: enumFact(itemKind, {
    ...item,
    title: 'Kind of item',
    question: 'What is shipped?',
    why: 'Chips are classified under 3A090.a or .b, computers that contain them under 4A090 or a .z paragraph, bare HBM under 3A090.c.',
    cite: [...entry, { provision: '15 CFR 774 supplement 1, ECCN 4A090', anchor: '4A090' }],
    example: 'integratedCircuit',
  }),
  chip: enumFact(chip, {
    ...item,
    title: 'Chip',
    question: 'Which integrated circuit is it, or does it contain?',
    hint: 'Choose "Another chip" to enter the specification yourself.',
    why: 'The chip’s performance decides the classification.',
    cite: entry,
    example: 'H100 SXM',
  }),
  quantity: numberFact(chips, {
    ...item,
    title: 'Quantity',
    question: 'How many chips, or computers that contain them, are in this shipment?',
    why: 'Caps count the total processing performance of the whole shipment.',
    cite: [{ provision: '15 CFR 740.29(a)', anchor: '740.29' }],
    min: 1,
    max: 500_000,
    example: 1700,
  }),
  chipsPerItem: numberFact(count, {
    ...item,
    title: 'Chips in each computer',
    question: 'How many of these chips does each computer or assembly contain?',
    why: 'A shipment of servers counts all the chips in them.',
    cite: [{ provision: '15 CFR 740.29(a)', anchor: '740.29' }],
    min: 1,
    max: 72,
    example: 8,
  }),
  otherFunction: enumFact(otherFunction, {
    ...item,
    title: 'Other control-list function',
    question:
      'Apart from computing performance, does the item do something that another entry controls?',
    hint: 'A server whose main function is computing with ordinary encryption is often described in 5A992.c or 4A003.',
    why: 'An item that meets 3A090 or 4A090 parameters and another entry belongs in that entry’s .z paragraph.',
    cite: [{ provision: '15 CFR 774 supplement 1, .z paragraphs', anchor: 'z-entries' }],
    example: 'none',
  }),
  dense4BitTops: numberFact(tops, { ...rate(4), prefill: fromTable('dense4BitTops') }),
  dense8BitTops: numberFact(tops, { ...rate(8), prefill: fromTable('dense8BitTops') }),
  dense16BitTops: numberFact(tops, { ...rate(16), prefill: fromTable('dense16BitTops') }),
  dense32BitTops: numberFact(tops, { ...rate(32), example: 67 }),
  dense64BitTops: numberFact(tops, { ...rate(64), example: 34 }),
  applicableDieArea: numberFact(squareMillimeters, {
    ...item,
    title: 'Applicable die area',
    question: 'What is the area of all logic dies made on a non-planar process, in mm²?',
    hint: 'FinFET and gate-all-around nodes are non-planar. Enter 0 if no die is made on such a node.',
    why: 'Performance density is total processing performance divided by this area.',
    cite: technicalNotes,
    prefill: fromTable('applicableDieArea'),
    min: 0,
    max: 100_000,
    example: 814,
  }),
  designedForDataCenters: boolFact({
    ...item,
    title: 'Designed or marketed for data centers',
    question: 'Is the chip designed or marketed for use in data centers?',
    why: 'Note 2 to 3A090 leaves out chips that are not, when their TPP is below 4800.',
    cite: [{ provision: '15 CFR 774 supplement 1, ECCN 3A090 Note 2', anchor: '3A090-note-2' }],
    prefill: fromTable('dataCenter'),
    example: true,
  }),
  memoryBandwidth: numberFact(gigabytesPerSecond, {
    ...item,
    title: 'Total DRAM bandwidth of the chip',
    question: 'What is the total DRAM bandwidth of one chip, in GB/s?',
    why: 'The January 2026 review policy and the inference-chip proposal have limits on it.',
    cite: [{ provision: '15 CFR 742.6(b)(10)(iii)(A)(1)', anchor: 'review-2026' }],
    prefill: fromTable('memoryBandwidth'),
    min: 0,
    max: 1_000_000,
    example: 3350,
  }),
  coPackagedHbm: boolFact({
    ...item,
    title: 'Co-packaged HBM',
    question: 'Is high bandwidth memory packaged together with the logic die?',
    why: 'The inference-chip proposal turns on it.',
    cite: [
      {
        provision: 'IFP response to the AI Action Plan RFI (March 2025), recommendation 11',
        anchor: 'conditional-controls, restricted-lpp, inference-chips',
      },
    ],
    prefill: fromTable('coPackagedHbm'),
    example: true,
  }),
  interconnect: numberFact(gigabytesPerSecond, {
    ...item,
    title: 'Aggregate bidirectional transfer rate',
    question:
      'What is the aggregate bidirectional transfer rate over all inputs and outputs other than volatile memory, in GB/s?',
    why: 'From 2022-10-07 to 2023-11-16 a chip was controlled only at 600 GB/s or more.',
    cite: [{ provision: '87 FR 62186, ECCN 3A090 (2022)', anchor: '3A090-of-2022' }],
    prefill: fromTable('interconnect'),
    min: 0,
    max: 1_000_000,
    example: 900,
  }),
  commerciallyAvailableInUs: boolFact({
    ...item,
    title: 'Commercially available in the US on 2026-01-15',
    question: 'Was the chip commercially available in the United States on 2026-01-15?',
    why: 'Case-by-case review for China and Macau covers only such chips.',
    cite: [{ provision: '15 CFR 742.6(b)(10)(iii)(A)(1)', anchor: 'review-2026' }],
    prefill: fromTable('commerciallyAvailableUs'),
    example: true,
  }),
  hbmBandwidth: numberFact(gigabytesPerSecond, {
    ...item,
    title: 'Memory bandwidth of the HBM stack or package',
    question:
      'What is the memory bandwidth of one stack, or of the package if it is packaged, in GB/s?',
    why: 'Memory bandwidth density decides whether bare HBM is 3A090.c.',
    cite: [{ provision: '15 CFR 774 supplement 1, ECCN 3A090.c', anchor: '3A090.c' }],
    min: 0,
    max: 1_000_000,
    example: 819,
  }),
  hbmArea: numberFact(squareMillimeters, {
    ...item,
    title: 'Area of the HBM stack or package',
    question: 'What is the area of one stack, or of the package if it is packaged, in mm²?',
    why: 'Memory bandwidth density is bandwidth divided by this area.',
    cite: [{ provision: '15 CFR 774 supplement 1, ECCN 3A090.c', anchor: '3A090.c' }],
    min: 1,
    max: 100_000,
    example: 110,
  }),
  otherControlsRequireLicense: boolFact({
    ...item,
    title: 'Other reasons for control require a license',
    question:
      'Do the other reasons for control of the item’s entry (national security, encryption, missile technology, nuclear) require a license to this destination?',
    hint: 'Read the entry’s license requirements and the Commerce Country Chart: 3A001 NS column 2 (MT and NP for some), 4A003.z.1 and 4A005 NS column 1, 4A004 NS column 2, 5A002 and 5A004 NS column 1 and EI.',
    why: 'A .z paragraph keeps the other controls of its entry; only the advanced computing controls are decided here.',
    cite: [
      {
        provision:
          '15 CFR 774 supplement 1, license requirements of 3A001, 4A003-4A005, 5A002, 5A004',
        anchor: 'z-entries-other-reasons',
      },
    ],
    assertedBy: ['applicant', 'officer'],
    example: false,
  }),
  designedInMacauOrD5: boolFact({
    ...item,
    title: 'Designed by a company headquartered in Macau or D:5',
    question:
      'Was the chip designed by a company headquartered, or whose ultimate parent is headquartered, in Macau or Country Group D:5?',
    why: 'Guidance of 2025-05-13 presumes that such chips, when they meet 3A090, were made or moved without a required authorization.',
    cite: prohibitionTen,
    prefill: fromTable('designedInMacauOrD5'),
    example: false,
  }),
  priorAuthorization: boolFact({
    ...item,
    title: 'Production and earlier movements authorized',
    question:
      'Do you hold evidence that BIS authorized the production and the earlier movements of the chip, or that none was required?',
    why: 'Without it General Prohibition Ten forbids dealing in the chip.',
    cite: prohibitionTen,
    evidence: ['priorAuthorization'],
    example: false,
  }),
  technicalAnalysisOnly: boolFact({
    ...item,
    title: 'Only for technical analysis',
    question: 'Is the chip obtained only for technical analysis or evaluation?',
    why: 'The guidance says that BIS will not pursue such cases.',
    cite: prohibitionTen,
    example: false,
  }),
}
