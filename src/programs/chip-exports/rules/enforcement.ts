import { all, amount, divide, moreThan, multiply, not, pack } from '#rules'
import { definition as d } from '../definitions.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { dollars, percent } from '../units.ts'
import { cite, statementsVerifiedAt } from './shared.ts'

const bill = [cite('S. 1473 as passed by the Senate', 'stop-stealing-our-chips')]
const nothing = amount(0, dollars)

/** A share of an amount of money, in cents; the low end rounds up and the high end down. */
const shareOf = (
  whole: typeof fact.fineCollected,
  share: typeof p.awardMinimumShare,
  round: 'up' | 'down',
) => divide(multiply(whole, share, dollars), amount(100, percent), dollars, round)

/** The Stop Stealing our Chips Act: awards to people who report violations. */
export const stopStealingOurChips = pack(
  {
    id: 'stop-stealing-our-chips',
    file: 'rules/enforcement.ts',
    title: 'Stop Stealing our Chips Act (bill)',
    instrument: 'S. 1473, engrossed in the Senate on 2026-05-20',
    from: '2026-05-20',
    verifiedAt: statementsVerifiedAt,
    note: 'Not enacted. Shares and threshold were read in summaries of the engrossed text.',
    proposal: { name: 'stop-stealing-our-chips', base: 'enforced' },
  },
  ({ clause, set }) => {
    set(p.awardFineThreshold, { value: 100_000_000, cite: bill })
    set(p.awardMinimumShare, { value: 1000, cite: bill })
    set(p.awardMaximumShare, { value: 3000, cite: bill })
    const eligible = all(
      moreThan(fact.fineImposed, p.awardFineThreshold),
      not(fact.informantExcluded),
    )
    for (const [target, share, round] of [
      [d.awardMinimum, p.awardMinimumShare, 'up'],
      [d.awardMaximum, p.awardMaximumShare, 'down'],
    ] as const) {
      clause(target, 'share of what is collected', {
        title: 'Fines above the threshold: a share of what is collected',
        when: eligible,
        then: shareOf(fact.fineCollected, share, round),
        cite: bill,
        note: 'The bill as summarized says nothing of cents: the range is rounded inward.',
      })
      clause(target, 'no award', {
        title: 'Fines at or below the threshold, or an excluded person',
        when: not(eligible),
        then: nothing,
        cite: bill,
      })
    }
  },
)

/** The False Claims Act’s shares, the model for awards in private actions. */
export const falseClaimsAct = pack(
  {
    id: 'false-claims-act',
    file: 'rules/enforcement.ts',
    title: 'False Claims Act: share of the person who brings the action',
    instrument: '31 U.S.C. 3730(d)',
    from: '2022-10-07',
    verifiedAt: statementsVerifiedAt,
    note: 'Older than the program’s first day, and dated from that day here. The Act reaches false claims for government money, not export violations as such: it is shown as the model for an action of that kind. Reductions for people who planned the violation or used public information are not modeled.',
  },
  ({ clause }) => {
    const shares = [
      [d.quiTamMinimum, 'up', 15, 25],
      [d.quiTamMaximum, 'down', 25, 30],
    ] as const
    for (const [target, round, intervened, declined] of shares) {
      clause(target, 'government proceeded', {
        title: `${intervened} percent of the recovery`,
        when: fact.governmentIntervened,
        then: shareOf(fact.amountRecovered, amount(intervened, percent), round),
        cite: [cite('31 U.S.C. 3730(d)(1)', 'false-claims-act')],
      })
      clause(target, 'government declined', {
        title: `${declined} percent of the recovery`,
        when: not(fact.governmentIntervened),
        then: shareOf(fact.amountRecovered, amount(declined, percent), round),
        cite: [cite('31 U.S.C. 3730(d)(2)', 'false-claims-act')],
      })
    }
  },
)
