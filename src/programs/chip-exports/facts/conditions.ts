import { boolFact, dateFact, numberFact, setFact } from '#rules'
import { certification, chipFeature } from '../enums.ts'
import { chips, days, tpp } from '../units.ts'

const exceptions = { group: 'exceptions' } as const
const review = { group: 'review' } as const
const lpp = [{ provision: '15 CFR 740.29', anchor: '740.29' }]
const nac = [{ provision: '15 CFR 740.8', anchor: '740.8' }]
const hbm = [{ provision: '15 CFR 740.25', anchor: '740.25' }]
const january = [{ provision: '15 CFR 742.6(b)(10)(iii)(A)(1)', anchor: 'review-2026' }]

/** Facts on which license exceptions and review policies turn. */
export const conditionFacts = {
  directToUltimateConsignee: boolFact({
    ...exceptions,
    title: 'Direct to a single ultimate consignee',
    question: 'Does the shipment go directly to one ultimate consignee?',
    why: 'License Exception LPP covers only direct shipments to a single ultimate consignee.',
    cite: lpp,
    example: true,
  }),
  throughDistributor: boolFact({
    ...exceptions,
    title: 'Through a distributor',
    question: 'Is the item sold to or through a distributor or reseller?',
    why: 'License Exception LPP and the notified exception NAC are not open to distributors.',
    cite: [...lpp, ...nac],
    example: false,
  }),
  consigneeCertificate: boolFact({
    ...exceptions,
    title: 'Consignee’s certificate of cumulative TPP',
    question:
      'Do you hold the ultimate consignee’s certificate that its total for this calendar year, with this shipment, stays within the limit?',
    why: 'The exporter must hold it before each use of License Exception LPP.',
    cite: lpp,
    evidence: ['consigneeCertificate'],
    example: true,
  }),
  lppUsedThisYear: numberFact(tpp, {
    ...exceptions,
    title: 'TPP already shipped to this consignee this year under LPP',
    question:
      'How much total processing performance has this ultimate consignee already received under LPP in this calendar year, from all exporters?',
    why: 'The yearly limit counts all shipments of the calendar year, which begins on January 1.',
    cite: lpp,
    assertedBy: ['applicant', 'ledger'],
    evidence: ['consigneeCertificate', 'ledgerBalance'],
    min: 0,
    max: 1_000_000_000,
    example: 0,
  }),
  authorizationCertificate: boolFact({
    ...exceptions,
    title: 'End-use certificate for AIA',
    question: 'Did the consignee give its end-use certificate before the shipment?',
    why: 'License Exception AIA needs a prior certificate.',
    cite: [{ provision: '15 CFR 740.27', anchor: '740.27' }],
    evidence: ['endUseCertificate'],
    example: true,
  }),
  manufacturingUse: boolFact({
    ...exceptions,
    title: 'For development, production or storage',
    question:
      'Is the recipient a private-sector end user that will use the item only for development, production or storage of such items?',
    why: 'License Exception ACM covers manufacturing, not the operation of data centers.',
    cite: [{ provision: '15 CFR 740.28', anchor: '740.28' }],
    example: false,
  }),
  finallyDestinedOutside: boolFact({
    ...exceptions,
    title: 'Finally destined outside Macau and D:5',
    question: 'Are the finished items destined outside Macau and Country Group D:5?',
    why: 'License Exception ACM requires it.',
    cite: [{ provision: '15 CFR 740.28', anchor: '740.28' }],
    example: true,
  }),
  purchaseOrder: boolFact({
    ...exceptions,
    title: 'Written purchase order',
    question: 'Do you hold a written purchase order?',
    why: 'NAC and ACA need one before the shipment.',
    cite: nac,
    example: true,
  }),
  daysSinceNotification: numberFact(days, {
    ...exceptions,
    title: 'Calendar days since the NAC notification',
    question:
      'How many calendar days before the shipment was the NAC notification filed? Enter 0 if none was filed.',
    why: 'NAC needs notification at least 25 calendar days before the shipment.',
    cite: nac,
    min: 0,
    max: 10_000,
    example: 25,
  }),
  nacConfirmation: boolFact({
    ...exceptions,
    title: 'NAC confirmation number',
    question: 'Do you hold the NAC confirmation number?',
    why: 'NAC may be used only once BIS has confirmed it.',
    cite: nac,
    evidence: ['nacConfirmation'],
    example: true,
  }),
  hbmExporterEligible: boolFact({
    ...exceptions,
    title: 'HBM: eligible exporter and packager',
    question:
      'Are the exporter and the packaging site owned and operated by companies headquartered in the United States or another eligible country, with no parent in Macau or D:5?',
    why: 'License Exception HBM is open only to such companies. The paragraph was read in summary only.',
    cite: hbm,
    example: true,
  }),
  hbmDirectToPackager: boolFact({
    ...exceptions,
    title: 'HBM: direct to the packaging site, all of it accounted for',
    question:
      'Does the HBM go directly to the packaging site, and will all of it be accounted for and any loss be reported?',
    why: 'License Exception HBM excludes distributors and asks for an account of every stack. Read in summary only.',
    cite: hbm,
    example: true,
  }),
  validatedEndUser: boolFact({
    ...exceptions,
    title: 'Data center validated end-user authorization',
    question:
      'Does the recipient hold a data center VEU authorization that covers this item and destination?',
    why: 'Shipments to a validated end user need no separate license.',
    cite: [{ provision: '15 CFR 748.15', anchor: '748.15' }],
    evidence: ['veuAuthorization'],
    example: false,
  }),
  veuReceived: numberFact(tpp, {
    ...exceptions,
    title: 'VEU: TPP received',
    question: 'How much TPP has the national VEU received in this country so far?',
    why: 'The allocation limits the installed base, not shipments.',
    cite: [{ provision: '15 CFR 748.15(a)(2)(iii)', anchor: '748.15' }],
    min: 0,
    max: 100_000_000_000,
    example: 1_000_000,
  }),
  veuAttrition: numberFact(tpp, {
    ...exceptions,
    title: 'VEU: TPP lost to attrition',
    question: 'How much TPP was lost, damaged, failed, relocated or resold?',
    why: 'What is lost does not count toward the allocation.',
    cite: [{ provision: '15 CFR 748.15(a)(2)(iii)(B)', anchor: '748.15' }],
    min: 0,
    max: 100_000_000_000,
    example: 0,
  }),
  countryAllocationUsed: numberFact(tpp, {
    ...review,
    title: 'TPP already counted against the country’s allocation',
    question:
      'How much TPP has already been counted against the destination’s allocation for 2025-2027?',
    hint: 'LPP and VEU shipments do not count.',
    why: 'The text presumes approval until the country’s allocation is used up.',
    cite: [{ provision: '15 CFR 742.6(b)(10); 90 FR 4544', anchor: 'country-allocation' }],
    assertedBy: ['officer', 'ledger'],
    evidence: ['ledgerBalance'],
    min: 0,
    max: 100_000_000_000,
    example: 0,
  }),
  certifications: setFact(certification, {
    ...review,
    title: 'Certifications',
    question: 'Which of these does the exporter certify?',
    hint: 'Tick all that apply.',
    why: 'Case-by-case review for China and Macau needs all of them.',
    cite: january,
    evidence: ['exporterCertification'],
    example: ['sufficientSupply', 'noOrderDelay', 'noFoundryDiversion', 'remoteAccessControls'],
  }),
  testedInUsLaboratory: boolFact({
    ...review,
    title: 'Tested by an independent US laboratory',
    question:
      'Will every shipment be tested in the United States by a qualified independent third-party laboratory before it leaves?',
    why: 'Case-by-case review for China and Macau needs it.',
    cite: january,
    evidence: ['laboratoryReport'],
    example: true,
  }),
  usCustomerUnits: numberFact(chips, {
    ...review,
    title: 'Units shipped to US end-use customers',
    question:
      'How many units of this product have been shipped to customers for end use in the United States?',
    why: 'Shipments to China and Macau together may not exceed half of this number.',
    cite: january,
    min: 0,
    max: 100_000_000,
    example: 10_000,
  }),
  chinaUnitsToDate: numberFact(chips, {
    ...review,
    title: 'Units shipped to China and Macau so far',
    question: 'How many units of this product have been shipped to China and Macau so far?',
    why: 'This shipment and all before it are counted together.',
    cite: january,
    assertedBy: ['applicant', 'ledger'],
    evidence: ['ledgerBalance'],
    min: 0,
    max: 100_000_000,
    example: 4900,
  }),
}

