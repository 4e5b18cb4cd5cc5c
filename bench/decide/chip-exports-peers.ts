import type { Shipment } from './chip-exports.ts'
import type { Derived, Step, Variables } from './peers.ts'
import { inZen } from './peers.ts'

const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })
const is = (name: string) => fact(name, 'equal', true)
const isNot = (name: string) => fact(name, 'equal', false)

const both = (cel: string) => ({ cel, zen: inZen(cel) })

const inUnion = (...codes: string[]) => codes.map((code) => `code == '${code}'`).join(' || ')

/** Classification, groups and sums, each from what stands before it. */
export const chipDerived: readonly Derived[] = [
  ['tpp4', 'rate4 * 4'],
  ['tpp8', 'rate8 * 8'],
  ['tpp16', 'rate16 * 16'],
  ['tpp', 'tpp4 >= tpp8 ? (tpp4 >= tpp16 ? tpp4 : tpp16) : (tpp8 >= tpp16 ? tpp8 : tpp16)'],
  ['excluded', '!dataCenter && tpp < 480000'],
  [
    'legA',
    '!excluded && (tpp >= 480000 || (tpp >= 160000 && area > 0 && tpp * 100 >= 592 * area))',
  ],
  [
    'legB',
    '!excluded && !legA && area > 0 && ((tpp >= 240000 && tpp * 100 >= 160 * area) || (tpp >= 160000 && tpp * 100 >= 320 * area))',
  ],
  ['china', inUnion('CN', 'HK', 'MO')],
  ['headquartersD5', "hq == 'MO' || hqD5"],
  ['restricted', "code == 'MO' || d5 || headquartersD5"],
  ['scope', '(d1 || d4 || d5) && !a5 && !a6'],
  ['controlled', "legA || (legB && (code == 'AE' || scope || headquartersD5))"],
  ['embargo', `e1 || e2 || ${inUnion('RU', 'BY')}`],
  ['in5a', "destination5a && (hq == 'US' || headquarters5a)"],
  ['listed', "listing == 'entityList'"],
  ['fromUs', "transaction == 'export'"],
  ['outer', 'd1 || d4'],
  ['shipment', 'tpp * quantity'],
  ['lppTotal', 'lppUsed * 100 + shipment'],
  ['allocationTotal', 'allocationUsed * 100 + shipment'],
  ['chinaTwice', '(chinaUnits + quantity) * 2'],
  ['overHalf', 'chinaTwice - usUnits'],
].map(([name = '', value = '']) => ({ name, value }))

