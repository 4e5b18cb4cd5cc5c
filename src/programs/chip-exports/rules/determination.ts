import type { ClauseText } from '#rules'
import { all, any, isOneOf, member, no, not, pack, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { answer, exceptionCode, preclearance, reviewPolicy } from '../enums.ts'
import { fact } from '../facts.ts'
import { cite, isAbroad, textVerifiedAt } from './shared.ts'

const steps = [
  cite('15 CFR 732.1(d) and 738.4(a): steps for determining license requirements', 'at-column-1'),
]
const denied = isOneOf(fact.partyListing, 'deniedPerson')
const needsLicense = all(d.licenseRequired, not(d.authorized))

/** How the parts are put together: requirement, exception, review policy, general prohibitions. */
export const determination = pack(
  {
    id: 'determination',
    file: 'rules/determination.ts',
    title: 'From requirement to determination',
    instrument: '15 CFR 732, 736, 738, 740, 750',
    from: '2022-10-07',
    verifiedAt: textVerifiedAt,
  },
  ({ clause }) => {
    const required = (id: string, body: ClauseText<'bool'>): void =>
      clause(d.licenseRequired, id, body)
    required('none found', {
      title: 'Not required unless a requirement is found',
      when: yes,
      then: no,
      cite: steps,
    })
    const because = { exceptTo: 'none found', then: yes } as const
    required('item and destination', {
      ...because,
      title: 'Advanced computing controls',
      when: all(isAbroad, d.regionalStability),
      cite: [cite('15 CFR 742.6(a)(6)', '742.6-of-2023')],
    })
    required('other reasons for control', {
      ...because,
      title: 'Other reasons for control of a .z entry',
      when: all(isAbroad, d.otherControls),
      cite: [cite('15 CFR 738.4(a)(2): each reason for control', 'z-entries-other-reasons')],
    })
    required('party', {
      ...because,
      title: 'A party',
      when: all(isAbroad, d.endUser),
      cite: [cite('15 CFR 744.11', '744.11')],
    })
    required('end use', {
      ...because,
      title: 'An end use or end user',
      when: all(isAbroad, d.endUse),
      cite: [cite('15 CFR 744.2-744.23', '744.2-to-744.6')],
    })
    required('individual notice', {
      ...because,
      title: 'An individual notice',
      when: all(isAbroad, d.individualNotice),
      cite: [cite('Individual notice under 15 CFR 744', 'is-informed-2025')],
    })
    required('embargo', {
      ...because,
      title: 'An embargo',
      when: d.embargo,
      cite: [cite('15 CFR 746', '746')],
    })

    clause(d.authorized, 'any', {
      title: 'Any available exception or authorization',
      when: yes,
      then: any(d.veu, d.aia, d.lpp, d.acm, d.nac, d.aca, d.hbm),
      cite: [cite('15 CFR 740.1(b)', '740.2-a-9-ii')],
    })
    const choice = (
      id: string,
      from: string,
      when: typeof d.aia,
      value: 'HBM' | 'ACA' | 'NAC' | 'ACM' | 'LPP' | 'AIA' | 'VEU',
    ): void =>
      clause(d.exception, id, {
        title: `${id} is available`,
        exceptTo: from,
        when,
        then: member(exceptionCode, value),
        cite: [
          cite(
            '15 CFR 740.1(b): the exporter chooses among exceptions; shown is one',
            '740.2-a-9-ii',
          ),
        ],
      })
    clause(d.exception, 'none', {
      title: 'None unless one is available',
      when: yes,
      then: member(exceptionCode, 'none'),
      cite: steps,
    })
    clause(d.exception, 'not needed', {
      title: 'No license is required',
      exceptTo: 'VEU',
      when: not(d.licenseRequired),
      then: member(exceptionCode, 'notNeeded'),
      cite: steps,
    })
    choice('HBM', 'none', d.hbm, 'HBM')
    choice('ACA', 'HBM', d.aca, 'ACA')
    choice('NAC', 'ACA', d.nac, 'NAC')
    choice('ACM', 'NAC', d.acm, 'ACM')
    choice('LPP', 'ACM', d.lpp, 'LPP')
    choice('AIA', 'LPP', d.aia, 'AIA')
    choice('VEU', 'AIA', d.veu, 'VEU')

    const strictest = (id: string, body: ClauseText<'enum:reviewPolicy'>): void =>
      clause(d.review, id, body)
    strictest('item', {
      title: 'Policy for the item and destination',
      when: yes,
      then: d.itemReview,
      cite: [cite('15 CFR 742.6(b)(10)', '742.6-b-10')],
    })
    strictest('listed party or restricted use', {
      title: 'A listed party or a restricted use',
      exceptTo: 'item',
      when: all(any(d.endUser, d.endUse), not(isOneOf(d.itemReview, 'denial'))),
      then: member(reviewPolicy, 'presumptionOfDenial'),
      cite: [cite('15 CFR 744.11, 744.21-744.23', '744.11')],
      note: 'An Entity List entry states its own review policy; presumption of denial is the usual one.',
    })
    strictest('embargo', {
      title: 'An embargoed destination',
      exceptTo: 'listed party or restricted use',
      when: d.embargo,
      then: member(reviewPolicy, 'denial'),
      cite: [cite('15 CFR 746', '746')],
    })

    strictest('not required', {
      title: 'No license is required',
      exceptTo: 'embargo',
      when: not(d.licenseRequired),
      then: member(reviewPolicy, 'none'),
      cite: steps,
    })

    const ordinary = (id: string, body: ClauseText<'enum:answer'>): void =>
      clause(d.ordinary, id, body)
    ordinary('no requirement', {
      title: 'No requirement found',
      when: not(d.licenseRequired),
      then: member(answer, 'noLicenseRequirement'),
      cite: steps,
    })
    ordinary('exception', {
      title: 'Required, and an exception authorizes it',
      when: all(d.licenseRequired, d.authorized),
      then: member(answer, 'licenseException'),
      cite: [cite('15 CFR 740.1', '740.2-a-9-ii')],
    })
    for (const [policy, value] of [
      ['presumptionOfApproval', 'licenseApproval'],
      ['caseByCase', 'licenseCaseByCase'],
      ['presumptionOfDenial', 'licenseDenialPresumed'],
      ['denial', 'licenseDenial'],
    ] as const) {
      ordinary(policy, {
        title: `Required: ${reviewPolicy.members.find((one) => one.value === policy)?.label ?? policy}`,
        when: all(needsLicense, isOneOf(d.review, policy)),
        then: member(answer, value),
        cite: [cite('15 CFR 742.6(b)(10) and 750.4', '742.6-b-10')],
      })
    }

    const final = (id: string, body: ClauseText<'enum:answer'>): void =>
      clause(d.determination, id, body)
    final('ordinary', {
      title: 'As the requirement, exception and review policy say',
      when: yes,
      then: d.ordinary,
      cite: steps,
    })
    final('location verification', {
      title: 'Location verification is missing that a bill would require',
      exceptTo: 'ordinary',
      when: all(d.verificationDuty, isAbroad),
      then: member(answer, 'notAuthorizedUntilVerified'),
      cite: [
        cite(
          'Chip Security Act (not enacted): never applies outside that reading',
          'chip-security-act',
        ),
      ],
    })
    final('red flags', {
      title: 'Red flags are not resolved and no license is sought',
      exceptTo: 'location verification',
      when: all(d.unresolvedRedFlags, not(needsLicense)),
      then: member(answer, 'resolveRedFlags'),
      cite: [
        cite(
          '15 CFR 732 supplement 3(a); General Prohibitions Five and Ten, 736.2(b)(5), (10)',
          'red-flags',
        ),
      ],
    })
    final('delivery within the United States', {
      title: 'Nothing leaves the United States',
      exceptTo: 'red flags',
      when: not(isAbroad),
      then: member(answer, 'notAnExport'),
      cite: [cite('15 CFR 734.13, 734.14 and 734.16', 'exports-defined')],
      note: 'Releases of technology to foreign persons (deemed exports) and knowledge that the item will be exported are outside this answer.',
    })
    final('General Prohibition Ten', {
      title: 'General Prohibition Ten',
      exceptTo: 'delivery within the United States',
      when: d.generalProhibitionTen,
      then: member(answer, 'presumedViolation'),
      cite: [cite('15 CFR 736.2(b)(10)', 'general-prohibition-10')],
    })
    final('denied person', {
      title: 'General Prohibition Four',
      exceptTo: 'General Prohibition Ten',
      when: denied,
      then: member(answer, 'prohibited'),
      cite: [cite('15 CFR 736.2(b)(4)', 'general-prohibition-4')],
    })
    final('not subject to the EAR', {
      title: 'The item is stated not to be subject to the EAR',
      exceptTo: 'denied person',
      when: not(fact.subjectToEar),
      then: member(answer, 'notSubjectToEar'),
      cite: [cite('15 CFR 734.3', 'exports-defined')],
    })

    clause(d.expandedControl, 'not expanded', {
      title: 'No control of this kind exists',
      when: yes,
      then: no,
      cite: [
        cite(
          'No enacted rule; see the conditional-controls proposal',
          'conditional-controls, restricted-lpp, inference-chips',
        ),
      ],
    })
    clause(d.verificationDuty, 'no duty', {
      title: 'No duty of this kind exists',
      when: yes,
      then: no,
      cite: [cite('No enacted rule; see the Chip Security Act', 'chip-security-act')],
    })
    clause(d.draftTier, 'not covered', {
      title: 'No rule of this kind exists',
      when: yes,
      then: member(preclearance, 'notCovered'),
      cite: [cite('No enacted rule; see the worldwide draft', 'worldwide-draft-2026')],
    })
  },
)
