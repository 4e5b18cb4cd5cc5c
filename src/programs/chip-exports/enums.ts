import { enumeration } from '#rules'
import { chipRows } from './data/chips.generated.ts'
import { countryRows } from './data/countries.generated.ts'

/** A chip of the table, or one described by its specification. */
export const chip = enumeration(
  'chip',
  'Integrated circuit',
  Object.fromEntries([
    ...chipRows.map(({ name, maker }) => [name, `${maker} ${name}`] as const),
    ['custom', 'Another chip, described by its specification'] as const,
  ]),
  Object.fromEntries(
    chipRows.flatMap(({ name, alternativeNames }) => [
      ...alternativeNames.map((other) => [other, name] as const),
      [`${name} (table)`, name] as const,
      ...(name === 'H20' ? [['H20 SXM', name] as const] : []),
    ]),
  ),
)

/** Destinations by ISO 3166-1 alpha-2 code. */
export const country = enumeration(
  'country',
  'Country or destination',
  Object.fromEntries(countryRows.map(({ iso, name }) => [iso, name])),
  Object.fromEntries(
    countryRows.flatMap(({ iso, alternativeNames }) => alternativeNames.map((name) => [name, iso])),
  ),
)

export const transaction = enumeration('transaction', 'Kind of transaction', {
  export: 'Export from the United States',
  reexport: 'Reexport from one foreign country to another',
  inCountryTransfer: 'Transfer within one foreign country',
})

export const itemKind = enumeration('itemKind', 'Kind of item', {
  integratedCircuit: 'Integrated circuits (chips, cards or modules sold as such)',
  computer: 'Computers, servers, boards or assemblies that contain such chips',
  highBandwidthMemory: 'Bare high bandwidth memory (HBM) stacks or packages',
})

/** The other function that puts an advanced computing item into a .z paragraph. */
export const otherFunction = enumeration('otherFunction', 'Other control-list function', {
  none: 'None of these',
  '3A001': 'Commodity described in 3A001',
  '4A003': 'Digital computer or assembly described in 4A003.b, .c or .g',
  '4A004': 'Computer described in 4A004',
  '4A005': 'System described in 4A005 (intrusion software)',
  '5A002': 'Information security item described in 5A002 (not mass market)',
  '5A004': 'Item that defeats information security, described in 5A004',
  '5A992': 'Mass-market encryption item described in 5A992.c',
})

export const listing = enumeration('listing', 'Restricted-party list', {
  none: 'On none of these lists',
  entityList: 'Entity List (15 CFR 744 supplement 4)',
  militaryEndUserList: 'Military End-User List (15 CFR 744 supplement 7)',
  blockedPerson744_8: 'Specially designated national under 15 CFR 744.8',
  unverifiedList: 'Unverified List (15 CFR 744 supplement 6)',
  deniedPerson: 'Denied Persons List (denial order)',
})

export const restrictedUse = enumeration('restrictedUse', 'Restricted end use or end user', {
  nuclear: 'Nuclear explosive or unsafeguarded nuclear activities (744.2)',
  missile: 'Rocket systems or unmanned aerial vehicles (744.3)',
  chemicalBiological: 'Chemical or biological weapons (744.4)',
  maritimeNuclear: 'Maritime nuclear propulsion (744.5)',
  militaryEndUse: 'Military end use or military end user (744.21)',
  militaryIntelligence: 'Military-intelligence end use or end user (744.22)',
  supercomputer:
    'A supercomputer located in or destined to Macau or Country Group D:5 (744.23(a)(1))',
  advancedNodeFabrication:
    'Making advanced-node chips in Macau or Country Group D:5 (744.23(a)(2))',
  semiconductorEquipment:
    'Making semiconductor equipment in Macau or Country Group D:5 (744.23(a)(4))',
})

