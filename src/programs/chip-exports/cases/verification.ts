import type { CaseFacts } from '#rules'
import { h100Malaysia } from '../example.ts'
import { group, row } from './shared.ts'

/** Malaysia and Singapore landmarks some 310 km apart, and the nearest Chinese point from Singapore. */
const landmarks: CaseFacts = {
  ...h100Malaysia,
  landmarkPairRoundTripTime: 7.2,
  landmarkPairDistance: 310,
  landmarkDistanceToForbidden: 1979,
}
const location = (finding: string, atLightSpeed: boolean, inFiber: boolean) => ({
  outputs: {
    locationFinding: finding,
    excludedAtLightSpeed: atLightSpeed,
    excludedInFiber: inFiber,
  },
})

const license: CaseFacts = {
  ...h100Malaysia,
  licenseDeviceMatches: true,
  licenseSequence: 42,
  lastUsedSequence: 41,
  licenseValidUntil: '2026-12-31',
  licenseCheckedOn: '2026-11-23',
  signaturesVerify: true,
  validSigners: 2,
  requiredSigners: 2,
  meterReading: 1200,
  lastMeterReading: 1100,
  setMembers: 8,
  setSizeLimit: 8,
  setMembershipProved: true,
}
const refused = { outputs: { offlineLicense: 'refused' } }

/** Groups 17, 18 and 20: what findings mean. Making the findings is the work of engines. */
const findingCases = [
  ...group(
    '17. Location by round-trip time',
    'Speed of light; great-circle distances; a public matrix of round-trip times between cloud regions (2026-07-30)',
    landmarks,
    [
      row(
        'location-11',
        'Claimed Kuala Lumpur, 11 ms from Singapore: China excluded at light speed and in fiber',
        { roundTripTime: 11 },
        {
          outputs: {
            locationFinding: 'excluded',
            excludedAtLightSpeed: true,
            excludedInFiber: true,
            reachAtLightSpeed: '1648.859',
            reachInFiber: '1100',
          },
        },
      ),
      row(
        'location-41',
        '41 ms, the real time from Hong Kong to Singapore: not verified',
        { roundTripTime: 41 },
        location('notVerified', false, false),
      ),
      row(
        'location-19-8',
        '19.8 ms: Sanya is 1,979 km away, which is 19.79 ms in fiber, so not excluded',
        { roundTripTime: 19.8 },
        location('notVerified', false, false),
      ),
      row(
        'location-19-79',
        '19.79 ms: a signal in fiber just gets there, so not excluded',
        { roundTripTime: 19.79 },
        location('notVerified', false, false),
      ),
      row(
        'location-19-78',
        '19.78 ms: excluded in fiber, which is an estimate and no proof',
        { roundTripTime: 19.78 },
        location('notVerified', false, true),
      ),
      row(
        'location-13-2',
        '13.2 ms: excluded at light speed too',
        { roundTripTime: 13.2 },
        location('excluded', true, true),
      ),
      row(
        'location-impossible',
        'A landmark that reports 0.146 ms between Hong Kong and Singapore (2,580 km) is rejected',
        { roundTripTime: 11, landmarkPairRoundTripTime: 0.146, landmarkPairDistance: 2580 },
        location('landmarkRejected', false, false),
      ),
      row(
        'location-unknown',
        'Nothing was measured: cannot tell, and the determination does not need it',
        {},
        { outcome: 'licenseApproval', outputs: { locationFinding: 'undetermined' } },
      ),
    ],
  ),
  ...group(
    '18. Names',
    'Known hits and misses of public screening tools: "CORP" alone, BELLETECH CORP, Almaz Antey Telecom, Siemens, SMIC',
    h100Malaysia,
    (
      [
        ['common', '"CORP" shares a common word only', 'commonWordsOnly', 'noHit'],
        [
          'belletech',
          '"BELLETECH CORP" and "11420 CORP." share one too',
          'commonWordsOnly',
          'noHit',
        ],
        [
          'almaz',
          '"Almaz Antey Telecom" holds the distinctive words of a listed name',
          'distinctiveWords',
          'hit',
        ],
        ['siemens', '"Siemens Aktiengesellschaft" is "Siemens AG"', 'legalFormVariant', 'hit'],
        ['smic', '"SMIC" is a listed alias', 'alias', 'hit'],
        ['exact', 'The same name', 'exact', 'hit'],
        ['nothing', 'Nothing in common', 'nothing', 'noHit'],
      ] as const
    ).map(([id, title, matchBasis, nameMatch]) =>
      row(`name-${id}`, title, { matchBasis }, { outputs: { nameMatch } }),
    ),
  ),
  ...group(
    '20. Offline licenses and fixed sets',
    'arXiv 2404.18308 and published designs of replay prevention and fixed sets',
    license,
    [
      row(
        'license-good',
        'A good license',
        {},
        {
          outputs: { offlineLicense: 'accepted', fastLinks: 'enabled' },
        },
      ),
      row('license-replay', 'A license used before', { licenseSequence: 41 }, refused),
      row('license-lower', 'A lower sequence number', { licenseSequence: 40 }, refused),
      row(
        'license-device',
        'A license for another device',
        { licenseDeviceMatches: false },
        refused,
      ),
      row(
        'license-expired',
        'A license that ended the day before',
        { licenseValidUntil: '2026-11-22' },
        refused,
      ),
      row(
        'license-last-day',
        'A license on its last day',
        { licenseValidUntil: '2026-11-23' },
        { outputs: { offlineLicense: 'accepted' } },
      ),
      row('license-signature', 'A bad signature', { signaturesVerify: false }, refused),
      row(
        'license-one-signer',
        'One signer where two of three must sign',
        { validSigners: 1 },
        refused,
      ),
      row('license-rollback', 'A meter turned back', { meterReading: 1099 }, refused),
      row(
        'license-unknown',
        'The meter was not read: cannot tell',
        { meterReading: { unknown: 'unavailable' } },
        { outputs: { offlineLicense: 'undetermined' } },
      ),
      row(
        'set-9',
        'Nine chips in a set of eight: fast links refused',
        { setMembers: 9 },
        { outputs: { fastLinks: 'refused' } },
      ),
      row(
        'set-stranger',
        'A chip that has not proved its membership',
        { setMembershipProved: false },
        { outputs: { fastLinks: 'refused' } },
      ),
    ],
  ),
]

