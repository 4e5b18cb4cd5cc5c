import type * as library from '../../src/library.ts'
import { mulberry32 } from '../measure.ts'

interface Groups {
  readonly a5: boolean
  readonly a6: boolean
  readonly d1: boolean
  readonly d4: boolean
  readonly d5: boolean
  readonly e1: boolean
  readonly e2: boolean
  readonly supplement5a: boolean
}
interface Chip {
  readonly rate4: number
  readonly rate8: number
  readonly rate16: number
  readonly area: number
  readonly bandwidth: number
  readonly dataCenter: boolean
}
/** What a case of this population states. */
type Stated = {
  readonly [name: string]: unknown
  readonly subjectToEar: boolean
  readonly transaction: string
  readonly quantity: number
  readonly destination: string
  readonly headquarters: string
  readonly partyListing: string
  readonly directToUltimateConsignee: boolean
  readonly throughDistributor: boolean
  readonly consigneeCertificate: boolean
  readonly lppUsedThisYear: number
  readonly authorizationCertificate: boolean
  readonly purchaseOrder: boolean
  readonly daysSinceNotification: number
  readonly nacConfirmation: boolean
  readonly countryAllocationUsed: number
  readonly testedInUsLaboratory: boolean
  readonly usCustomerUnits: number
  readonly chinaUnitsToDate: number
  readonly certifications: readonly string[]
}
/** One shipment, its table rows joined: what a hand-written program would hold in memory. */
export interface Shipment {
  readonly facts: Stated
  readonly chip: Chip
  readonly destination: Groups
  readonly headquarters: Groups
}