/** 15 CFR 732 supplement 3. Labels are short; the wording of 1 to 19 is not quoted. */
export const redFlag = enumeration('redFlag', 'Red flag of 15 CFR 732 supplement 3', {
  '1': '1. Customer or address resembles a listed party',
  '2': '2. Reluctant to say what the item is for',
  '3': '3. Item does not fit the buyer’s line of business',
  '4': '4. Item does not fit the technical level of the destination',
  '5': '5. Cash or unusually favorable terms for a costly item',
  '6': '6. Little or no business background',
  '7': '7. Unfamiliar with the item but still wants it',
  '8': '8. Declines routine installation, training or maintenance',
  '9': '9. Vague delivery dates or out-of-the-way destination',
  '10': '10. Freight forwarder as final destination',
  '11': '11. Abnormal shipping route',
  '12': '12. Packaging does not fit the shipment or destination',
  '13': '13. Evasive on domestic use, export or reexport',
  '14': '14. Last-minute changes or a listed address',
  '15': '15. Site known for advanced-node fabrication or supercomputing',
  '16': '16. Customer’s own material suggests a restricted activity',
  '17': '17. Item looks modified for lower performance or after import',
  '18': '18. Custom chip asked for by a company headquartered in Macau or D:5',
  '19': '19. Foundry order with 50 billion transistors or more and HBM',
  '20': '20. Advanced-node or equipment history unclear (December 2024)',
  '21': '21. Equipment for a less advanced facility that can do more (December 2024)',
  '22': '22. Order from a party whose supplier was recently listed (December 2024)',
  '23': '23. Facility linked to a listed one (December 2024)',
  '24': '24. Ownership or headquarters changed recently (December 2024)',
  '25': '25. Licensing history of the item unclear (December 2024)',
  '26': '26. Foreign-made item that contains an integrated circuit (December 2024)',
  '27': '27. Equipment shipped for use by a restricted facility (December 2024)',
  '28': '28. Cloud provider asked to train a 4E091 model for a Macau or D:5 party',
  '29': '29. Owned by a listed party in a share that cannot be determined',
})

/** The diversion list of 2025-05-13; ten of its eleven flags were found. */
export const diversionFlag = enumeration('diversionFlag', 'Diversion red flag of May 2025', {
  newSinceControls: 'Began or sharply raised orders after October 2022',
  noHistory: 'No history with advanced chips',
  vagueAddress: 'Address is residential, vague or shared',
  minimalWebPresence: 'Minimal web presence',
  noBusinessCase: 'No business case',
  unusualForwarder: 'Shipped to a forwarder or reseller not normal in the trade',
  noPowerOrCooling: 'Data center cannot affirm the power, cooling or space to run the servers',
  linkedToD5: 'End user or its parent is in or headquartered in D:5 or Macau',
  refusesEndUse: 'Will not state end use, end user or customers',
  refusesCertification: 'Refuses certification',
})

export const certification = enumeration(
  'certification',
  'Certification of 15 CFR 742.6(b)(10)(iii)(A)(1)',
  {
    sufficientSupply: 'Sufficient supply of the item in the United States',
    noOrderDelay: 'No delay of orders of United States customers',
    noFoundryDiversion: 'No diversion of global foundry capacity from United States end users',
    remoteAccessControls: 'Consignee’s customer checks prevent unauthorized remote access',
  },
)

export const chipFeature = enumeration('chipFeature', 'Chip security feature', {
  locationVerification: 'Location verification',
  metering: 'Metering of use',
  fixedSet: 'Fixed set: full-speed links only to a set of chips fixed at manufacture',
  offlineLicensing: 'Offline licensing of compute',
})

/** Who designed the chip, in the terms of Note 1 to 3A090.a. */
export const designerStatus = enumeration('designerStatus', 'Designer of the chip (Note 1)', {
  approved: 'Approved designer, named in 15 CFR 740 supplement 6',
  meetsCriteria:
    'Headquartered in Taiwan, A:1 or A:5, no tie to Macau or D:5, agreed to submit the information of 743.9(b)',
  other: 'Neither',
})

/** Who packages the die and attests the transistor count, in the terms of Note 1 to 3A090.a. */
export const packager = enumeration('packager', 'Packager of the chip (Note 1)', {
  fabricatorOutsideMacauD5: 'The front-end fabricator, outside Macau and Country Group D:5',
  approvedOsat: 'An approved OSAT company, named in 15 CFR 740 supplement 7',
  other: 'Anybody else, or nobody attests the count',
})

export const parameterLeg = enumeration('parameterLeg', 'Advanced computing parameters', {
  a: 'Meets the parameters of 3A090.a',
  b: 'Meets the parameters of 3A090.b',
  none: 'Meets neither',
})