/** The law in order, over derived values. */
export const chipSteps: readonly Step[] = [
  {
    outcome: 'noLicenseRequirement',
    ...both('!controlled && !listed && !embargo'),
    json: { all: [isNot('controlled'), isNot('listed'), isNot('embargo')] },
  },
  {
    outcome: 'licenseException',
    ...both(
      '!listed && !embargo && ((legA && in5a && aiaCertificate) || (legA && !restricted && direct && !distributor && certificate && lppTotal <= 2690000000) || ((legB || (legA && !dataCenter)) && purchaseOrder && (!restricted || (days >= 25 && confirmation && !distributor))))',
    ),
    json: {
      all: [
        isNot('listed'),
        isNot('embargo'),
        {
          any: [
            { all: [is('legA'), is('in5a'), is('aiaCertificate')] },
            {
              all: [
                is('legA'),
                isNot('restricted'),
                is('direct'),
                isNot('distributor'),
                is('certificate'),
                fact('lppTotal', 'lessThanInclusive', 2_690_000_000),
              ],
            },
            {
              all: [
                { any: [is('legB'), { all: [is('legA'), isNot('dataCenter')] }] },
                is('purchaseOrder'),
                {
                  any: [
                    isNot('restricted'),
                    {
                      all: [
                        fact('days', 'greaterThanInclusive', 25),
                        is('confirmation'),
                        isNot('distributor'),
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  },
  { outcome: 'licenseDenial', ...both('embargo'), json: { all: [is('embargo')] } },
  {
    outcome: 'licenseDenial',
    ...both('listed && legA && !restricted && !destination5a && allocationTotal > 79000000000'),
    json: {
      all: [
        is('listed'),
        is('legA'),
        isNot('restricted'),
        isNot('destination5a'),
        fact('allocationTotal', 'greaterThan', 79_000_000_000),
      ],
    },
  },
  { outcome: 'licenseDenialPresumed', ...both('listed'), json: { all: [is('listed')] } },
  {
    outcome: 'licenseCaseByCase',
    ...both(
      'restricted && (legB || !dataCenter || (china && fromUs && tpp < 2100000 && bandwidth < 6500 && overHalf <= 0 && promised))',
    ),
    json: {
      all: [
        is('restricted'),
        {
          any: [
            is('legB'),
            isNot('dataCenter'),
            {
              all: [
                is('china'),
                is('fromUs'),
                fact('tpp', 'lessThan', 2_100_000),
                fact('bandwidth', 'lessThan', 6500),
                fact('overHalf', 'lessThanInclusive', 0),
                is('promised'),
              ],
            },
          ],
        },
      ],
    },
  },
  { outcome: 'licenseDenialPresumed', ...both('restricted'), json: { all: [is('restricted')] } },
  {
    outcome: 'licenseApproval',
    ...both('legA && (destination5a || allocationTotal <= 79000000000)'),
    json: {
      all: [
        is('legA'),
        {
          any: [is('destination5a'), fact('allocationTotal', 'lessThanInclusive', 79_000_000_000)],
        },
      ],
    },
  },
  { outcome: 'licenseDenial', ...both('legA'), json: { all: [is('legA')] } },
  { outcome: 'licenseApproval', ...both('outer'), json: { all: [is('outer')] } },
]

const booleans = [
  ...['dataCenter', 'direct', 'distributor', 'certificate', 'aiaCertificate', 'purchaseOrder'],
  ...['confirmation', 'promised', 'a5', 'a6', 'd1', 'd4', 'd5', 'e1', 'e2', 'destination5a'],
  ...['hqD5', 'headquarters5a', 'excluded', 'legA', 'legB', 'china', 'headquartersD5', 'outer'],
  ...['restricted', 'scope', 'controlled', 'embargo', 'in5a', 'listed', 'fromUs'],
]
const integers = [
  ...['rate4', 'rate8', 'rate16', 'area', 'bandwidth', 'quantity', 'lppUsed', 'days', 'usUnits'],
  ...['allocationUsed', 'chinaUnits', 'tpp4', 'tpp8', 'tpp16', 'tpp', 'shipment', 'lppTotal'],
  ...['allocationTotal', 'chinaTwice', 'overHalf'],
]
const words = ['code', 'hq', 'listing', 'transaction']
export const chipTypes: Readonly<Record<string, string>> = Object.fromEntries([
  ...booleans.map((name) => [name, 'bool']),
  ...integers.map((name) => [name, 'int']),
  ...words.map((name) => [name, 'string']),
])

/** A shipment as the peers take it: stated facts and the rows of its chip and its countries. */
export function chipVariables({ facts, chip, destination, headquarters }: Shipment): Variables {
  const { supplement5a: destination5a, ...groups } = destination
  return {
    ...chip,
    ...groups,
    destination5a,
    hqD5: headquarters.d5,
    headquarters5a: headquarters.supplement5a,
    code: facts.destination,
    hq: facts.headquarters,
    listing: facts.partyListing,
    transaction: facts.transaction,
    quantity: facts.quantity,
    aiaCertificate: facts.authorizationCertificate,
    direct: facts.directToUltimateConsignee,
    distributor: facts.throughDistributor,
    certificate: facts.consigneeCertificate,
    purchaseOrder: facts.purchaseOrder,
    confirmation: facts.nacConfirmation,
    promised: facts.certifications.length === 4 && facts.testedInUsLaboratory,
    lppUsed: facts.lppUsedThisYear,
    days: facts.daysSinceNotification,
    chinaUnits: facts.chinaUnitsToDate,
    usUnits: facts.usCustomerUnits,
    allocationUsed: facts.countryAllocationUsed,
  }
}
