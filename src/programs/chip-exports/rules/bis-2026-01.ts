import type { ClauseText } from '#rules'
import {
  add,
  all,
  amount,
  any,
  includesAll,
  isOneOf,
  lessThan,
  member,
  moreThan,
  multiply,
  no,
  not,
  pack,
  yes,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { reviewPolicy } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { chips, count } from '../units.ts'
import { cite, isChinaOrMacau, statementsVerifiedAt } from './shared.ts'

const rule = [cite('15 CFR 742.6(b)(10)(iii)(A)(1); 91 FR 1684', 'review-2026')]
const none = [cite('15 CFR 742.6(b)(10)', '742.6-b-10')]

/** Case-by-case review for China and Macau: the rule of 15 January 2026. */
export const bis202601 = pack(
  {
    id: 'bis-2026-01',
    file: 'rules/bis-2026-01.ts',
    title: 'Review policy for China and Macau of January 2026',
    instrument: '91 FR 1684',
    from: '2026-01-15',
    verifiedAt: statementsVerifiedAt,
  },
  ({ clause, set }) => {
    set(p.chinaTppLimit, { value: 2_100_000, cite: rule })
    set(p.chinaBandwidthLimit, { value: 6500, cite: rule })
    const test = (id: string, body: ClauseText<'bool'>): void => clause(d.chinaCaseByCase, id, body)
    test('not met', {
      from: '2022-10-07',
      status: [
        {
          from: '2022-10-07',
          status: 'inForce',
          cite: '91 FR 1684 made the policy; before it there was none',
        },
      ],
      title: 'Not met unless stated',
      when: yes,
      then: no,
      cite: none,
    })
    test('conditions', {
      title: 'Advanced computing items exported from the United States to China or Macau',
      exceptTo: 'not met',
      when: all(any(d.isLegA, d.isLegB), isChinaOrMacau, isOneOf(fact.transaction, 'export')),
      then: yes,
      cite: rule,
      note: 'Reexports and transfers within a country stay under a presumption of denial.',
    })
    const refused = { exceptTo: 'conditions', then: no, cite: rule } as const
    test('TPP', {
      ...refused,
      title: 'TPP of 21,000 or more',
      when: not(lessThan(d.totalProcessingPerformance, p.chinaTppLimit)),
    })
    test('DRAM bandwidth', {
      ...refused,
      title: 'Total DRAM bandwidth of 6,500 GB/s or more',
      when: not(lessThan(fact.memoryBandwidth, p.chinaBandwidthLimit)),
    })
    test('not available in the US', {
      ...refused,
      title: 'Not commercially available in the United States on 2026-01-15',
      when: not(fact.commerciallyAvailableInUs),
    })
    test('half of US volume', {
      ...refused,
      title: 'China and Macau would receive more than half of the US volume',
      when: moreThan(
        multiply(add(fact.chinaUnitsToDate, d.chipCount), amount(2, count), chips),
        fact.usCustomerUnits,
      ),
    })
    test('certifications', {
      ...refused,
      title: 'A certification is missing',
      when: not(
        includesAll(
          fact.certifications,
          'sufficientSupply',
          'noOrderDelay',
          'noFoundryDiversion',
          'remoteAccessControls',
        ),
      ),
    })
    test('laboratory test', {
      ...refused,
      title: 'Not tested by an independent US laboratory',
      when: not(fact.testedInUsLaboratory),
    })
    test('party or use', {
      ...refused,
      title: 'A barred party or end use',
      when: any(d.endUser, d.endUse),
    })
    clause(d.itemReview, 'China case by case', {
      title: 'China and Macau on the conditions of January 2026',
      exceptTo: 'Macau or D:5',
      when: d.chinaCaseByCase,
      then: member(reviewPolicy, 'caseByCase'),
      cite: rule,
    })
  },
)
