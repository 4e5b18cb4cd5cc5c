import { boolDefinition, declareDefinitions, enumDefinition, numberDefinition } from '#rules'
import {
  answer,
  eccn,
  exceptionCode,
  fastLink,
  licenseCheck,
  locationFinding,
  nameMatch,
  parameterLeg,
  preclearance,
  reviewPolicy,
} from './enums.ts'
import {
  bandwidthDensity,
  billionTransistors,
  chips,
  dollars,
  kilometers,
  performanceDensity,
  tpp,
} from './units.ts'

/** Everything that is concluded, from the item's performance to the determination. */
export const { use: definition, declarations: definitionDeclarations } = declareDefinitions({
  totalProcessingPerformance: numberDefinition(
    tpp,
    'Total processing performance (TPP) of one chip',
    'Highest over bit lengths of the dense rate times the bit length',
  ),
  performanceDensity: numberDefinition(
    performanceDensity,
    'Performance density of one chip',
    'TPP divided by the applicable die area',
  ),
  memoryBandwidthDensity: numberDefinition(
    bandwidthDensity,
    'Memory bandwidth density of the HBM',
    'Bandwidth divided by the area of the package or stack',
  ),
  chipCount: numberDefinition(
    chips,
    'Chips in the shipment',
    'All chips, counting those inside computers',
  ),
  shipmentTpp: numberDefinition(
    tpp,
    'TPP of the shipment',
    'TPP of one chip times all chips in the shipment',
  ),
  parameterLeg: enumDefinition(
    parameterLeg,
    'Leg of 3A090 that the chip meets',
    'Before Note 2 and the kind of item are looked at',
  ),
  controlledLeg: enumDefinition(
    parameterLeg,
    'Leg of 3A090 that controls the chip',
    'After Note 2',
  ),
  eccn: enumDefinition(
    eccn,
    'Classification',
    'Export Control Classification Number under 3A090, 4A090 and the .z paragraphs',
  ),
  isLegA: boolDefinition('Item of an .a leg', '3A090.a, 4A090.a or the .a leg of a .z paragraph'),
  isLegB: boolDefinition('Item of a .b leg', '3A090.b, 4A090.b or the .b leg of a .z paragraph'),
  foundryPresumption: boolDefinition(
    'Presumed to be 3A090.a for a front-end fabricator or OSAT company',
    'Note 1 to 3A090.a',
  ),
  designerQualifies: boolDefinition(
    'The designer is approved or authorized',
    'Note 1 to 3A090.a, paragraph a',
  ),
  transistorLimitWithoutHbm: numberDefinition(
    billionTransistors,
    'Transistor count below which a package without HBM overcomes the presumption',
    'Note 1 to 3A090.a, paragraphs b and c',
  ),
  isHbm: boolDefinition('Item of 3A090.c', 'Bare high bandwidth memory above the density limit'),

  destinationD1: boolDefinition('Destination in Country Group D:1', '15 CFR 740 supplement 1'),
  destinationD4: boolDefinition('Destination in Country Group D:4', '15 CFR 740 supplement 1'),
  destinationD5: boolDefinition('Destination in Country Group D:5', '15 CFR 740 supplement 1'),
  destinationA5A6: boolDefinition(
    'Destination in Country Group A:5 or A:6',
    '15 CFR 740 supplement 1',
  ),
  destinationE: boolDefinition(
    'Destination in Country Group E:1 or E:2',
    '15 CFR 740 supplement 1',
  ),
  destinationSupplement5a: boolDefinition(
    'Destination in supplement 5(a) to part 740',
    'Countries for License Exception AIA',
  ),
  destinationMacauD5: boolDefinition(
    'Destination is Macau or in Country Group D:5',
    'The text always names both',
  ),
  headquartersMacauD5: boolDefinition(
    'Headquartered, or ultimate parent headquartered, in Macau or Country Group D:5',
    'Either is enough',
  ),
  headquartersSupplement5a: boolDefinition(
    'Headquartered, with its ultimate parent, in supplement 5(a) or the United States',
    'Both are needed',
  ),

  advancedScope: boolDefinition(
    'Destination in D:1, D:4 or D:5 and not in A:5 or A:6',
    'Scope of the advanced computing controls of October 2023',
  ),
  freedUaeRecipient: boolDefinition(
    'Recipient in the United Arab Emirates that needs no license',
    'Government agencies and the entities of supplement 8',
  ),
  affiliateRestricted: boolDefinition(
    'Owned by listed parties at or above the threshold',
    'The 50 percent rule',
  ),
  isSupercomputer: boolDefinition('The system is a supercomputer', '15 CFR 772.1'),
  expandedControl: boolDefinition(
    'Reached by an expanded control after a trigger event',
    'Only under the conditional-controls proposal',
  ),
  regionalStability: boolDefinition(
    'License required by the advanced computing controls',
    'By destination or by headquarters: 15 CFR 742.6(a)(6) and 744.23(a)(3)',
  ),
  otherControls: boolDefinition(
    'License required by another reason for control of the entry',
    'National security, encryption, missile or nuclear reasons of a .z entry',
  ),
  endUser: boolDefinition(
    'License required because of a party',
    '15 CFR 744.11, 744.16 and the 50 percent rule',
  ),
  endUse: boolDefinition(
    'License required because of an end use or end user',
    '15 CFR 744.2 to 744.23',
  ),
  individualNotice: boolDefinition(
    'License required by an individual notice',
    'A letter of BIS to this exporter ("is informed")',
  ),
  embargo: boolDefinition('License required because of an embargo', '15 CFR 746'),
  licenseRequired: boolDefinition('License required', 'Any requirement is enough'),

  exceptionBarred: boolDefinition(
    'License exceptions barred',
    'By party, end use, embargo or 15 CFR 740.2(a)',
  ),
  aia: boolDefinition('License Exception AIA available', '15 CFR 740.27'),
  lpp: boolDefinition('License Exception LPP available', '15 CFR 740.29'),
  acm: boolDefinition('License Exception ACM available', '15 CFR 740.28'),
  nac: boolDefinition('License Exception NAC available', '15 CFR 740.8'),
  aca: boolDefinition('License Exception ACA available', '15 CFR 740.8'),
  hbm: boolDefinition('License Exception HBM available', '15 CFR 740.25'),
  veu: boolDefinition('Validated end-user authorization available', '15 CFR 748.15'),
  nonDataCenterOrLegB: boolDefinition(
    'Item within the scope of NAC and ACA',
    '.b items, and .a items not for data centers',
  ),
  authorized: boolDefinition(
    'An authorization other than a license is available',
    'Any available license exception or validated end-user authorization',
  ),
  exception: enumDefinition(
    exceptionCode,
    'Authorization that can be used',
    'The first available; an exporter may choose another that is available',
  ),
  lppLimit: numberDefinition(tpp, 'LPP limit that applies to this consignee', 'Per calendar year'),
  veuInstalledBase: numberDefinition(tpp, 'VEU installed base', 'Received less attrition'),

  unresolvedRedFlags: boolDefinition('Red flags that are not resolved', '15 CFR 732 supplement 3'),
  chinaCaseByCase: boolDefinition(
    'Meets the conditions for case-by-case review to China and Macau',
    '15 CFR 742.6(b)(10)(iii)(A)(1)',
  ),
  itemReview: enumDefinition(
    reviewPolicy,
    'Review policy for the item and destination',
    '15 CFR 742.6(b)(10)',
  ),
  review: enumDefinition(reviewPolicy, 'License review policy', 'The strictest that applies'),
  verificationDuty: boolDefinition(
    'Location verification missing that a bill would require',
    'Only under the Chip Security Act',
  ),
  generalProhibitionTen: boolDefinition(
    'Presumed made or moved in violation',
    'General Prohibition Ten and the guidance of 2025-05-13',
  ),
  ordinary: enumDefinition(
    answer,
    'Determination before general prohibitions',
    'From requirement, exception and review policy',
  ),
  determination: enumDefinition(
    answer,
    'Determination',
    'What these rules say of this transaction',
  ),
  draftTier: enumDefinition(
    preclearance,
    'Tier of the draft worldwide rule',
    'Reported draft of February 2026, withdrawn',
  ),

  landmarkAccepted: boolDefinition(
    'Landmark accepted',
    'Its time to another landmark is one that light can achieve',
  ),
  reachAtLightSpeed: numberDefinition(
    kilometers,
    'Farthest the chip can be from the landmark',
    'At the speed of light in vacuum: a bound, not an estimate',
  ),
  reachInFiber: numberDefinition(
    kilometers,
    'Farthest the chip is likely to be from the landmark',
    'At the speed of light in fiber: an estimate, not a bound',
  ),
  excludedAtLightSpeed: boolDefinition(
    'Territory excluded at the speed of light',
    'Proof that the chip is not there, from a measurement made elsewhere',
  ),
  excludedInFiber: boolDefinition(
    'Territory excluded at the speed of light in fiber',
    'Likely, not proved',
  ),
  locationFinding: enumDefinition(
    locationFinding,
    'Finding on the location of the chip',
    'Measuring is done by an engine that is not part of this program yet',
  ),
  nameMatch: enumDefinition(
    nameMatch,
    'Meaning of a screening result',
    'Screening is done by an engine that is not part of this program yet',
  ),
  offlineLicense: enumDefinition(
    licenseCheck,
    'Offline license of the chip',
    'The device checks the license; the deciding clause names the reason',
  ),
  fastLinks: enumDefinition(
    fastLink,
    'Fast links of a fixed set',
    'The devices check membership; the deciding clause names the reason',
  ),
  awardMinimum: numberDefinition(
    dollars,
    'Lowest award to the person who reported',
    'Only under the Stop Stealing our Chips Act',
  ),
  awardMaximum: numberDefinition(
    dollars,
    'Highest award to the person who reported',
    'Only under the Stop Stealing our Chips Act',
  ),
  quiTamMinimum: numberDefinition(
    dollars,
    'Lowest share of the person who brings the action',
    'False Claims Act, as a model',
  ),
  quiTamMaximum: numberDefinition(
    dollars,
    'Highest share of the person who brings the action',
    'False Claims Act, as a model',
  ),
})
