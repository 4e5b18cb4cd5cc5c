import type { ClauseText } from '#rules'
import {
  all,
  any,
  atLeast,
  atMost,
  includesAll,
  isOneOf,
  member,
  moreThan,
  multiply,
  no,
  not,
  onOrAfter,
  pack,
  yes,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { parameterLeg, preclearance } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { tpp } from '../units.ts'
import { cite, isAbroad, statementsVerifiedAt } from './shared.ts'

const ifpAnchor = 'conditional-controls, restricted-lpp, inference-chips'
const recommendation = (number: number) => [
  cite(`IFP response to the AI Action Plan RFI (March 2025), recommendation ${number}`, ifpAnchor),
]
const ifp = {
  instrument: 'IFP response to the AI Action Plan RFI, March 2025',
  from: '2025-03-15',
  verifiedAt: statementsVerifiedAt,
} as const

/** Restricted LPP destinations: a low unconditional limit, the full limit on verified conditions. */
export const conditionalLpp = pack(
  {
    ...ifp,
    id: 'proposal-conditional-lpp',
    file: 'rules/proposals.ts',
    title: 'Conditional LPP: restricted destinations',
    proposal: { name: 'conditional-lpp', base: 'text' },
  },
  ({ clause, set }) => {
    set(p.restrictedLppLimit, { value: null, cite: recommendation(10) })
    const limit = (id: string, body: ClauseText<'number:TPP'>): void => clause(d.lppLimit, id, body)
    limit('restricted destination', {
      title: 'A lower unconditional limit',
      exceptTo: 'annual limit',
      when: fact.restrictedLppDestination,
      then: p.restrictedLppLimit,
      cite: recommendation(10),
    })
    limit('conditions met', {
      title: 'Up to the standard limit on verified conditions',
      exceptTo: 'restricted destination',
      when: all(
        fact.locationVerified,
        fact.endUsersKnown,
        fact.useMetered,
        fact.fixedSets,
        fact.offlineLicensed,
      ),
      then: p.lppAnnualLimit,
      cite: recommendation(10),
      note: 'Read strictly: all five conditions. The proposal names them without saying how many suffice.',
    })
  },
)

/** A dated trigger event expands a control; chips with the named features are left out. */
export const conditionalControls = pack(
  {
    ...ifp,
    id: 'proposal-conditional-controls',
    file: 'rules/proposals.ts',
    title: 'Conditional export controls: expansion on a trigger event',
    proposal: { name: 'conditional-controls', base: 'enforced' },
  },
  ({ clause, set }) => {
    set(p.expandedControlTpp, { value: null, cite: recommendation(10) })
    const expanded = (id: string, body: ClauseText<'bool'>): void =>
      clause(d.expandedControl, id, body)
    expanded('trigger event', {
      title: 'From the day of the trigger event on',
      exceptTo: 'not expanded',
      when: all(
        fact.triggerDeclared,
        onOrAfter(fact.shipmentDate, fact.triggerDate),
        atLeast(d.totalProcessingPerformance, p.expandedControlTpp),
        isAbroad,
      ),
      then: yes,
      cite: recommendation(10),
    })
    expanded('carve-out', {
      title: 'Chips with features that prevent smuggling',
      exceptTo: 'trigger event',
      when: includesAll(
        fact.chipFeatures,
        'locationVerification',
        'metering',
        'fixedSet',
        'offlineLicensing',
      ),
      then: no,
      cite: recommendation(10),
      note: 'Read strictly: every named feature. The proposal leaves the list to the rule.',
    })
    clause(d.regionalStability, 'expanded control', {
      title: 'Control expanded after a trigger event',
      exceptTo: 'no requirement',
      when: all(d.expandedControl, not(d.freedUaeRecipient)),
      then: yes,
      cite: recommendation(10),
      note: 'Recipients that the rule of July 2026 frees in the United Arab Emirates are taken to stay free.',
    })
  },
)

/** Inference chips for data centers, with co-packaged HBM and high bandwidth, into the H100’s entry. */
export const inferenceChips = pack(
  {
    ...ifp,
    id: 'proposal-inference-chips',
    file: 'rules/proposals.ts',
    title: 'Control of inference chips',
    proposal: { name: 'inference-chips', base: 'text' },
  },
  ({ clause, set }) => {
    set(p.inferenceBandwidth, { value: 2000, cite: recommendation(11) })
    clause(d.controlledLeg, 'inference chips', {
      title: 'For data centers, co-packaged HBM, more than 2 TB/s',
      exceptTo: 'Note 2',
      when: all(
        fact.designedForDataCenters,
        fact.coPackagedHbm,
        moreThan(fact.memoryBandwidth, p.inferenceBandwidth),
      ),
      then: member(parameterLeg, 'a'),
      cite: recommendation(11),
      note: 'Exactly 2,000 GB/s is not more than two terabytes per second. Chips made abroad now exceed it (Ascend 910C, 3,200 GB/s).',
    })
  },
)

/** The Chip Security Act: location verification before covered products leave. */
export const chipSecurityAct = pack(
  {
    id: 'chip-security-act',
    file: 'rules/proposals.ts',
    title: 'Chip Security Act (bill)',
    instrument: 'H.R. 3447 / S. 1705; reported by the House committee 2026-03-26',
    from: '2025-05-08',
    verifiedAt: statementsVerifiedAt,
    note: 'Not enacted; floor passage was not found. The duty would begin 180 days after enactment.',
    proposal: { name: 'chip-security-act', base: 'enforced' },
  },
  ({ clause }) => {
    clause(d.verificationDuty, 'Chip Security Act', {
      title: 'Covered product without a location verification mechanism',
      exceptTo: 'no duty',
      when: all(
        isOneOf(
          d.eccn,
          '3A090.a',
          '3A090.b',
          '3A090.c',
          '4A090.a',
          '4A090.b',
          '3A001.z.a',
          '3A001.z.b',
          '4A003.z.a',
          '4A003.z.b',
        ),
        not(fact.securityMechanism),
      ),
      then: yes,
      cite: [cite('Chip Security Act, section 3 (bill text as summarized)', 'chip-security-act')],
      note: 'Read as if its 180 days after enactment had passed.',
    })
  },
)

/** The draft worldwide rule of February 2026, withdrawn in March: its reported tiers. */
export const worldwideDraft = pack(
  {
    id: 'worldwide-draft-2026-02',
    file: 'rules/proposals.ts',
    title: 'Draft worldwide rule of February 2026 (withdrawn)',
    instrument: 'Draft at OIRA 2026-02-26, withdrawn 2026-03-13; as reported',
    from: '2026-02-26',
    verifiedAt: statementsVerifiedAt,
    proposal: { name: 'worldwide-draft-2026-02', base: 'enforced' },
  },
  ({ clause, set }) => {
    const reported = [
      cite('Draft rule "AI Action Plan Implementation", as reported', 'worldwide-draft-2026'),
    ]
    set(p.gb300EquivalentTpp, { value: 6_000_000, cite: reported })
    set(p.draftSimpleReviewUnits, { value: 1000, cite: reported })
    set(p.draftGovernmentUnits, { value: 200_000, cite: reported })
    const tier = (id: string, body: ClauseText<'enum:preclearance'>): void =>
      clause(d.draftTier, id, body)
    const worth = (units: typeof p.draftSimpleReviewUnits) =>
      multiply(units, p.gb300EquivalentTpp, tpp)
    const covered = all(any(d.isLegA, d.isLegB), isAbroad)
    tier('simple review', {
      title: 'Up to 1,000 GB300 equivalents',
      exceptTo: 'not covered',
      when: all(covered, atMost(d.shipmentTpp, worth(p.draftSimpleReviewUnits))),
      then: member(preclearance, 'simpleReview'),
      cite: reported,
    })
    tier('pre-clearance', {
      title: 'More than 1,000 and up to 200,000 GB300 equivalents',
      exceptTo: 'not covered',
      when: all(
        covered,
        moreThan(d.shipmentTpp, worth(p.draftSimpleReviewUnits)),
        atMost(d.shipmentTpp, worth(p.draftGovernmentUnits)),
      ),
      then: member(preclearance, 'preclearance'),
      cite: reported,
    })
    tier('governments', {
      title: 'More than 200,000 GB300 equivalents',
      exceptTo: 'not covered',
      when: all(covered, moreThan(d.shipmentTpp, worth(p.draftGovernmentUnits))),
      then: member(preclearance, 'governmentToGovernment'),
      cite: reported,
    })
    clause(d.regionalStability, 'worldwide draft', {
      title: 'Advanced computing items to any destination',
      exceptTo: 'no requirement',
      when: all(covered, not(d.freedUaeRecipient)),
      then: yes,
      cite: reported,
      note: 'Recipients that the rule of July 2026 frees in the United Arab Emirates are taken to stay free; the draft is older.',
    })
  },
)