const proposals = { group: 'proposals' } as const
const ifp = [
  {
    provision: 'IFP response to the AI Action Plan RFI (March 2025), recommendation 10',
    anchor: 'conditional-controls, restricted-lpp, inference-chips',
  },
]

/** Facts that only proposals read. Each condition has an evidence kind of its own. */
export const proposalFacts = {
  restrictedLppDestination: boolFact({
    ...proposals,
    title: 'Restricted LPP destination',
    question: 'Is the destination on the list of restricted LPP destinations that you assume?',
    hint: 'The proposal leaves the list to BIS; nobody has set it.',
    why: 'The proposal lowers the unconditional limit for destinations with a diversion risk.',
    cite: ifp,
    assertedBy: ['analyst', 'officer'],
    example: true,
  }),
  locationVerified: boolFact({
    ...proposals,
    title: 'Location verified',
    question:
      'Is there current evidence that the chips already delivered are where they should be?',
    why: 'One of the conditions for the full limit at a restricted destination.',
    cite: ifp,
    evidence: ['locationVerification'],
    example: true,
  }),
  endUsersKnown: boolFact({
    ...proposals,
    title: 'Know-your-customer checks of end users',
    question: 'Has the consignee shown know-your-customer checks of everyone who uses the chips?',
    why: 'One of the conditions for the full limit at a restricted destination.',
    cite: ifp,
    evidence: ['knowYourCustomerReport'],
    example: true,
  }),
  useMetered: boolFact({
    ...proposals,
    title: 'Use metered',
    question: 'Is use metered and reported?',
    why: 'One of the conditions for the full limit at a restricted destination.',
    cite: ifp,
    evidence: ['meterReport'],
    example: true,
  }),
  fixedSets: boolFact({
    ...proposals,
    title: 'Fixed sets with a bandwidth bottleneck',
    question: 'Are the chips built in fixed sets with a bandwidth bottleneck between sets?',
    why: 'One of the conditions for the full limit at a restricted destination.',
    cite: ifp,
    evidence: ['hardwareAttestation'],
    example: true,
  }),
  offlineLicensed: boolFact({
    ...proposals,
    title: 'Offline licensing',
    question: 'Do the chips need offline licenses to keep computing?',
    why: 'One of the conditions for the full limit at a restricted destination.',
    cite: ifp,
    evidence: ['hardwareAttestation'],
    example: true,
  }),
  chipFeatures: setFact(chipFeature, {
    ...proposals,
    title: 'Security features of the chip',
    question: 'Which of these features does the chip have?',
    why: 'The conditional control leaves out chips that have the named features.',
    cite: ifp,
    evidence: ['hardwareAttestation'],
    example: ['locationVerification'],
  }),
  triggerDeclared: boolFact({
    ...proposals,
    title: 'Trigger event declared',
    question: 'Has the trigger event of the conditional control been declared?',
    why: 'The control expands only from the day of the trigger event on.',
    cite: ifp,
    assertedBy: ['officer', 'analyst'],
    evidence: ['enforcementFinding'],
    example: true,
  }),
  triggerDate: dateFact({
    ...proposals,
    title: 'Date of the trigger event',
    question: 'From which day does the expanded control apply?',
    why: 'Shipments before that day are not reached.',
    cite: ifp,
    assertedBy: ['officer', 'analyst'],
    evidence: ['enforcementFinding'],
    example: '2026-06-01',
  }),
  shipmentDate: dateFact({
    ...proposals,
    title: 'Date of shipment',
    question: 'On which day does the item leave?',
    why: 'Compared with the date of the trigger event.',
    cite: ifp,
    example: '2026-11-23',
  }),
  securityMechanism: boolFact({
    ...proposals,
    title: 'Location verification mechanism in the chip',
    question: 'Does the item have a location verification mechanism?',
    why: 'The Chip Security Act would require one before export, reexport or in-country transfer.',
    cite: [
      {
        provision: 'Chip Security Act (H.R. 3447 / S. 1705), not enacted',
        anchor: 'chip-security-act',
      },
    ],
    evidence: ['hardwareAttestation'],
    example: true,
  }),
}
