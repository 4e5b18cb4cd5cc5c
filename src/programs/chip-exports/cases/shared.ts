import type { CaseFacts, Mode, WorkedCase } from '#rules'

/** An export without anything unusual about parties, uses and papers; item and place are left open. */
export const ordinary: CaseFacts = {
  subjectToEar: true,
  transaction: 'export',
  itemKind: 'integratedCircuit',
  otherFunction: 'none',
  quantity: 100,
  partyListing: 'none',
  ownershipDetermined: true,
  owners: [],
  approvedUaeParty: false,
  restrictedUses: [],
  exporterInformed: false,
  redFlags: [],
  diversionFlags: [],
  foundryOrOsat: false,
  directToUltimateConsignee: true,
  throughDistributor: false,
  consigneeCertificate: true,
  lppUsedThisYear: 0,
  authorizationCertificate: false,
  manufacturingUse: false,
  validatedEndUser: false,
  countryAllocationUsed: 0,
  purchaseOrder: true,
  daysSinceNotification: 0,
  nacConfirmation: false,
}

/** Where the item goes and where its recipient, and the recipient’s parent, are headquartered. */
export const to = (
  destination: string,
  headquarters = destination,
  ultimateParent = headquarters,
) => ({
  destination,
  headquarters,
  ultimateParent,
})

/** A chip that is in no table. Lengths at which no rate is claimed are 0. */
export const specification = (facts: CaseFacts): CaseFacts => ({
  chip: 'custom',
  dense4BitTops: 0,
  dense8BitTops: 0,
  dense16BitTops: 0,
  dense32BitTops: 0,
  dense64BitTops: 0,
  designedForDataCenters: true,
  designedInMacauOrD5: false,
  ...facts,
})

/** Computers with a number of chips each. */
export const servers = (chip: string, chipsPerItem: number, otherFunction = 'none'): CaseFacts => ({
  itemKind: 'computer',
  chip,
  chipsPerItem,
  otherFunction,
})

interface Reading {
  readonly asOf?: string
  readonly mode?: Mode
  readonly parameters?: Readonly<Record<string, unknown>>
}
interface Row {
  readonly id: string
  readonly title: string
  readonly facts: CaseFacts
  readonly expect: WorkedCase['expect']
  readonly reading: Reading
}

/** One case of a group: what differs from the group’s facts and reading, and the known answer. */
export const row = (
  id: string,
  title: string,
  facts: CaseFacts,
  expect: WorkedCase['expect'],
  reading: Reading = {},
): Row => ({ id, title, facts, expect, reading })

/** The cases of one group, which share their source and, unless they say otherwise, facts and reading. */
export const group = (
  name: string,
  source: string,
  base: CaseFacts,
  rows: readonly Row[],
  usual: Reading = {},
): readonly WorkedCase[] =>
  rows.map(({ id, title, facts, expect, reading }) => ({
    id,
    group: name,
    title,
    source,
    asOf: '2026-11-23',
    mode: 'text',
    ...usual,
    ...reading,
    facts: { ...base, ...facts },
    expect,
  }))
