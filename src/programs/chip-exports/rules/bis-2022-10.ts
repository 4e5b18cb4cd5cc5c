import {
  all,
  any,
  atLeast,
  isOneOf,
  maximum,
  member,
  multiply,
  no,
  not,
  pack,
  yes,
  amount,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { eccn, parameterLeg, reviewPolicy } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { bits, chips, tpp } from '../units.ts'
import { cite, isChina, isChinaOrMacau, statementsVerifiedAt } from './shared.ts'

const entry = [
  cite(
    '87 FR 62186, ECCN 3A090 (2022)',
    '3A090-of-2022',
    'bit length per operation multiplied by processing performance measured in TOPS, aggregated over all processor units, of 4800 or more',
  ),
]
const scope = [cite('15 CFR 742.6(a)(6) (2022), 87 FR 62186', '742.6-of-2022')]
const until = { to: '2023-11-17' } as const
const isChip = isOneOf(fact.itemKind, 'integratedCircuit')
const isComputer = isOneOf(fact.itemKind, 'computer')
const isHbm = isOneOf(fact.itemKind, 'highBandwidthMemory')

/** The rule of 7 October 2022: a processing threshold together with a transfer rate threshold. */
export const bis202210 = pack(
  {
    id: 'bis-2022-10',
    file: 'rules/bis-2022-10.ts',
    title: 'Advanced computing controls of October 2022',
    instrument: '87 FR 62186',
    from: '2022-10-07',
    verifiedAt: statementsVerifiedAt,
    note: 'Parts took effect on 2022-10-07, 10-12 and 10-21; the chip entries and their license requirement are dated 2022-10-07 here.',
  },
  ({ clause, set }) => {
    set(p.interconnect2022, { value: 600, cite: entry, ...until })
    set(p.tppHigh, { value: 480_000, cite: entry, ...until })
    const rate = (bitLength: number, fact4: typeof fact.dense4BitTops) =>
      multiply(fact4, amount(bitLength, bits), tpp)
    const published = maximum(
      rate(4, fact.dense4BitTops),
      rate(8, fact.dense8BitTops),
      rate(16, fact.dense16BitTops),
    )
    clause(d.totalProcessingPerformance, 'chip of the table', {
      ...until,
      title: 'Highest of the published rates at 4, 8 and 16 bits',
      when: not(isOneOf(fact.chip, 'custom')),
      then: published,
      cite: entry,
    })
    clause(d.totalProcessingPerformance, 'chip by specification', {
      ...until,
      title: 'Highest of all stated rates',
      when: isOneOf(fact.chip, 'custom'),
      then: maximum(published, rate(32, fact.dense32BitTops), rate(64, fact.dense64BitTops)),
      cite: entry,
    })

    const counting = cite(
      '15 CFR 740.29(a); counting of chips is the same for every cap here',
      '740.29',
    )
    clause(d.chipCount, 'chips', {
      title: 'Chips sold as such, or HBM stacks',
      when: any(isChip, isHbm),
      then: fact.quantity,
      cite: [counting],
    })
    clause(d.chipCount, 'computers', {
      title: 'Computers times the chips in each',
      when: isComputer,
      then: multiply(fact.quantity, fact.chipsPerItem, chips),
      cite: [counting],
    })
    clause(d.shipmentTpp, 'product', {
      title: 'TPP of one chip times the chips',
      when: yes,
      then: multiply(d.totalProcessingPerformance, d.chipCount, tpp),
      cite: [counting],
    })

    clause(d.parameterLeg, 'neither', {
      ...until,
      title: 'Below the parameters',
      when: yes,
      then: member(parameterLeg, 'none'),
      cite: entry,
    })
    clause(d.parameterLeg, '3A090 of 2022', {
      ...until,
      title: 'Both thresholds of the 2022 entry',
      exceptTo: 'neither',
      when: all(
        atLeast(fact.interconnect, p.interconnect2022),
        atLeast(d.totalProcessingPerformance, p.tppHigh),
      ),
      then: member(parameterLeg, 'a'),
      cite: entry,
      note: 'The entry sums all inputs and outputs except volatile memory; published figures state chip-to-chip links only, so a rate below 600 is the reported rate.',
    })
    clause(d.controlledLeg, 'by parameters', {
      ...until,
      title: 'As the parameters say',
      when: yes,
      then: d.parameterLeg,
      cite: entry,
    })
    clause(d.eccn, 'not advanced computing', {
      ...until,
      title: 'None of these entries',
      when: yes,
      then: member(eccn, 'notAdvancedComputing'),
      cite: entry,
    })
    const isLeg = isOneOf(d.controlledLeg, 'a')
    clause(d.eccn, '3A090.a', {
      ...until,
      title: '3A090 of 2022',
      exceptTo: 'not advanced computing',
      when: all(isChip, isLeg),
      then: member(eccn, '3A090.a'),
      cite: entry,
      note: 'The 2022 entry had no .a and .b legs; it is shown as .a.',
    })
    clause(d.eccn, '4A090.a', {
      ...until,
      title: '4A090 of 2022',
      exceptTo: 'not advanced computing',
      when: all(isComputer, isLeg),
      then: member(eccn, '4A090.a'),
      cite: entry,
    })

    clause(d.regionalStability, 'no requirement', {
      title: 'No requirement unless one is stated',
      when: yes,
      then: no,
      cite: [cite('15 CFR 738.4(a)', 'at-column-1')],
    })
    const china = {
      exceptTo: 'no requirement',
      title: 'Advanced computing items to China',
      then: yes,
      cite: scope,
    }
    clause(d.regionalStability, '742.6(a)(6) of 2022', {
      ...china,
      to: '2023-01-17',
      when: all(d.isLegA, isChina),
    })
    clause(d.regionalStability, '742.6(a)(6) of 2022', {
      ...china,
      title: 'Advanced computing items to China or Macau',
      from: '2023-01-17',
      ...until,
      when: all(d.isLegA, isChinaOrMacau),
      cite: [...scope, cite('88 FR 2821 (Macau)', '742.6-of-2022')],
    })

    clause(d.itemReview, 'case by case', {
      title: 'Case by case unless another policy is stated',
      when: yes,
      then: member(reviewPolicy, 'caseByCase'),
      cite: [cite('15 CFR 742.6(b)(1)', '742.6-b-10')],
    })
    clause(d.itemReview, 'China (2022)', {
      ...until,
      exceptTo: 'case by case',
      title: 'China and Macau',
      when: all(d.isLegA, isChinaOrMacau),
      then: member(reviewPolicy, 'presumptionOfDenial'),
      cite: [cite('15 CFR 742.6(b)(10) (2022), 87 FR 62186', '742.6-b-10')],
      note: 'End users headquartered in the United States or Country Group A:5 or A:6 were reviewed case by case; from memory, not modeled.',
    })
  },
)
