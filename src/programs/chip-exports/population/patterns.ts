import type { Distribution, Pattern } from '#rules'
import { chipsUnderLpp } from './limits.ts'
import { transitDestinations } from './places.ts'

const always = (value: boolean | number | string | readonly string[]): Distribution => ({
  kind: 'always',
  value,
})
const transit: Distribution = { kind: 'weights', of: transitDestinations }
const sought: Distribution = {
  kind: 'weights',
  of: { 'H100 SXM': 4, 'H200 SXM': 4, B200: 2, 'H100 PCIe': 1 },
}
const same = (column: string): Distribution => ({
  kind: 'sameAs',
  column,
  share: 1,
  otherwise: { kind: 'unknown' },
})
/** Papers in order: what a shipment under License Exception LPP must show. */
const papers: Readonly<Record<string, Distribution>> = {
  subjectToEar: always(true),
  transaction: always('export'),
  itemKind: always('integratedCircuit'),
  otherFunction: always('none'),
  directToUltimateConsignee: always(true),
  throughDistributor: always(false),
  consigneeCertificate: always(true),
  lppUsedThisYear: always(0),
  partyListing: always('none'),
  approvedUaeParty: always(false),
  ownershipDetermined: always(true),
  restrictedUses: always([]),
  exporterInformed: always(false),
  redFlags: always([]),
  foundryOrOsat: always(false),
  validatedEndUser: always(false),
}
const atHome = { headquarters: same('destination'), ultimateParent: same('headquarters') }
const noOwners = { owners: { counts: { 0: 1 }, fields: {} } }
const justBelow = (short: number): Distribution => ({
  kind: 'below',
  column: 'chip',
  of: chipsUnderLpp,
  short,
  otherwise: always(1000),
})
const flagged = (of: Readonly<Record<string, number>>): Distribution => ({ kind: 'each', of })

/** Evasions planted among ordinary transactions. Shares and details are assumed throughout. */
export const patterns: readonly Pattern[] = [
  {
    name: 'just-below-limit',
    title: 'Orders just below the LPP limit',
    about:
      'A consignee orders up to 25 chips fewer than License Exception LPP allows in a year. Shows as bunching of quantities below the limit.',
    source: '15 CFR 740.29(a) for the limit; the pattern is assumed',
    share: 0.003,
    groupSize: [1, 3],
    shared: { destination: transit, chip: sought, ...papers },
    each: { ...atHome, quantity: justBelow(25), diversionFlags: always([]) },
    relations: noOwners,
    sharedParties: ['exporter'],
  },
  {
    name: 'split-order',
    title: 'One order split among many consignees',
    about:
      'One exporter ships to 20 to 60 consignees at one place, each with an order of its own under the limit. Shows as many new consignees of one exporter, one chip and one forwarder.',
    source: '100,000 H100 need 59 consignees at 1,699 each (15 CFR 740.29(a)); assumed otherwise',
    share: 0.006,
    groupSize: [20, 60],
    shared: { destination: transit, chip: sought, ...papers },
    each: {
      ...atHome,
      quantity: justBelow(600),
      diversionFlags: flagged({ newSinceControls: 0.5, noHistory: 0.3 }),
    },
    relations: noOwners,
    sharedParties: ['exporter', 'forwarder'],
  },
  {
    name: 'shells-of-one-parent',
    title: 'Shell companies around one parent',
    about:
      'Consignees with one parent each say that they stand alone. Shows as one parent company behind several consignees, addresses shared, companies new.',
    source: 'Shell companies in reports on smuggling (IAPS 2023, from memory); assumed otherwise',
    share: 0.005,
    groupSize: [5, 40],
    shared: { destination: transit, chip: sought, ...papers },
    each: {
      ...atHome,
      quantity: justBelow(1200),
      diversionFlags: flagged({
        newSinceControls: 0.8,
        vagueAddress: 0.4,
        minimalWebPresence: 0.6,
      }),
      redFlagsResolved: always(true),
    },
    relations: noOwners,
    sharedParties: ['parentCompany', 'forwarder'],
  },
  {
    name: 'relabeled-item',
    title: 'Item relabeled as a lesser chip',
    about:
      'Controlled chips are declared as unnamed ones with rates just below 3A090, or not for data centers. Shows as unnamed chips whose TPP bunches below 4,800.',
    source:
      'Operation Gatekeeper (DOJ, 2025-12-08): H100 and H200 relabeled, declared as computer parts; numbers assumed',
    share: 0.003,
    groupSize: [3, 15],
    shared: {
      destination: { kind: 'weights', of: { CN: 5, HK: 5, SG: 2, MY: 2 } },
      chip: always('custom'),
      itemKind: { kind: 'weights', of: { integratedCircuit: 2, computer: 1 } },
      designedForDataCenters: always(false),
    },
    each: {
      dense8BitTops: { kind: 'uniform', min: 590, max: 599.99 },
      dense16BitTops: { kind: 'uniform', min: 280, max: 299.99 },
      quantity: { kind: 'uniform', min: 200, max: 2000 },
    },
    sharedParties: ['exporter', 'forwarder'],
  },
  {
    name: 'permissive-route',
    title: 'Routed through a permissive destination',
    about:
      'The stated consignee is abroad, the goods go on to Macau or Country Group D:5. Shows as an unusual forwarder, and a data center that cannot affirm power or space.',
    source: 'BIS guidance on diversion red flags, 2025-05-13; assumed otherwise',
    share: 0.004,
    groupSize: [2, 8],
    shared: { destination: transit, chip: sought, ...papers },
    each: {
      ...atHome,
      quantity: { kind: 'uniform', min: 100, max: 1500 },
      diversionFlags: flagged({
        unusualForwarder: 0.6,
        noPowerOrCooling: 0.3,
        newSinceControls: 0.5,
      }),
      redFlagsResolved: { kind: 'chance', of: 0.5 },
    },
    relations: noOwners,
    sharedParties: ['forwarder', 'parentCompany'],
  },
  {
    name: 'affiliate-below-half',
    title: 'Affiliates just below 50 percent',
    about:
      'Listed owners hold 49 percent together, so that the 50 percent rule does not reach the company. Shows as bunching of shares below the threshold.',
    source: '15 CFR 744 supplement 8; 90 FR 47201 for the threshold; the pattern is assumed',
    share: 0.002,
    groupSize: [1, 4],
    shared: { destination: transit, chip: sought, ...papers },
    each: { ...atHome, quantity: { kind: 'uniform', min: 50, max: 1600 } },
    relations: {
      owners: {
        counts: { 2: 1 },
        fields: {
          listing: { kind: 'weights', of: { entityList: 9, militaryEndUserList: 1 } },
          share: { kind: 'uniform', min: 24.5, max: 24.99 },
          indirect: { kind: 'chance', of: 0.7 },
        },
      },
    },
    sharedParties: ['parentCompany'],
  },
  {
    name: 'unknown-headquarters',
    title: 'Headquarters not known',
    about:
      'The consignee does not say where it or its parent is headquartered. Shows as open answers where everything else is complete.',
    source: '15 CFR 732 supplement 3, red flag 29; the pattern is assumed',
    share: 0.003,
    groupSize: [1, 6],
    shared: { destination: transit, chip: sought, ...papers },
    each: {
      headquarters: { kind: 'unknown' },
      ultimateParent: { kind: 'unknown' },
      ownershipDetermined: always(false),
      quantity: { kind: 'uniform', min: 100, max: 1690 },
    },
    relations: noOwners,
    sharedParties: ['exporter'],
  },
]
