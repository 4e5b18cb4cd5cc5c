import { group, ordinary, row, to } from './shared.ts'

const h100 = { ...ordinary, chip: 'H100 SXM', quantity: 5000 }

/** License exceptions AIA and ACM and the VEU authorization, beside the twenty groups. */
const exceptionCases = group(
  '23. AIA, ACM and VEU',
  '15 CFR 740.27, 740.28 and 748.15, in summaries; eligibility lines of the entries (2026-07-23)',
  h100,
  [
    row(
      'aia-germany',
      'To a German company in Germany with an end-use certificate: AIA, without a limit',
      { ...to('DE'), authorizationCertificate: true },
      { outcome: 'licenseException', outputs: { exception: 'AIA' } },
    ),
    row('aia-no-certificate', 'Without the certificate: not available', to('DE'), {
      outcome: 'licenseApproval',
      outputs: { aia: false },
    }),
    row(
      'aia-us-parent',
      'A company of a US parent located in Germany: available',
      { ...to('DE', 'US'), authorizationCertificate: true },
      { outputs: { aia: true } },
    ),
    row(
      'aia-elsewhere',
      'A German company’s data center in Malaysia: not available',
      { ...to('MY', 'DE'), authorizationCertificate: true },
      { outputs: { aia: false } },
    ),
    row(
      'aia-malaysian-parent',
      'A data center in Germany of a Malaysian company: not available',
      { ...to('DE', 'MY'), authorizationCertificate: true },
      { outputs: { aia: false } },
    ),
    row(
      'aia-listed',
      'A listed party: barred',
      { ...to('DE'), authorizationCertificate: true, partyListing: 'entityList' },
      { outcome: 'licenseDenialPresumed', outputs: { aia: false } },
    ),
    row(
      'aia-enforced',
      'As enforced Germany needs no license and no exception',
      { ...to('DE'), authorizationCertificate: true },
      { outcome: 'noLicenseRequirement', outputs: { aia: false, exception: 'notNeeded' } },
      { mode: 'enforced' },
    ),
    row(
      'acm-malaysia',
      'To a packaging plant in Malaysia for production: ACM',
      { ...to('MY'), manufacturingUse: true, finallyDestinedOutside: true },
      { outcome: 'licenseException', outputs: { exception: 'ACM', acm: true } },
    ),
    row(
      'acm-operation',
      'For the operation of a data center: not available',
      { ...to('MY'), manufacturingUse: false, finallyDestinedOutside: true },
      { outcome: 'licenseApproval', outputs: { acm: false } },
    ),
    row(
      'acm-china',
      'In China: not available',
      { ...to('CN'), manufacturingUse: true, finallyDestinedOutside: true, certifications: [] },
      { outcome: 'licenseDenialPresumed', outputs: { acm: false } },
    ),
    row(
      'acm-4a004',
      'Not listed for 4A004',
      {
        ...to('MY'),
        itemKind: 'computer',
        chipsPerItem: 8,
        otherFunction: '4A004',
        otherControlsRequireLicense: false,
        manufacturingUse: true,
        finallyDestinedOutside: true,
      },
      { outputs: { eccn: '4A004.z.1', acm: false } },
    ),
    row(
      'acm-listed',
      'A listed party: barred',
      {
        ...to('MY'),
        manufacturingUse: true,
        finallyDestinedOutside: true,
        partyListing: 'entityList',
      },
      { outputs: { acm: false } },
    ),
    row(
      'veu',
      'A holder of a data center VEU authorization, as enforced too',
      { ...to('SA'), validatedEndUser: true },
      { outcome: 'licenseException', outputs: { exception: 'VEU' } },
      { mode: 'enforced' },
    ),
    row(
      'veu-chinese-parent',
      'Not one with a parent headquartered in China',
      { ...to('SA', 'SA', 'CN'), validatedEndUser: true },
      { outcome: 'licenseDenialPresumed', outputs: { veu: false } },
      { mode: 'enforced' },
    ),
  ],
)

const conditions = {
  restrictedLppDestination: true,
  locationVerified: true,
  endUsersKnown: true,
  useMetered: true,
  fixedSets: true,
  offlineLicensed: true,
}
const conditional = { mode: 'proposal:conditional-lpp' } as const

