import { programById } from '#programs'
import type { DeterminationDocument, Mode } from '#rules'
import type { SavedPlace } from '../draft/draft.ts'
import type { ReadCase } from '../draft/reading.ts'
import type { AccountDetail } from '../ledger/account-page.tsx'
import type { CheckedReceipt } from '../record/check-receipt.ts'
import type { Account, CaseSummary, Recorded, RecordEntry, RecordState } from '../server/types.ts'

/** Made-up data for the gallery. Names, digests and keys here mean nothing. */
const example = programById('chip-exports')?.example ?? {}
const digest = 'q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng='

export const questionNames: readonly { readonly name: string; readonly title: string }[] = [
  { name: 'subjectToEar', title: 'Yes or no' },
  { name: 'itemKind', title: 'One of a few' },
  { name: 'destination', title: 'One of many' },
  { name: 'quantity', title: 'A number' },
  { name: 'restrictedUses', title: 'Any of several' },
  { name: 'owners', title: 'Rows' },
  { name: 'shipmentDate', title: 'A date' },
  { name: 'restrictedLppLimit', title: 'A number nobody has set' },
]

const readAs = (mode: Mode, facts: ReadCase['facts'], asOf = '2026-11-23'): ReadCase => ({
  ...{ facts, asOf, mode },
  parameters: {},
})
export const cases: readonly {
  readonly name: string
  readonly title: string
  readonly read: ReadCase
}[] = [
  { name: 'decided', title: 'Decided', read: readAs('text', example) },
  {
    name: 'open',
    title: 'Cannot tell yet',
    read: readAs('text', { chip: 'H100 SXM', destination: 'MY' }),
  },
  {
    name: 'unset',
    title: 'A number that nobody has set',
    read: readAs('proposal:conditional-lpp', {
      ...example,
      quantity: 100,
      restrictedLppDestination: true,
      locationVerified: false,
    }),
  },
  {
    name: 'refused',
    title: 'Facts that contradict each other',
    read: readAs('text', { ...example, applicableDieArea: 500, quantity: -5 }),
  },
]

export const saved: SavedPlace = {
  id: 'case_7Hq2mV9x',
  key: 'sample-key-that-opens-nothing',
  version: 2,
}

const limit = {
  key: 'chip-exports/lpp/2026/3f2a',
  title: 'License Exception LPP, ultimate consignee, calendar year 2026',
  holder: '3f2a91c0',
  unit: 'TPP',
  cap: '26900000',
  period: '2026',
  cite: [{ provision: '15 CFR 740.29(a)' }],
} as const
export const accounts: readonly Account[] = [
  { ...limit, reserved: '1583200', used: '23748000', available: '1568800' },
  {
    ...limit,
    ...{ key: 'chip-exports/country-allocation/2025-2027/MY', holder: null },
    title: 'Country allocation 2025-2027, MY',
    ...{ cap: '790000000', reserved: '0', used: '0', available: '790000000' },
    period: '2025-2027',
    cite: [{ provision: '15 CFR 742.6(b)(10); 90 FR 4544' }],
  },
]
export const accountDetail: AccountDetail = {
  account: { ...limit, reserved: '1583200', used: '23748000', available: '1568800' },
  transfers: [
    { sequence: '1', kind: 'reserve', amount: '23748000', at: '2026-03-02T09:12:00.000Z' },
    { sequence: '2', kind: 'settle', amount: '23748000', at: '2026-03-20T15:40:00.000Z' },
    {
      ...{ sequence: '3', kind: 'reserve', amount: '1583200', at: '2026-11-21T11:05:00.000Z' },
      expiresAt: '2026-12-21T11:05:00.000Z',
    },
  ],
}

export const recordState: RecordState = {
  size: 1204,
  root: digest,
  verifierKey: `record.example+1a2b3c4d+AQ${digest}`,
  origin: 'record.example',
  checkpoint: `record.example\n1204\n${digest}\n\n— record.example GisT${digest}\n`,
  signedAt: '2026-11-23T08:00:00.000Z',
}
export const emptyRecord: RecordState = {
  ...recordState,
  ...{ size: 0, root: null, checkpoint: null, signedAt: null },
}
export const entries: readonly RecordEntry[] = [1203, 1202].map((index) => ({
  index,
  recordedAt: '2026-11-23T08:00:00.000Z',
  entry: {
    ...{ format: 'proviso-entry/v1', type: 'determination', program: 'chip-exports', digest },
    statement:
      'On these facts, under the text as it stands, as of 2026-11-23: License required; presumption of approval.',
  },
}))

const held = (name: 'form' | 'key' | 'signature' | 'entry', detail: string) =>
  ({ name, ok: true, detail }) as const
const early = [
  held('form', 'it is a receipt of the first version'),
  held('key', 'the key in the receipt, which shows that it is whole, not who made it'),
  held('signature', 'signed by record.example'),
]
export const goodReceipt: CheckedReceipt = {
  isGood: true,
  summary:
    'Entry 1203 is on the record “record.example”, which had 1204 entries when it was signed.',
  steps: [
    ...early,
    held('entry', 'its text has the recorded digest'),
    { name: 'inclusion', ok: true, detail: 'eleven hashes lead from it to the signed root' },
  ],
  entry: entries[0]?.entry,
}
export const badReceipt: CheckedReceipt = {
  isGood: false,
  summary: 'The entry is not the one that was recorded: its digest differs.',
  steps: [
    ...early,
    { name: 'entry', ok: false, detail: 'its digest differs from the recorded one' },
  ],
}

export const queue: readonly CaseSummary[] = [
  {
    ...{ id: 'case_7Hq2mV9x', program: 'chip-exports', version: 4, status: 'decided' },
    outcome: 'licenseException',
    ...{ createdAt: '2026-11-20T10:00:00.000Z', updatedAt: '2026-11-23T08:00:00.000Z' },
  },
  {
    ...{ id: 'case_1Lp8kQ3z', program: 'chip-exports', version: 1, status: 'draft' },
    ...{ createdAt: '2026-11-22T16:30:00.000Z', updatedAt: '2026-11-22T16:30:00.000Z' },
  },
]

export const recorded = {
  determination: {
    statement:
      'On these facts, under the text as it stands, as of 2026-11-23: License required; a license exception authorizes it on these conditions.',
  } as DeterminationDocument,
  reservations: [
    {
      account: limit.key,
      title: limit.title,
      amount: '1583200',
      unit: 'TPP',
      expiresAt: '2026-12-21T11:05:00.000Z',
    },
  ],
  receipt: { leafIndex: 1203 } as Recorded['receipt'],
  case: {
    ...queue[0],
    facts: {},
    references: {},
    reservations: [],
    history: [],
  } as unknown as Recorded['case'],
} satisfies Recorded