const bill = { mode: 'proposal:stop-stealing-our-chips' } as const
const award = (awardMinimum: string, awardMaximum: string) => ({
  outputs: { awardMinimum, awardMaximum },
})

/** Group 19: awards. */
const awardCases = group(
  '19. Awards',
  'S. 1473 as passed by the Senate (10 to 30 percent of fines collected, where fines exceed $1 million); 31 U.S.C. 3730(d)',
  { ...h100Malaysia, informantExcluded: false },
  [
    row(
      'award-10m',
      'A fine of $10 million of which $4 million is collected: $400,000 to $1.2 million',
      { fineImposed: 10_000_000, fineCollected: 4_000_000 },
      award('400000', '1200000'),
      bill,
    ),
    row(
      'award-900k',
      'A fine of $900,000: none',
      { fineImposed: 900_000, fineCollected: 900_000 },
      award('0', '0'),
      bill,
    ),
    row(
      'award-1m',
      'A fine of exactly $1 million: none',
      { fineImposed: 1_000_000, fineCollected: 1_000_000 },
      award('0', '0'),
      bill,
    ),
    row(
      'award-cents',
      'Cents are rounded into the range',
      { fineImposed: 1_000_000.01, fineCollected: 1_000_000.01 },
      award('100000.01', '300000'),
      bill,
    ),
    row(
      'award-excluded',
      'An excluded informant: none',
      { fineImposed: 10_000_000, fineCollected: 4_000_000, informantExcluded: true },
      award('0', '0'),
      bill,
    ),
    row(
      'qui-tam-declined',
      'False Claims Act: $6 million recovered, government declined: $1.5 to $1.8 million',
      { amountRecovered: 6_000_000, governmentIntervened: false },
      { outputs: { quiTamMinimum: '1500000', quiTamMaximum: '1800000' } },
    ),
    row(
      'qui-tam-intervened',
      'The same, government proceeded: $900,000 to $1.5 million',
      { amountRecovered: 6_000_000, governmentIntervened: true },
      { outputs: { quiTamMinimum: '900000', quiTamMaximum: '1500000' } },
    ),
  ],
)

export const verificationCases = [...findingCases, ...awardCases]