export const eccn = enumeration('eccn', 'Export Control Classification Number', {
  '3A090.a': '3A090.a',
  '3A090.b': '3A090.b',
  '3A090.c': '3A090.c',
  '4A090.a': '4A090.a',
  '4A090.b': '4A090.b',
  '3A001.z.a': '3A001.z, .a leg',
  '3A001.z.b': '3A001.z, .b leg',
  '4A003.z.a': '4A003.z, .a leg',
  '4A003.z.b': '4A003.z, .b leg',
  '4A004.z.1': '4A004.z.1',
  '4A004.z.2': '4A004.z.2',
  '4A005.z.1': '4A005.z.1',
  '4A005.z.2': '4A005.z.2',
  '5A002.z.a': '5A002.z, .a leg',
  '5A002.z.b': '5A002.z, .b leg',
  '5A004.z.a': '5A004.z, .a leg',
  '5A004.z.b': '5A004.z, .b leg',
  '5A992.z.1': '5A992.z.1',
  '5A992.z.2': '5A992.z.2',
  notAdvancedComputing: 'Not 3A090, 4A090 or a .z paragraph (other entries are not decided here)',
})

export const reviewPolicy = enumeration('reviewPolicy', 'License review policy', {
  none: 'No license is required, so none is reviewed',
  presumptionOfApproval: 'Presumption of approval',
  caseByCase: 'Case by case',
  presumptionOfDenial: 'Presumption of denial',
  denial: 'Policy of denial',
})

export const exceptionCode = enumeration('exceptionCode', 'License exception', {
  none: 'None available on these facts',
  notNeeded: 'No license is required, so none is needed',
  AIA: 'AIA, Artificial Intelligence Authorization (740.27)',
  LPP: 'LPP, Low Processing Performance (740.29)',
  ACM: 'ACM, Advanced Compute Manufacturing (740.28)',
  NAC: 'NAC, Notified Advanced Computing (740.8)',
  ACA: 'ACA, Advanced Computing Authorized (740.8)',
  HBM: 'HBM, High Bandwidth Memory (740.25)',
  VEU: 'VEU, Validated End-User authorization (748.15)',
})

export const answer = enumeration('answer', 'Determination', {
  notSubjectToEar: 'The item is stated not to be subject to the EAR; these rules do not reach it',
  notAnExport:
    'Delivery within the United States: no export, reexport or transfer; ask again before it leaves',
  prohibited: 'Prohibited: a party is denied export privileges',
  presumedViolation:
    'Do not proceed: the chip is presumed to have been made or moved in violation of the EAR',
  resolveRedFlags: 'Do not proceed: red flags are not resolved',
  noLicenseRequirement: 'No license requirement found under these rules',
  licenseException: 'License required; a license exception authorizes it on these conditions',
  licenseApproval: 'License required; presumption of approval',
  licenseCaseByCase: 'License required; reviewed case by case',
  licenseDenialPresumed: 'License required; presumption of denial',
  licenseDenial: 'License required; policy of denial',
  notAuthorizedUntilVerified:
    'Not to be shipped until location verification is in place (proposed)',
})

export const preclearance = enumeration('preclearance', 'Tier of the draft worldwide rule', {
  notCovered: 'Not covered by the draft',
  simpleReview: 'Simple review',
  preclearance: 'Pre-clearance, site visits and monitoring',
  governmentToGovernment: 'Government-to-government arrangement and matching investment',
})

/** What the distance that light can travel says about where a chip is. */
export const locationFinding = enumeration('locationFinding', 'Finding on the location', {
  excluded: 'Outside the territory: no signal is fast enough to have been there',
  notVerified: 'Not verified: the time measured excludes nothing',
  landmarkRejected: 'Landmark rejected: it cannot be where it says it is',
})

/** Grounds on which screening can find two names near each other. */
export const matchBasis = enumeration('matchBasis', 'What two names share', {
  exact: 'The same name',
  legalFormVariant: 'The same name with another spelling of the legal form',
  alias: 'A listed alias or acronym',
  distinctiveWords: 'The words that set the listed name apart',
  commonWordsOnly: 'Only words that many companies share, such as "Corp"',
  nothing: 'Nothing',
})

export const nameMatch = enumeration('nameMatch', 'Meaning of a screening result', {
  hit: 'Hit: a person must look at it',
  noHit: 'No hit',
})

export const licenseCheck = enumeration('licenseCheck', 'Check of an offline license', {
  accepted: 'Accepted',
  refused: 'Refused',
})

export const fastLink = enumeration('fastLink', 'Fast links between chips', {
  enabled: 'Enabled',
  refused: 'Refused',
})

export const enums = [
  chip,
  country,
  transaction,
  itemKind,
  otherFunction,
  listing,
  restrictedUse,
  redFlag,
  diversionFlag,
  certification,
  chipFeature,
  designerStatus,
  packager,
  parameterLeg,
  eccn,
  reviewPolicy,
  exceptionCode,
  answer,
  preclearance,
  locationFinding,
  matchBasis,
  nameMatch,
  licenseCheck,
  fastLink,
]
