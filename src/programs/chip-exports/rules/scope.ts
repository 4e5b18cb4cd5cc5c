import type { ClauseText } from '#rules'
import { all, any, isOneOf, member, no, not, pack, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { reviewPolicy } from '../enums.ts'
import { fact } from '../facts.ts'
import { appliedStatus, cite, diffusionStatus, isAbroad, statementsVerifiedAt } from './shared.ts'

const of2023 = [
  cite(
    '15 CFR 742.6(a)(6)(iii) (2023)',
    '742.6-of-2023',
    'any destination specified in Country Groups D:1, D:4, or D:5 that is not also specified in Country Groups A:5 or A:6',
  ),
]
const worldwide = [
  cite('15 CFR 742.6(a)(6)(iii)(A)', '742.6-a-6-iii-A', 'To or within any destination worldwide'),
]
const scopeB = [cite('15 CFR 742.6(a)(6)(iii)(B)', '742.6-a-6-iii-B')]
const headquarters = [cite('15 CFR 744.23(a)(3)', '744.23-a-3')]
const guidance = [
  cite(
    'BIS guidance of 2026-05-31 on entities headquartered in D:5 and Macau',
    'hq-guidance-2026',
    'a license requirement continues to apply under § 742.6(a)(6)(iii)(A)',
  ),
  ...headquarters,
]
const asApplied = [
  cite(
    '15 CFR 742.6(a)(6)(iii) as before 90 FR 4544; BIS statement of 2025-05-13',
    'diffusion-not-enforced',
  ),
  ...of2023,
]
const uae = [cite('91 FR 43034, effective 2026-07-10', 'uae-2026')]
const policy = [cite('15 CFR 742.6(b)(10)', '742.6-b-10')]
const root = { exceptTo: 'no requirement', then: yes } as const
const advanced = any(d.isLegA, d.isLegB)
const isUae = isOneOf(fact.destination, 'AE')

/** Where the advanced computing controls need a license, by destination and by headquarters. */
export const scopeOfControls = pack(
  {
    id: 'bis-2023-11-scope',
    file: 'rules/scope.ts',
    title: 'Scope of the advanced computing controls: text and enforcement since October 2023',
    instrument:
      '88 FR 73458; 90 FR 4544; BIS statement of 2025-05-13; BIS guidance of 2026-05-31; 91 FR 43034',
    from: '2023-11-17',
    verifiedAt: statementsVerifiedAt,
  },
  ({ clause }) => {
    clause(d.advancedScope, 'groups', {
      title: 'D:1, D:4 or D:5 without A:5 and A:6',
      when: yes,
      then: all(any(d.destinationD1, d.destinationD4, d.destinationD5), not(d.destinationA5A6)),
      cite: of2023,
    })

    const destination = (id: string, body: ClauseText<'bool'>): void =>
      clause(d.regionalStability, id, body)
    destination('742.6(a)(6)(iii) of 2023', {
      ...root,
      to: '2025-01-13',
      title: 'Advanced computing items to the listed groups',
      when: all(advanced, d.advancedScope),
      cite: of2023,
    })
    destination('742.6(a)(6)(iii)(A)', {
      ...root,
      from: '2025-01-13',
      status: diffusionStatus,
      title: '.a items to any destination worldwide',
      when: all(d.isLegA, isAbroad, not(d.freedUaeRecipient)),
      cite: worldwide,
    })
    destination('.a items as applied', {
      ...root,
      from: '2025-01-13',
      status: appliedStatus,
      title: '.a items to the groups of the October 2023 rule',
      when: all(d.isLegA, d.advancedScope),
      cite: asApplied,
    })
    destination('742.6(a)(6)(iii)(B)', {
      ...root,
      from: '2025-01-13',
      to: '2026-07-10',
      title: '.b items to the listed groups',
      when: all(d.isLegB, d.advancedScope),
      cite: scopeB,
    })

    destination('744.23(a)(3)', {
      ...root,
      to: '2025-01-13',
      title: 'Headquartered in Macau or D:5, wherever located',
      when: all(advanced, d.headquartersMacauD5, isAbroad),
      cite: headquarters,
    })
    destination('744.23(a)(3)', {
      ...root,
      from: '2025-01-13',
      title: '.b items: headquartered in Macau or D:5, wherever located',
      when: all(d.isLegB, d.headquartersMacauD5, isAbroad),
      cite: headquarters,
    })
    destination('.a headquarters as applied', {
      ...root,
      from: '2025-01-13',
      status: appliedStatus,
      title: '.a items: headquartered in Macau or D:5, wherever located',
      when: all(d.isLegA, d.headquartersMacauD5, isAbroad),
      cite: guidance,
    })

    const from = { from: '2026-07-10' } as const
    destination('742.6(a)(6)(iii)(B)', {
      ...root,
      ...from,
      title: '.b items to the United Arab Emirates or the listed groups',
      when: all(d.isLegB, any(isUae, d.advancedScope), not(d.freedUaeRecipient)),
      cite: [
        cite(
          '15 CFR 742.6(a)(6)(iii)(B)',
          '742.6-a-6-iii-B',
          'To or within the United Arab Emirates or destinations specified in Country Groups D:1, D:4, and D:5',
        ),
        ...uae,
      ],
    })
    destination('UAE: .a items as applied', {
      ...root,
      ...from,
      status: [{ from: '2026-07-10', status: 'appliedAsPolicy', cite: '91 FR 43034' }],
      title: '.a items to other parties in the United Arab Emirates',
      when: all(d.isLegA, isUae, not(d.freedUaeRecipient)),
      cite: uae,
      note: 'The rule frees government agencies and the entities of supplement 8 only; it takes for granted that others still need a license. Their review policy was not found: case by case is shown.',
    })
    clause(d.freedUaeRecipient, 'not freed', {
      title: 'Nobody is freed unless stated',
      when: yes,
      then: no,
      cite: uae,
    })
    clause(d.freedUaeRecipient, 'UAE government or supplement 8', {
      ...from,
      title: 'UAE government agency or supplement 8 entity',
      exceptTo: 'not freed',
      when: all(isUae, fact.approvedUaeParty, not(d.headquartersMacauD5)),
      then: yes,
      cite: uae,
      recheckBy: '2027-04-06',
    })
    destination('freed in the United Arab Emirates', {
      ...from,
      title: 'Recipients freed by the rule of July 2026',
      exceptTo: 'no requirement',
      when: all(advanced, d.freedUaeRecipient),
      then: no,
      cite: uae,
    })

    const review = (id: string, body: ClauseText<'enum:reviewPolicy'>): void =>
      clause(d.itemReview, id, body)
    const elsewhere = all(not(d.destinationMacauD5), not(d.headquartersMacauD5))
    const outer = all(any(d.destinationD1, d.destinationD4), elsewhere)
    const restricted = any(d.destinationMacauD5, d.headquartersMacauD5)
    const approval = {
      exceptTo: 'case by case',
      then: member(reviewPolicy, 'presumptionOfApproval'),
      cite: policy,
    } as const
    review('D:1 or D:4', {
      ...approval,
      to: '2025-01-13',
      title: 'D:1 or D:4 outside Macau and D:5',
      when: all(advanced, outer),
    })
    review('D:1 or D:4', {
      ...approval,
      from: '2025-01-13',
      title: '.b items to D:1 or D:4 outside Macau and D:5',
      when: all(d.isLegB, outer),
    })
    review('D:1 or D:4 as applied', {
      ...approval,
      from: '2025-01-13',
      status: appliedStatus,
      title: '.a items to D:1 or D:4 outside Macau and D:5',
      when: all(d.isLegA, outer),
      cite: [...policy, ...asApplied],
    })
    review('Macau or D:5', {
      title: 'Macau, D:5, or headquartered there',
      exceptTo: 'case by case',
      when: all(any(advanced, d.isHbm), restricted),
      then: member(reviewPolicy, 'presumptionOfDenial'),
      cite: policy,
      note: 'For HBM, applications for end users headquartered in the United States, A:5 or A:6 are said to be reviewed case by case; from memory, not modeled.',
    })
    review('not for data centers', {
      from: '2024-04-04',
      title: 'Items that are not .a items for data centers',
      exceptTo: 'Macau or D:5',
      when: all(d.nonDataCenterOrLegB, restricted),
      then: member(reviewPolicy, 'caseByCase'),
      cite: [cite('89 FR 23876', '742.6-b-10')],
      note: 'Read in a secondary source only.',
    })
  },
)
