import { group, ordinary, row, specification, to } from './shared.ts'

const small = specification({
  dense8BitTops: 250,
  applicableDieArea: 900,
  memoryBandwidth: 500,
  coPackagedHbm: false,
})
const foundry = {
  ...ordinary,
  ...to('MY'),
  ...small,
  quantity: 1000,
  foundryOrOsat: true,
  advancedLogicChip: true,
  designerStatus: 'other',
  designerAttestation: false,
  packager: 'other',
  transistorCount: 20,
}
const presumed = { outcome: 'licenseException', outputs: { foundryPresumption: true } }
const free = { outcome: 'noLicenseRequirement', outputs: { foundryPresumption: false } }

/** Note 1 to 3A090.a, with its two open places. */
export const foundryCases = group(
  '22. Foundries (Note 1)',
  '15 CFR 774 supplement 1, ECCN 3A090 Note 1 (2026-07-23); 90 FR 5298; 91 FR 17851',
  foundry,
  [
    row(
      'foundry-presumed',
      'A fabricator must presume 3A090.a, though the numbers say otherwise',
      {},
      {
        ...presumed,
        outputs: { foundryPresumption: true, eccn: 'notAdvancedComputing', exception: 'LPP' },
      },
    ),
    row('foundry-other', 'Nobody else must', { foundryOrOsat: false }, free),
    row('foundry-old-node', 'Nor for a chip on an older node', { advancedLogicChip: false }, free),
    row(
      'foundry-before',
      'Nor before 2025-01-16',
      {},
      { outputs: { foundryPresumption: false } },
      { asOf: '2025-01-15' },
    ),
    row(
      'foundry-attested',
      'An authorized designer’s attestation overcomes it, before December 31, 2026',
      { designerStatus: 'meetsCriteria', designerAttestation: true },
      free,
    ),
    row(
      'foundry-approved',
      'An approved designer’s attestation does at any time',
      { designerStatus: 'approved', designerAttestation: true },
      free,
      { asOf: '2027-06-01' },
    ),
    row(
      'foundry-other-designer',
      'Another designer’s attestation does not',
      { designerStatus: 'other', designerAttestation: true },
      presumed,
    ),
    row(
      'foundry-open-day',
      'On December 31, 2026 itself the text says nothing of authorized designers: cannot tell',
      { designerStatus: 'meetsCriteria', designerAttestation: true },
      { outcome: 'undetermined', needs: ['designerQualifies'] },
      { asOf: '2026-12-31' },
    ),
    row(
      'foundry-2027-applied',
      'After it, one that applied up to 180 days ago still is',
      {
        designerStatus: 'meetsCriteria',
        designerAttestation: true,
        designerApplied: true,
        daysSinceDesignerApplication: 180,
      },
      free,
      { asOf: '2027-06-01' },
    ),
    row(
      'foundry-2027-lapsed',
      'And 181 days ago no longer',
      {
        designerStatus: 'meetsCriteria',
        designerAttestation: true,
        designerApplied: true,
        daysSinceDesignerApplication: 181,
      },
      presumed,
      { asOf: '2027-06-01' },
    ),
    row(
      'foundry-2027-not-applied',
      'One that has not applied is not',
      {
        designerStatus: 'meetsCriteria',
        designerAttestation: true,
        designerApplied: false,
        daysSinceDesignerApplication: 0,
      },
      presumed,
      { asOf: '2027-01-01' },
    ),
    row(
      'foundry-29-9',
      'Packaged by the fabricator outside Macau and D:5, 29.9 billion transistors: overcome',
      { packager: 'fabricatorOutsideMacauD5', transistorCount: 29.9, coPackagedHbm: true },
      free,
    ),
    row(
      'foundry-30',
      '30 billion: not below 30 billion',
      { packager: 'approvedOsat', transistorCount: 30 },
      presumed,
    ),
    row(
      'foundry-osat',
      'Packaged by an approved OSAT company, 29.9 billion: overcome',
      { packager: 'approvedOsat', transistorCount: 29.9 },
      free,
    ),
    row(
      'foundry-2027-34',
      '34.9 billion without HBM in 2027: overcome',
      { packager: 'approvedOsat', transistorCount: 34.9 },
      free,
      { asOf: '2027-06-01' },
    ),
    row(
      'foundry-2027-hbm',
      '34.9 billion with HBM in 2027: not overcome',
      { packager: 'approvedOsat', transistorCount: 34.9, coPackagedHbm: true },
      presumed,
      { asOf: '2027-06-01' },
    ),
    row(
      'foundry-2028',
      '34.9 billion without HBM in 2028: the text names no limit, so cannot tell',
      { packager: 'approvedOsat', transistorCount: 34.9 },
      { outcome: 'undetermined', needs: ['transistorLimitWithoutHbm'] },
      { asOf: '2028-06-01' },
    ),
    row(
      'foundry-2028-low',
      '29.9 billion in 2028 is below every limit',
      { packager: 'approvedOsat', transistorCount: 29.9 },
      free,
      { asOf: '2028-06-01' },
    ),
    row(
      'foundry-2029',
      '39.9 billion without HBM from 2029 on: overcome',
      { packager: 'approvedOsat', transistorCount: 39.9 },
      free,
      { asOf: '2029-01-01' },
    ),
    row(
      'foundry-b-leg',
      'A chip of 3A090.b is treated as .a by the fabricator',
      { ...to('VN'), dense8BitTops: 400, applicableDieArea: 700, quantity: 10 },
      { outputs: { eccn: '3A090.b', foundryPresumption: true, exception: 'LPP', aca: false } },
    ),
    row(
      'foundry-count-unknown',
      'A count that cannot be confirmed leaves the presumption open',
      { packager: 'approvedOsat', transistorCount: { unknown: 'unavailable' } },
      { outcome: 'undetermined', needs: ['transistorCount'] },
    ),
  ],
)