/** A seeded population of chip shipments in which every fact that matters is known. */
export function chipExportCases(
  count: number,
  seed: number,
  p: typeof library,
): readonly Shipment[] {
  const random = mulberry32(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const { tables, enums } = p.chipExports.rules.text
  const groups = tables.filter(({ keyEnum }) => keyEnum === 'country').at(-1)?.rows ?? {}
  const chips = tables.find(({ name }) => name === 'chips')?.rows ?? {}
  const countries = Object.keys(groups).filter((code) => code !== 'US')
  const names = (enums.find(({ name }) => name === 'chip')?.members ?? [])
    .map(({ value }) => value)
    .filter((name) => isKnown(chips[name]) && !/Ascend|Biren|Cambricon|Moore/.test(name))
  return Array.from({ length: count }, () => {
    const name = pick(names)
    const destination = random() < 0.15 ? pick(['CN', 'HK', 'MO']) : pick(countries)
    const headquarters = random() < 0.7 ? destination : random() < 0.5 ? 'CN' : pick(countries)
    const yes = (share: number): boolean => random() < share
    const facts: Stated = {
      subjectToEar: true,
      transaction: yes(0.8) ? 'export' : 'reexport',
      itemKind: 'integratedCircuit',
      chip: name,
      quantity: 1 + Math.floor(random() * 4000),
      destination,
      headquarters,
      ultimateParent: headquarters,
      partyListing: yes(0.05) ? 'entityList' : 'none',
      ownershipDetermined: true,
      owners: [],
      approvedUaeParty: false,
      restrictedUses: [],
      exporterInformed: false,
      redFlags: [],
      diversionFlags: [],
      otherFunction: 'none',
      foundryOrOsat: false,
      directToUltimateConsignee: yes(0.9),
      throughDistributor: yes(0.1),
      consigneeCertificate: yes(0.9),
      lppUsedThisYear: Math.floor(random() * 20_000_000),
      authorizationCertificate: yes(0.5),
      manufacturingUse: false,
      purchaseOrder: yes(0.7),
      daysSinceNotification: Math.floor(random() * 60),
      nacConfirmation: yes(0.8),
      validatedEndUser: false,
      countryAllocationUsed: Math.floor(random() * 800_000_000),
      testedInUsLaboratory: yes(0.9),
      usCustomerUnits: Math.floor(random() * 20_000),
      chinaUnitsToDate: Math.floor(random() * 5000),
      certifications: yes(0.8)
        ? ['sufficientSupply', 'noOrderDelay', 'noFoundryDiversion', 'remoteAccessControls']
        : [],
      ...(chips[name]?.['commerciallyAvailableUs'] === null
        ? { commerciallyAvailableInUs: true }
        : {}),
    }
    return {
      facts,
      chip: chipOf(chips[name] ?? {}),
      destination: groups[destination] as unknown as Groups,
      headquarters: groups[headquarters] as unknown as Groups,
    }
  })
}

const columns = [
  'dense4BitTops',
  'dense8BitTops',
  'dense16BitTops',
  'applicableDieArea',
  'memoryBandwidth',
  'dataCenter',
]
const isKnown = (row: Readonly<Record<string, unknown>> | undefined): boolean =>
  row !== undefined &&
  columns.every((column) => row[column] !== null) &&
  row['commerciallyAvailableUs'] !== false
const chipOf = (row: Readonly<Record<string, unknown>>): Chip => ({
  rate4: row['dense4BitTops'] as number,
  rate8: row['dense8BitTops'] as number,
  rate16: row['dense16BitTops'] as number,
  area: row['applicableDieArea'] as number,
  bandwidth: row['memoryBandwidth'] as number,
  dataCenter: row['dataCenter'] as boolean,
})

export const factsOf = ({ facts }: Shipment): library.CaseFacts => facts

/** The same law by hand, for this population: rates in hundredths, as the tables keep them. */
export function byHand({ facts, chip, destination, headquarters }: Shipment): string {
  const f = facts
  if (!f.subjectToEar) return 'notSubjectToEar'
  const tpp = Math.max(chip.rate4 * 4, chip.rate8 * 8, chip.rate16 * 16)
  const dense = (threshold: number): boolean => chip.area > 0 && tpp * 100 >= threshold * chip.area
  let leg = 'none'
  if (tpp >= 480_000 || (tpp >= 160_000 && dense(592))) leg = 'a'
  else if ((tpp >= 240_000 && dense(160)) || (tpp >= 160_000 && dense(320))) leg = 'b'
  if (!chip.dataCenter && tpp < 480_000) leg = 'none'
  const code = f.destination
  const hq = f.headquarters
  const destinationD5 = code === 'MO' || destination.d5
  const headquartersD5 = hq === 'MO' || headquarters.d5
  const restricted = destinationD5 || headquartersD5
  const listed = f.partyListing === 'entityList'
  const embargo = destination.e1 || destination.e2 || code === 'RU' || code === 'BY'
  const scope =
    (destination.d1 || destination.d4 || destination.d5) && !(destination.a5 || destination.a6)
  const controlled = leg === 'a' || (leg === 'b' && (code === 'AE' || scope || headquartersD5))
  if (!controlled && !listed && !embargo) return 'noLicenseRequirement'
  const shipment = tpp * f.quantity
  if (!listed && !embargo && leg !== 'none') {
    const in5a = destination.supplement5a && (hq === 'US' || headquarters.supplement5a)
    if (leg === 'a' && in5a && f.authorizationCertificate) return 'licenseException'
    const direct = f.directToUltimateConsignee && !f.throughDistributor && f.consigneeCertificate
    const within = f.lppUsedThisYear * 100 + shipment <= 2_690_000_000
    if (leg === 'a' && !restricted && direct && within) return 'licenseException'
    if (leg === 'b' || !chip.dataCenter) {
      if (
        restricted &&
        f.purchaseOrder &&
        f.daysSinceNotification >= 25 &&
        f.nacConfirmation &&
        !f.throughDistributor
      )
        return 'licenseException'
      if (!restricted && f.purchaseOrder) return 'licenseException'
    }
  }
  if (embargo) return 'licenseDenial'
  const item = review(f, chip, tpp, leg, { code, restricted, destination })
  // The strictest policy that applies: a listed party brings a presumption of denial.
  return listed && item !== 'licenseDenial' ? 'licenseDenialPresumed' : item
}

interface Place {
  readonly code: string
  readonly restricted: boolean
  readonly destination: Groups
}

function review(
  f: Stated,
  chip: Chip,
  tpp: number,
  leg: string,
  { code, restricted, destination }: Place,
): string {
  if (leg === 'none') return 'licenseCaseByCase'
  if (restricted) return reviewInD5(f, chip, tpp, leg, code)
  if (leg === 'a') {
    const used = f.countryAllocationUsed * 100 + tpp * f.quantity
    return destination.supplement5a || used <= 79_000_000_000 ? 'licenseApproval' : 'licenseDenial'
  }
  return destination.d1 || destination.d4 ? 'licenseApproval' : 'licenseCaseByCase'
}

function reviewInD5(f: Stated, chip: Chip, tpp: number, leg: string, code: string): string {
  if (leg === 'b' || !chip.dataCenter) return 'licenseCaseByCase'
  const china = code === 'CN' || code === 'HK' || code === 'MO'
  const half = (f.chinaUnitsToDate + f.quantity) * 2 <= f.usCustomerUnits
  const promised = f.certifications.length === 4 && f.testedInUsLaboratory
  const small = tpp < 2_100_000 && chip.bandwidth < 6500
  return china && f.transaction === 'export' && small && half && promised
    ? 'licenseCaseByCase'
    : 'licenseDenialPresumed'
}
