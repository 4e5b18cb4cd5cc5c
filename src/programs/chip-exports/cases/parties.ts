import { group, ordinary, row, to } from './shared.ts'

const h100 = { ...ordinary, ...to('MY'), chip: 'H100 SXM' }
const shares = (...list: readonly (readonly [string, string])[]) => ({
  owners: list.map(([listing, share]) => ({ listing, share, indirect: false })),
})
const entityAndMilitary = shares(['entityList', '30'], ['militaryEndUserList', '25'])
const enforced = { mode: 'enforced' } as const

/** Group 13: the 50 percent rule, in and out of force. */
const ownershipCases = group(
  '13. Ownership by listed parties',
  '90 FR 47201 (effective 2025-09-29); 90 FR 50857 (stayed 2025-11-10 to 2026-11-09); 15 CFR 744 supplement 8',
  h100,
  [
    row(
      'owners-2025',
      '30 and 25 percent of two listed owners are 55 together: restricted on 2025-10-15',
      entityAndMilitary,
      {
        outcome: 'licenseDenialPresumed',
        outputs: { affiliateRestricted: true, endUser: true },
      },
      { ...enforced, asOf: '2025-10-15' },
    ),
    row(
      'owners-suspended',
      'Not on 2026-03-01, while the rule is stayed: a red flag to resolve',
      { ...entityAndMilitary, redFlagsResolved: false },
      {
        outcome: 'resolveRedFlags',
        outputs: { affiliateRestricted: false, unresolvedRedFlags: true },
      },
      { ...enforced, asOf: '2026-03-01' },
    ),
    row(
      'owners-suspended-resolved',
      'Resolved, it does not stand in the way',
      { ...entityAndMilitary, redFlagsResolved: true },
      { outcome: 'noLicenseRequirement', outputs: { affiliateRestricted: false } },
      { ...enforced, asOf: '2026-03-01' },
    ),
    row(
      'owners-last-day',
      'The last day of the stay',
      { ...entityAndMilitary, redFlagsResolved: true },
      { outputs: { affiliateRestricted: false } },
      { ...enforced, asOf: '2026-11-09' },
    ),
    row(
      'owners-first-day',
      'The first day after it, unless it was extended',
      entityAndMilitary,
      { outputs: { affiliateRestricted: true } },
      { ...enforced, asOf: '2026-11-10' },
    ),
    row(
      'owners-2026',
      'Restricted again on 2026-11-23, unless the stay was extended',
      entityAndMilitary,
      { outcome: 'licenseDenialPresumed', outputs: { affiliateRestricted: true } },
      enforced,
    ),
    row(
      'owners-before',
      'Before 2025-09-29 there was no such rule',
      entityAndMilitary,
      { outcome: 'noLicenseRequirement', outputs: { affiliateRestricted: false } },
      { ...enforced, asOf: '2025-09-28' },
    ),
    row(
      'owners-49-9',
      '49.9 percent: a red flag, no restriction',
      { ...shares(['entityList', '49.9']), redFlagsResolved: false },
      {
        outcome: 'resolveRedFlags',
        outputs: { affiliateRestricted: false, unresolvedRedFlags: true },
      },
      enforced,
    ),
    row(
      'owners-50',
      'Exactly 50 percent is enough',
      shares(['blockedPerson744_8', '50']),
      { outcome: 'licenseDenialPresumed', outputs: { affiliateRestricted: true } },
      enforced,
    ),
    row(
      'owners-other-list',
      'Owners on the Unverified List are not counted',
      shares(['unverifiedList', '80']),
      { outcome: 'noLicenseRequirement', outputs: { affiliateRestricted: false } },
      enforced,
    ),
    row(
      'owners-share-unknown',
      'One share is unknown and could reach the threshold: cannot tell',
      {
        owners: [
          { listing: 'entityList', share: '30', indirect: false },
          { listing: 'entityList' },
        ],
      },
      { outcome: 'undetermined', needs: ['owners[1].share'] },
      enforced,
    ),
    row(
      'owners-share-unknown-enough',
      'One share is unknown, but the others are enough',
      {
        owners: [{ listing: 'entityList', share: '55', indirect: true }, { listing: 'entityList' }],
      },
      { outputs: { affiliateRestricted: true } },
      enforced,
    ),
    row(
      'owners-undetermined',
      'Ownership that cannot be determined is red flag 29',
      { ownershipDetermined: false, redFlagsResolved: false },
      { outcome: 'resolveRedFlags', outputs: { unresolvedRedFlags: true } },
      enforced,
    ),
  ],
)

