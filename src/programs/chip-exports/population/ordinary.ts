import type { Distribution, FactColumn, Population } from '#rules'
import { destinations, foreignHeadquarters, restrictedDestinations } from './places.ts'

const assumed = 'assumed'
const chance = (of: number): Distribution => ({ kind: 'chance', of })
const always = (value: boolean | number | string): Distribution => ({ kind: 'always', value })
const unknown: Distribution = { kind: 'unknown' }
const column = (fact: string, as: Distribution, open = 0): FactColumn => ({
  fact,
  as,
  source: assumed,
  ...(open === 0 ? {} : { unknown: open }),
})
/** Only for a chip that the table does not describe: of the others the table states it. */
const ofOwnChip = (as: Distribution): Distribution => ({
  kind: 'by',
  column: 'chip',
  of: { custom: as },
  otherwise: unknown,
})
const forKind = (kind: string, as: Distribution, otherwise: Distribution): Distribution => ({
  kind: 'by',
  column: 'itemKind',
  of: { [kind]: as },
  otherwise,
})
const quantiles = (...at: readonly (readonly [number, number])[]): Distribution => ({
  kind: 'quantiles',
  at,
})

const shipment: readonly FactColumn[] = [
  column('subjectToEar', chance(0.985), 0.002),
  column('transaction', {
    kind: 'weights',
    of: { export: 85, reexport: 12, inCountryTransfer: 3 },
  }),
  column('itemKind', {
    kind: 'weights',
    of: { integratedCircuit: 55, computer: 43, highBandwidthMemory: 2 },
  }),
  {
    fact: 'chip',
    as: {
      kind: 'weights',
      of: {
        'H100 SXM': 150,
        'H200 SXM': 140,
        B200: 120,
        'GB200/GPU': 80,
        B300: 50,
        'H100 PCIe': 40,
        'H100 NVL': 25,
        H20: 60,
        'A100 80 SXM': 40,
        'A100 40 SXM': 10,
        'A800 80 SXM': 5,
        'H800 SXM': 5,
        'RTX 4090': 40,
        'RTX 4090D': 15,
        'RTX 5090': 40,
        'RTX 5090D': 12,
        'RTX PRO 6000 Server': 15,
        L40S: 40,
        L40: 10,
        L20: 10,
        L4: 25,
        A30: 5,
        MI300X: 30,
        MI325X: 15,
        MI355X: 10,
        MI308X: 8,
        MI250X: 6,
        Gaudi3: 8,
        Gaudi2: 5,
        'TPU v5e': 3,
        'TPU v6e': 3,
        'V100 SXM2': 4,
        'Ascend 910B2': 2,
        'Ascend 910C': 2,
        custom: 30,
      },
    },
    source: 'assumed; the chips are those of the table',
  },
  column(
    'quantity',
    quantiles(
      [0, 1],
      [0.25, 8],
      [0.55, 64],
      [0.8, 512],
      [0.95, 4096],
      [0.995, 20_000],
      [1, 100_000],
    ),
    0.002,
  ),
  column(
    'chipsPerItem',
    forKind(
      'computer',
      { kind: 'weights', of: { 8: 78, 4: 8, 2: 4, 1: 5, 16: 2, 72: 3 } },
      unknown,
    ),
  ),
  column('destination', { kind: 'weights', of: destinations }, 0.002),
]

const parties: Population['columns'] = [
  column(
    'headquarters',
    {
      kind: 'sameAs',
      column: 'destination',
      share: 0.86,
      otherwise: { kind: 'weights', of: foreignHeadquarters },
    },
    0.01,
  ),
  column(
    'ultimateParent',
    {
      kind: 'sameAs',
      column: 'headquarters',
      share: 0.93,
      otherwise: { kind: 'weights', of: foreignHeadquarters },
    },
    0.02,
  ),
  column('partyListing', {
    kind: 'weights',
    of: {
      none: 9930,
      entityList: 34,
      militaryEndUserList: 3,
      blockedPerson744_8: 4,
      unverifiedList: 22,
      deniedPerson: 7,
    },
  }),
  column('ownershipDetermined', chance(0.95), 0.005),
  {
    relation: 'owners',
    rows: {
      counts: { 0: 970, 1: 22, 2: 6, 3: 2 },
      fields: {
        listing: {
          kind: 'weights',
          of: { entityList: 80, militaryEndUserList: 10, blockedPerson744_8: 10 },
        },
        share: quantiles([0, 1], [0.5, 20], [0.9, 49], [1, 100]),
        indirect: chance(0.3),
      },
    },
    unknown: 0.01,
    source: assumed,
  },
  column('approvedUaeParty', {
    kind: 'by',
    column: 'destination',
    of: { AE: chance(0.2) },
    otherwise: always(false),
  }),
  column('restrictedUses', {
    kind: 'each',
    of: {
      militaryEndUse: 0.003,
      militaryIntelligence: 0.0005,
      supercomputer: 0.001,
      advancedNodeFabrication: 0.001,
      nuclear: 0.0002,
    },
  }),
  column('exporterInformed', chance(0.004)),
  column('redFlags', {
    kind: 'each',
    of: { 2: 0.004, 3: 0.004, 6: 0.006, 9: 0.004, 10: 0.006, 11: 0.004, 13: 0.003, 29: 0.01 },
  }),
  column('diversionFlags', {
    kind: 'each',
    of: {
      newSinceControls: 0.02,
      noHistory: 0.01,
      vagueAddress: 0.006,
      minimalWebPresence: 0.01,
      noBusinessCase: 0.004,
      unusualForwarder: 0.005,
      linkedToD5: 0.003,
    },
  }),
  column('redFlagsResolved', chance(0.8)),
  column(
    'otherFunction',
    forKind(
      'computer',
      { kind: 'weights', of: { none: 10, '5A992': 55, '4A003': 30, '5A002': 5 } },
      { kind: 'weights', of: { none: 96, '3A001': 3, '5A992': 1 } },
    ),
  ),
  column('foundryOrOsat', chance(0.004)),
  column('otherControlsRequireLicense', chance(0.05)),
]

