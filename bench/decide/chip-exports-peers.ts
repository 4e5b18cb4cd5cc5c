import type { Shipment } from './chip-exports.ts'
import type { Step, Variables } from './peers.ts'

const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })
const is = (name: string) => fact(name, 'equal', true)
const isNot = (name: string) => fact(name, 'equal', false)

/** The condition in both expression languages, which differ in the words for and, or, not. */
const both = (cel: string) => ({
  cel,
  zen: cel
    .replaceAll('&&', 'and')
    .replaceAll('||', 'or')
    .replaceAll(/!(\w+)/g, 'not $1')
    .replaceAll(/not (\w+)/g, '(not $1)'),
})

/** The law in order, over what the caller has already joined, classified and summed for the peers. */
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
      'restricted && (legB || !dataCenter || (china && fromUs && tpp < 2100000 && bandwidth < 6500 && chinaTwice <= usUnits && promised))',
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
  'controlled',
  'listed',
  'embargo',
  'legA',
  'legB',
  'in5a',
  'aiaCertificate',
  'restricted',
  'direct',
  'distributor',
  'certificate',
  'dataCenter',
  'purchaseOrder',
  'confirmation',
  'china',
  'fromUs',
  'promised',
  'destination5a',
  'outer',
]
const integers = [
  'lppTotal',
  'days',
  'tpp',
  'bandwidth',
  'chinaTwice',
  'usUnits',
  'overHalf',
  'allocationTotal',
]
export const chipTypes: Readonly<Record<string, string>> = Object.fromEntries([
  ...booleans.map((name) => [name, 'bool']),
  ...integers.map((name) => [name, 'int']),
])

/** A shipment as the peers take it: classification, group tests and sums are made outside the timing. */
export function chipVariables({ facts, chip, destination, headquarters }: Shipment): Variables {
  const f = facts as Readonly<Record<string, string & number & boolean & readonly string[]>>
  const read = (name: string) => f[name] as string & number & boolean & readonly string[]
  const tpp = Math.max(chip.rate4 * 4, chip.rate8 * 8, chip.rate16 * 16)
  const dense = (threshold: number): boolean => chip.area > 0 && tpp * 100 >= threshold * chip.area
  const excluded = !chip.dataCenter && tpp < 480_000
  const legA = !excluded && (tpp >= 480_000 || (tpp >= 160_000 && dense(592)))
  const legB =
    !excluded && !legA && ((tpp >= 240_000 && dense(160)) || (tpp >= 160_000 && dense(320)))
  const code = read('destination')
  const hq = read('headquarters')
  const headquartersD5 = hq === 'MO' || headquarters.d5
  const scope =
    (destination.d1 || destination.d4 || destination.d5) && !(destination.a5 || destination.a6)
  const shipment = tpp * read('quantity')
  const chinaTwice = (read('chinaUnitsToDate') + read('quantity')) * 2
  return {
    controlled: legA || (legB && (code === 'AE' || scope || headquartersD5)),
    listed: read('partyListing') === 'entityList',
    embargo: destination.e1 || destination.e2 || code === 'RU' || code === 'BY',
    legA,
    legB,
    in5a: destination.supplement5a && (hq === 'US' || headquarters.supplement5a),
    aiaCertificate: read('authorizationCertificate'),
    restricted: code === 'MO' || destination.d5 || headquartersD5,
    direct: read('directToUltimateConsignee'),
    distributor: read('throughDistributor'),
    certificate: read('consigneeCertificate'),
    dataCenter: chip.dataCenter,
    purchaseOrder: read('purchaseOrder'),
    confirmation: read('nacConfirmation'),
    china: code === 'CN' || code === 'HK' || code === 'MO',
    fromUs: read('transaction') === 'export',
    promised: read('certifications').length === 4 && read('testedInUsLaboratory'),
    destination5a: destination.supplement5a,
    outer: destination.d1 || destination.d4,
    lppTotal: read('lppUsedThisYear') * 100 + shipment,
    days: read('daysSinceNotification'),
    tpp,
    bandwidth: chip.bandwidth,
    chinaTwice,
    usUnits: read('usCustomerUnits'),
    overHalf: chinaTwice - read('usCustomerUnits'),
    allocationTotal: read('countryAllocationUsed') * 100 + shipment,
  }
}
