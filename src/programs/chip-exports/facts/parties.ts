import {
  boolFact,
  boolField,
  declareRelation,
  enumFact,
  enumField,
  numberFact,
  numberField,
  setFact,
} from '#rules'
import { country, diversionFlag, listing, redFlag, restrictedUse } from '../enums.ts'
import { cubicFeet, percent, petaflops } from '../units.ts'

const parties = { group: 'parties' } as const
const uses = { group: 'uses' } as const
const hqRule = [
  { provision: '15 CFR 744.23(a)(3)', anchor: '744.23-a-3' },
  { provision: 'BIS guidance of 2026-05-31', anchor: 'hq-guidance-2026' },
]
const affiliates = [{ provision: '15 CFR 744 supplement 8; 90 FR 47201', anchor: 'affiliates' }]
const supercomputer = [{ provision: '15 CFR 772.1, "supercomputer"', anchor: 'supercomputer' }]

/** Facts about where the item goes, to whom, and for what. */
export const partyFacts = {
  destination: enumFact(country, {
    group: 'destination',
    title: 'Destination',
    question: 'What is the country of ultimate destination?',
    hint: 'Hong Kong is treated as China; Macau has its own entry.',
    why: 'License requirements depend on the destination’s country groups.',
    cite: [
      { provision: '15 CFR 738 supplement 1; 15 CFR 740 supplement 1', anchor: 'country-groups' },
    ],
    example: 'MY',
  }),
  headquarters: enumFact(country, {
    ...parties,
    title: 'Headquarters of the ultimate consignee or end user',
    question: 'In which country is the ultimate consignee, or the end user, headquartered?',
    hint: 'If they differ, answer for the one in Macau or Country Group D:5.',
    why: 'Entities headquartered in Macau or Country Group D:5 are reached wherever they are.',
    cite: hqRule,
    example: 'MY',
  }),
  ultimateParent: enumFact(country, {
    ...parties,
    title: 'Headquarters of the ultimate parent',
    question: 'In which country is its ultimate parent company headquartered?',
    hint: 'If it has no parent, give its own headquarters.',
    why: 'The parent’s headquarters counts as well as its own.',
    cite: hqRule,
    example: 'MY',
  }),
  partyListing: enumFact(listing, {
    ...parties,
    title: 'Restricted-party screening',
    question: 'Is any party to the transaction on one of these lists?',
    hint: 'Screen every party: purchaser, intermediate and ultimate consignee, end user.',
    why: 'A listed party brings its own license requirement, and most exceptions fall away.',
    cite: [
      { provision: '15 CFR 744.11 and 744.16', anchor: '744.11' },
      { provision: '15 CFR 736.2(b)(4)' },
    ],
    example: 'none',
  }),
  ownershipDetermined: boolFact({
    ...parties,
    title: 'Ownership determined',
    question: 'Have you determined who owns the foreign parties, directly and indirectly?',
    why: 'Ownership that cannot be determined is red flag 29: resolve it or apply for a license.',
    cite: [
      ...affiliates,
      { provision: '15 CFR 732 supplement 3, red flag 29', anchor: 'red-flags' },
    ],
    example: true,
  }),
  approvedUaeParty: boolFact({
    ...parties,
    title: 'UAE government agency or approved UAE entity',
    question:
      'Is the recipient a government agency of the United Arab Emirates, or one of the entities approved by name (supplement 8 to part 740)?',
    why: 'From 2026-07-10 such recipients need no license for these items.',
    cite: [{ provision: '91 FR 43034; 15 CFR 740 supplement 8', anchor: 'uae-2026' }],
    example: false,
  }),
  restrictedUses: setFact(restrictedUse, {
    ...uses,
    title: 'Restricted end uses and end users',
    question: 'Do you know, or have reason to know, that the item is for any of these?',
    hint: 'Tick all that apply; leave all unticked if none does.',
    why: 'Each brings a license requirement of its own.',
    cite: [
      { provision: '15 CFR 744.2-744.6', anchor: '744.2-to-744.6' },
      { provision: '15 CFR 744.21-744.23', anchor: '744.23-a-1' },
    ],
    example: [],
  }),
  supercomputerFp64: numberFact(petaflops, {
    ...uses,
    title: 'Supercomputer: 64-bit performance',
    question: 'What is the system’s collective maximum theoretical 64-bit performance, in PFLOPS?',
    why: 'A system is a supercomputer from 100 PFLOPS at 64 bits or 200 at 32 bits within 41,600 cubic feet.',
    cite: supercomputer,
    min: 0,
    max: 1_000_000,
    example: 120,
  }),
  supercomputerFp32: numberFact(petaflops, {
    ...uses,
    title: 'Supercomputer: 32-bit performance',
    question: 'What is the system’s collective maximum theoretical 32-bit performance, in PFLOPS?',
    why: 'A system is a supercomputer from 100 PFLOPS at 64 bits or 200 at 32 bits within 41,600 cubic feet.',
    cite: supercomputer,
    min: 0,
    max: 1_000_000,
    example: 240,
  }),
  supercomputerVolume: numberFact(cubicFeet, {
    ...uses,
    title: 'Supercomputer: envelope',
    question: 'How large is the envelope that holds that performance, in cubic feet?',
    why: 'The definition counts performance within 41,600 cubic feet or less.',
    cite: supercomputer,
    min: 1,
    max: 10_000_000,
    example: 40_000,
  }),
  exporterInformed: boolFact({
    ...uses,
    title: '"Is informed" notice',
    question:
      'Has BIS told you individually that this item, to this destination or party, needs a license?',
    hint: 'Such letters bind those who received them. H20 and MI308 were covered by letters of April 2025.',
    why: 'An individual notice imposes a license requirement on its recipient.',
    cite: [{ provision: 'Individual notice under 15 CFR 744', anchor: 'is-informed-2025' }],
    example: false,
  }),
  redFlags: setFact(redFlag, {
    ...uses,
    title: 'Red flags',
    question: 'Have any of these red flags come up?',
    hint: 'Tick all that apply. One flag is never by itself proof of a violation.',
    why: 'A red flag must be resolved before going ahead.',
    cite: [{ provision: '15 CFR 732 supplement 3', anchor: 'red-flags' }],
    example: [],
  }),
  diversionFlags: setFact(diversionFlag, {
    ...uses,
    title: 'Diversion red flags',
    question: 'Have any of these signs of diversion come up?',
    hint: 'Tick all that apply.',
    why: 'BIS’s guidance of 2025-05-13 lists them for advanced chips.',
    cite: [{ provision: 'BIS guidance on diversion red flags, 2025-05-13', anchor: 'red-flags' }],
    example: [],
  }),
  redFlagsResolved: boolFact({
    ...uses,
    title: 'Red flags resolved',
    question: 'Has every red flag been looked into and resolved, with the inquiry on file?',
    why: 'Unresolved red flags mean: do not proceed without a license.',
    cite: [{ provision: '15 CFR 732 supplement 3(a)(2)-(5)', anchor: 'red-flags' }],
    example: true,
  }),
}

/** Owners of the foreign parties, for the 50 percent rule. */
export const owners = declareRelation(
  'owners',
  {
    title: 'Owners on a restricted-party list',
    question:
      'Which owners, direct or indirect, are themselves on the Entity List, the Military End-User List or blocked under 744.8?',
    why: 'Shares of listed owners are added up; 50 percent together brings the strictest owner’s restrictions.',
    group: 'parties',
    assertedBy: ['applicant'],
    evidence: ['ownershipReport'],
    cite: affiliates,
    maxRows: 50,
  },
  {
    listing: enumField(listing, 'List', 'entityList'),
    share: numberField(percent, { title: 'Share owned, percent', min: 0, max: 100, example: 30 }),
    indirect: boolField('Held indirectly', false),
  },
)