const specification: readonly FactColumn[] = [
  column('dense4BitTops', ofOwnChip(always(0))),
  column('dense8BitTops', ofOwnChip(quantiles([0, 50], [0.5, 500], [0.9, 2000], [1, 12_000]))),
  column('dense16BitTops', ofOwnChip(quantiles([0, 25], [0.5, 250], [0.9, 1000], [1, 6000]))),
  column('dense32BitTops', ofOwnChip(always(0))),
  column('dense64BitTops', ofOwnChip(always(0))),
  column('applicableDieArea', ofOwnChip(quantiles([0, 80], [0.5, 500], [1, 1700])), 0.01),
  column('designedForDataCenters', ofOwnChip(chance(0.7))),
  column('memoryBandwidth', ofOwnChip(quantiles([0, 100], [0.5, 1000], [1, 9000]))),
  column('coPackagedHbm', ofOwnChip(chance(0.5))),
  column('interconnect', ofOwnChip(quantiles([0, 32], [0.5, 200], [1, 1800]))),
  column('commerciallyAvailableInUs', ofOwnChip(chance(0.8))),
  column('designedInMacauOrD5', ofOwnChip(chance(0.05))),
  column('priorAuthorization', chance(0.5)),
  column('technicalAnalysisOnly', chance(0.02)),
  column(
    'hbmBandwidth',
    forKind('highBandwidthMemory', quantiles([0, 200], [0.5, 819], [1, 2000]), unknown),
  ),
  column(
    'hbmArea',
    forKind('highBandwidthMemory', quantiles([0, 90], [0.5, 110], [1, 600]), unknown),
  ),
]

const conditions: readonly FactColumn[] = [
  column('directToUltimateConsignee', chance(0.88), 0.003),
  column('throughDistributor', chance(0.18), 0.003),
  column('consigneeCertificate', chance(0.65)),
  column(
    'lppUsedThisYear',
    quantiles([0, 0], [0.6, 0], [0.85, 5_000_000], [0.97, 20_000_000], [1, 26_900_000]),
    0.005,
  ),
  column('authorizationCertificate', chance(0.8)),
  column('manufacturingUse', chance(0.03)),
  column('finallyDestinedOutside', chance(0.9)),
  column('purchaseOrder', chance(0.98)),
  column('daysSinceNotification', quantiles([0, 0], [0.4, 0], [0.6, 25], [1, 90])),
  column('nacConfirmation', chance(0.5)),
  column('hbmExporterEligible', chance(0.8)),
  column('hbmDirectToPackager', chance(0.7)),
  column('validatedEndUser', chance(0.03)),
  column(
    'countryAllocationUsed',
    quantiles([0, 0], [0.5, 100_000_000], [0.9, 700_000_000], [1, 1_000_000_000]),
  ),
  column('certifications', {
    kind: 'each',
    of: {
      sufficientSupply: 0.9,
      noOrderDelay: 0.9,
      noFoundryDiversion: 0.85,
      remoteAccessControls: 0.8,
    },
  }),
  column('testedInUsLaboratory', chance(0.75)),
  column('usCustomerUnits', quantiles([0, 100], [0.5, 20_000], [1, 1_000_000])),
  column('chinaUnitsToDate', quantiles([0, 0], [0.5, 5000], [1, 400_000])),
]

const proposals: readonly FactColumn[] = [
  column('restrictedLppDestination', {
    kind: 'by',
    column: 'destination',
    of: Object.fromEntries(restrictedDestinations.map((iso) => [iso, always(true)])),
    otherwise: always(false),
  }),
  column('locationVerified', chance(0.15)),
  column('endUsersKnown', chance(0.5)),
  column('useMetered', chance(0.1)),
  column('fixedSets', chance(0.05)),
  column('offlineLicensed', chance(0.05)),
  column('chipFeatures', {
    kind: 'each',
    of: { locationVerification: 0.15, metering: 0.1, fixedSet: 0.05, offlineLicensing: 0.05 },
  }),
  column('triggerDeclared', always(false)),
  column('shipmentDate', { kind: 'uniform', min: '2026-01-01', max: '2026-12-31' }),
  column('securityMechanism', chance(0.15)),
]

/** Ordinary transactions, fact by fact. */
export const ordinary: Population['columns'] = [
  ...shipment,
  ...parties,
  ...specification,
  ...conditions,
  ...proposals,
]
