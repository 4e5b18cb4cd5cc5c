import { boolFact, dateFact, enumFact, numberFact } from '#rules'
import { matchBasis } from '../enums.ts'
import { count, kilometers, milliseconds } from '../units.ts'

/** What measuring and screening found. The rules apply these findings; they do not make them. */
const finding = { group: 'verification', assertedBy: ['engine', 'officer'] } as const
const location = {
  ...finding,
  evidence: ['locationMeasurement'],
  cite: [
    { provision: 'Speed of light and published delay-based methods', anchor: 'speed-of-light' },
  ],
} as const
const license = {
  ...finding,
  evidence: ['deviceReport'],
  cite: [{ provision: 'arXiv 2404.18308, offline licensing', anchor: 'offline-licensing' }],
} as const
const sets = {
  ...finding,
  evidence: ['deviceReport'],
  cite: [{ provision: 'Published designs of fixed sets', anchor: 'fixed-sets' }],
} as const

const locationFacts = {
  roundTripTime: numberFact(milliseconds, {
    ...location,
    title: 'Round-trip time to the chip',
    question: 'What is the shortest round-trip time measured from the landmark to the chip, in ms?',
    why: 'A chip cannot answer faster than light: a short time bounds its distance from the landmark.',
    min: 0,
    max: 10_000,
    example: 11,
  }),
  landmarkDistanceToForbidden: numberFact(kilometers, {
    ...location,
    title: 'Distance from the landmark to the territory',
    question:
      'How far is the landmark from the nearest point of the territory in which the chip must not be, in km?',
    why: 'The chip is outside the territory when no signal could have gone there and back in the time measured.',
    min: 0,
    max: 20_100,
    example: 1979,
  }),
  landmarkPairRoundTripTime: numberFact(milliseconds, {
    ...location,
    title: 'Round-trip time between two landmarks',
    question: 'What round-trip time does the landmark report to another landmark, in ms?',
    why: 'A time that light could not achieve shows that a landmark is not where it says it is.',
    min: 0,
    max: 10_000,
    example: 7.2,
  }),
  landmarkPairDistance: numberFact(kilometers, {
    ...location,
    title: 'Distance between the two landmarks',
    question: 'How far apart are the two landmarks said to be, in km?',
    why: 'A time that light could not achieve shows that a landmark is not where it says it is.',
    min: 0,
    max: 20_100,
    example: 310,
  }),
}

const licenseFacts = {
  licenseDeviceMatches: boolFact({
    ...license,
    title: 'License names this device',
    question: 'Does the license name this very device?',
    why: 'A license is for one device.',
    example: true,
  }),
  licenseSequence: numberFact(count, {
    ...license,
    title: 'Sequence number of the license',
    question: 'What is the sequence number of the license?',
    why: 'A number already used, or a lower one, is refused.',
    min: 0,
    max: 1_000_000_000,
    example: 42,
  }),
  lastUsedSequence: numberFact(count, {
    ...license,
    title: 'Highest sequence number used on the device',
    question: 'What is the highest sequence number that the device has used?',
    why: 'A number already used, or a lower one, is refused.',
    min: 0,
    max: 1_000_000_000,
    example: 41,
  }),
  licenseValidUntil: dateFact({
    ...license,
    title: 'License valid until',
    question: 'Until which day is the license valid?',
    why: 'An expired license is refused.',
    example: '2026-12-31',
  }),
  licenseCheckedOn: dateFact({
    ...license,
    title: 'License checked on',
    question: 'On which day was the license checked?',
    why: 'An expired license is refused.',
    example: '2026-11-23',
  }),
  signaturesVerify: boolFact({
    ...license,
    title: 'Every signature verifies',
    question: 'Does every signature on the license verify?',
    why: 'A license with a bad signature is refused.',
    example: true,
  }),
  validSigners: numberFact(count, {
    ...license,
    title: 'Issuers whose signature verifies',
    question: 'How many different issuers have signed with a valid signature?',
    why: 'A license needs as many issuers as its policy names.',
    min: 0,
    max: 100,
    example: 2,
  }),
  requiredSigners: numberFact(count, {
    ...license,
    title: 'Issuers that must sign',
    question: 'How many issuers must sign?',
    why: 'A license needs as many issuers as its policy names.',
    min: 1,
    max: 100,
    example: 2,
  }),
  meterReading: numberFact(count, {
    ...license,
    title: 'Reading of the meter',
    question: 'What does the meter of the device read now?',
    why: 'A meter only counts up; a lower reading shows that it was turned back.',
    min: 0,
    max: 9_000_000_000,
    example: 1200,
  }),
  lastMeterReading: numberFact(count, {
    ...license,
    title: 'Earlier reading of the meter',
    question: 'What was the highest earlier reading of the meter?',
    why: 'A meter only counts up; a lower reading shows that it was turned back.',
    min: 0,
    max: 9_000_000_000,
    example: 1100,
  }),
}

export const verificationFacts = {
  ...locationFacts,
  matchBasis: enumFact(matchBasis, {
    ...finding,
    title: 'What the two names share',
    question: 'On what ground did screening find the name of the party near a listed name?',
    why: 'Words that many companies share say nothing; the rest must be looked at by a person.',
    evidence: ['screeningReport'],
    cite: [{ provision: '15 CFR 732 supplement 3, red flag 1', anchor: 'name-screening' }],
    example: 'legalFormVariant',
  }),
  ...licenseFacts,
  setMembers: numberFact(count, {
    ...sets,
    title: 'Chips that ask for fast links',
    question: 'How many chips ask to be joined by fast links?',
    why: 'Fast links work only within a set whose size is fixed at manufacture.',
    min: 1,
    max: 1_000_000,
    example: 8,
  }),
  setSizeLimit: numberFact(count, {
    ...sets,
    title: 'Size of the fixed set',
    question: 'How many chips may the set hold, as fixed at manufacture?',
    why: 'Fast links work only within a set whose size is fixed at manufacture.',
    min: 1,
    max: 1_000_000,
    example: 8,
  }),
  setMembershipProved: boolFact({
    ...sets,
    title: 'Membership of the set proved',
    question: 'Has each chip proved to the others that it belongs to the set?',
    why: 'Fast links work only between members of one set.',
    example: true,
  }),
}