/** Parties, end uses and prohibitions beside the twenty groups of the reference. */
const useCases = group(
  '21. Parties and end uses',
  '15 CFR 744.2 to 744.23, 746, 736.2(b)(4) and (10), 732 supplement 3',
  h100,
  [
    row(
      'party-military-list',
      'A party on the Military End-User List',
      { partyListing: 'militaryEndUserList' },
      { outcome: 'licenseDenialPresumed', outputs: { endUser: true } },
      enforced,
    ),
    row(
      'party-blocked',
      'A party blocked under 744.8',
      { partyListing: 'blockedPerson744_8' },
      { outcome: 'licenseDenialPresumed', outputs: { endUser: true } },
      enforced,
    ),
    row(
      'party-denied',
      'A denied person: prohibited, whatever the item',
      { partyListing: 'deniedPerson', chip: 'L2' },
      { outcome: 'prohibited' },
      enforced,
    ),
    ...(
      [
        ['nuclear', 'MY'],
        ['maritimeNuclear', 'MY'],
        ['militaryEndUse', 'CN'],
        ['militaryIntelligence', 'CN'],
        ['advancedNodeFabrication', 'CN'],
        ['semiconductorEquipment', 'CN'],
      ] as const
    ).map(([use, country]) =>
      row(
        `use-${use.toLowerCase()}`,
        `A chip below 3A090 for a restricted use (${use})`,
        { ...to(country), chip: 'L2', restrictedUses: [use] },
        { outcome: 'licenseDenialPresumed', outputs: { endUse: true } },
        enforced,
      ),
    ),
    row(
      'use-military-elsewhere',
      'A military end user in a country that 744.21 does not name',
      { ...to('DE'), chip: 'L2', restrictedUses: ['militaryEndUse'] },
      { outcome: 'noLicenseRequirement', outputs: { endUse: false } },
      enforced,
    ),
    row(
      'use-small-cluster',
      'A cluster below the supercomputer thresholds',
      {
        ...to('CN'),
        chip: 'H20',
        restrictedUses: ['supercomputer'],
        supercomputerFp64: 99.9,
        supercomputerFp32: 199.9,
        supercomputerVolume: 41_600,
      },
      { outcome: 'noLicenseRequirement', outputs: { isSupercomputer: false, endUse: false } },
      enforced,
    ),
    row(
      'use-large-hall',
      'Performance spread over more than 41,600 cubic feet',
      {
        ...to('CN'),
        chip: 'H20',
        restrictedUses: ['supercomputer'],
        supercomputerFp64: 120,
        supercomputerFp32: 240,
        supercomputerVolume: 41_601,
      },
      { outputs: { isSupercomputer: false } },
      enforced,
    ),
    row(
      'use-denial-stays',
      'The strictest policy governs: an allocation used up stays a denial',
      { quantity: 50_000, throughDistributor: true, restrictedUses: ['nuclear'] },
      { outcome: 'licenseDenial', outputs: { review: 'denial', endUse: true } },
    ),
    row(
      'embargo-russia',
      'Russia: policy of denial',
      to('RU'),
      { outcome: 'licenseDenial', outputs: { embargo: true } },
      enforced,
    ),
    row('embargo-iran', 'Iran: policy of denial, no exception', to('IR'), {
      outcome: 'licenseDenial',
      outputs: { embargo: true, exception: 'none' },
    }),
    row(
      'embargo-iran-gaming',
      'An RTX 4090 to Iran: no exception either',
      { ...to('IR'), chip: 'RTX 4090', daysSinceNotification: 25, nacConfirmation: true },
      { outcome: 'licenseDenial', outputs: { nac: false } },
    ),
    row(
      'flag-license',
      'Red flags do not stand in the way of applying for a license',
      { ...to('CN'), redFlags: ['2'], redFlagsResolved: false, certifications: [] },
      { outcome: 'licenseDenialPresumed', outputs: { unresolvedRedFlags: true } },
    ),
    row(
      'flag-unknown',
      'Whether flags have come up is not known: cannot tell',
      { redFlags: { unknown: 'notAsked' } },
      { outcome: 'undetermined', needs: ['redFlags', 'redFlagsResolved'] },
      enforced,
    ),
    row(
      'ascend',
      'Ascend 910C: presumed made in violation, General Prohibition Ten',
      {
        ...to('MY'),
        chip: 'Ascend 910C',
        priorAuthorization: false,
        technicalAnalysisOnly: false,
      },
      { outcome: 'presumedViolation', outputs: { generalProhibitionTen: true } },
      enforced,
    ),
    row(
      'ascend-analysis',
      'Obtained only for technical analysis: not pursued',
      { chip: 'Ascend 910B2', priorAuthorization: false, technicalAnalysisOnly: true },
      { outcome: 'noLicenseRequirement', outputs: { generalProhibitionTen: false } },
      enforced,
    ),
    row(
      'ascend-authorized',
      'Shown to be authorized',
      { chip: 'Ascend 920', priorAuthorization: true, technicalAnalysisOnly: false },
      { outcome: 'noLicenseRequirement', outputs: { generalProhibitionTen: false } },
      enforced,
    ),
    row(
      'ascend-before',
      'Before the guidance of 2025-05-13 nothing was presumed',
      { chip: 'Ascend 910C', priorAuthorization: false, technicalAnalysisOnly: false },
      { outputs: { generalProhibitionTen: false } },
      { ...enforced, asOf: '2025-05-12' },
    ),
  ],
)

export const partyCases = [...ownershipCases, ...useCases]