/** What each proposal would change. */
const proposalCases = [
  ...group(
    '24. Proposal: conditional LPP',
    'IFP response of March 2025, recommendation 10; nobody has set the unconditional limit, so 1,000,000 TPP is an assumption',
    { ...ordinary, ...to('MY'), chip: 'H100 SXM', quantity: 1699, ...conditions },
    [
      row(
        'conditional-met',
        'All five conditions verified: the full limit',
        {},
        { outcome: 'licenseException', outputs: { exception: 'LPP', lppLimit: '26900000' } },
        conditional,
      ),
      row(
        'conditional-lapsed',
        'Location verification has lapsed: the limit nobody has set is needed',
        { locationVerified: false },
        { outcome: 'undetermined', needs: ['restrictedLppLimit'] },
        conditional,
      ),
      row(
        'conditional-assumed',
        'With an assumed limit of 1,000,000 TPP: 1,699 are over it',
        { locationVerified: false },
        { outcome: 'licenseApproval', outputs: { lppLimit: '1000000' } },
        { ...conditional, parameters: { restrictedLppLimit: 1_000_000 } },
      ),
      row(
        'conditional-small',
        'And 63 are within it',
        { locationVerified: false, quantity: 63 },
        { outcome: 'licenseException', outputs: { shipmentTpp: '997416' } },
        { ...conditional, parameters: { restrictedLppLimit: 1_000_000 } },
      ),
      row(
        'conditional-64',
        '64 are not',
        { locationVerified: false, quantity: 64 },
        { outcome: 'licenseApproval', outputs: { shipmentTpp: '1013248' } },
        { ...conditional, parameters: { restrictedLppLimit: 1_000_000 } },
      ),
      row(
        'conditional-other-destination',
        'A destination that is not restricted keeps the standard limit',
        { restrictedLppDestination: false, locationVerified: false },
        { outcome: 'licenseException', outputs: { lppLimit: '26900000' } },
        conditional,
      ),
    ],
  ),
  ...group(
    '25. Proposal: conditional controls',
    'IFP response of March 2025, recommendation 10; nobody has set the expanded threshold, so 2,000 TPP is an assumption',
    {
      ...ordinary,
      ...to('MY'),
      chip: 'H20',
      chipFeatures: [],
      triggerDeclared: true,
      triggerDate: '2026-06-01',
      shipmentDate: '2026-11-23',
    },
    [
      row(
        'trigger',
        'After the trigger event the H20 (2,368) needs a license to Malaysia',
        {},
        { outcome: 'licenseCaseByCase', outputs: { expandedControl: true } },
      ),
      row(
        'trigger-earlier',
        'A shipment before it does not',
        { shipmentDate: '2026-05-31' },
        { outcome: 'noLicenseRequirement', outputs: { expandedControl: false } },
      ),
      row(
        'trigger-same-day',
        'A shipment on the day does',
        { shipmentDate: '2026-06-01' },
        { outputs: { expandedControl: true } },
      ),
      row(
        'trigger-none',
        'Nor does one when nothing was declared',
        { triggerDeclared: false },
        { outcome: 'noLicenseRequirement', outputs: { expandedControl: false } },
      ),
      row(
        'trigger-features',
        'Chips with every named feature are left out',
        { chipFeatures: ['locationVerification', 'metering', 'fixedSet', 'offlineLicensing'] },
        { outcome: 'noLicenseRequirement', outputs: { expandedControl: false } },
      ),
      row(
        'trigger-some-features',
        'Chips with some of them are not',
        { chipFeatures: ['locationVerification'] },
        { outputs: { expandedControl: true } },
      ),
      row(
        'trigger-below',
        'A chip below the assumed threshold (L2, 1,544)',
        { chip: 'L2' },
        { outputs: { expandedControl: false } },
      ),
      row(
        'trigger-no-number',
        'Without a number for the threshold: cannot tell',
        {},
        { outcome: 'undetermined', needs: ['expandedControlTpp'] },
        { parameters: {} },
      ),
    ],
    { mode: 'proposal:conditional-controls', parameters: { expandedControlTpp: 2000 } },
  ),
  ...group(
    '26. Bill: Chip Security Act',
    'H.R. 3447 / S. 1705 as reported 2026-03-26, in summaries; not enacted',
    { ...ordinary, ...to('MY'), chip: 'H100 SXM' },
    [
      row(
        'security-missing',
        'H100 without a location verification mechanism',
        { securityMechanism: false },
        { outcome: 'notAuthorizedUntilVerified' },
      ),
      row(
        'security-present',
        'With one, the rules as enforced decide',
        { securityMechanism: true },
        { outcome: 'noLicenseRequirement' },
      ),
      row(
        'security-not-covered',
        'L2 is no covered product',
        { chip: 'L2', securityMechanism: false },
        { outcome: 'noLicenseRequirement' },
      ),
      row(
        'security-denied',
        'A denied person stays prohibited',
        { securityMechanism: false, partyListing: 'deniedPerson' },
        { outcome: 'prohibited' },
      ),
      row(
        'security-not-law',
        'It is not law',
        { securityMechanism: false },
        { outcome: 'noLicenseRequirement' },
        { mode: 'enforced' },
      ),
    ],
    { mode: 'proposal:chip-security-act' },
  ),
  ...group(
    '27. Draft: worldwide rule of February 2026',
    'The draft as reported before it was withdrawn on 2026-03-13; 60,000 TPP for a GB300 is one of three published values',
    { ...ordinary, ...to('DE'), chip: 'B300' },
    [
      row(
        'draft-simple',
        '1,000 GB300 equivalents: simple review',
        { quantity: 1071 },
        {
          outcome: 'licenseCaseByCase',
          outputs: { draftTier: 'simpleReview', shipmentTpp: '59976000' },
        },
      ),
      row(
        'draft-preclearance',
        'More than 1,000: pre-clearance',
        { quantity: 1072 },
        { outputs: { draftTier: 'preclearance', shipmentTpp: '60032000' } },
      ),
      row(
        'draft-governments',
        'More than 200,000: governments',
        { quantity: 214_286 },
        { outputs: { draftTier: 'governmentToGovernment', shipmentTpp: '12000016000' } },
      ),
      row(
        'draft-not-covered',
        'A chip outside 3A090 is not covered',
        { chip: 'L2' },
        { outcome: 'noLicenseRequirement', outputs: { draftTier: 'notCovered' } },
      ),
    ],
    { mode: 'proposal:worldwide-draft-2026-02' },
  ),
]

export const exceptionAndProposalCases = [...exceptionCases, ...proposalCases]
