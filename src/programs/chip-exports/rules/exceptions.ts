import type { ClauseText } from '#rules'
import { all, any, isOneOf, lessThan, no, not, pack, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { appliedStatus, cite, diffusionStatus, textVerifiedAt } from './shared.ts'

const nac = (paragraph: string) => [cite(`15 CFR 740.8${paragraph}`, '740.8')]
const none = { title: 'Not available unless stated', when: yes, then: no } as const
const domestic = isOneOf(fact.transaction, 'inCountryTransfer')

/** What bars license exceptions, and the exceptions NAC and ACA. */
export const exceptions = pack(
  {
    id: 'license-exceptions',
    file: 'rules/exceptions.ts',
    title: 'License exceptions NAC and ACA, and what bars exceptions',
    instrument: '88 FR 73458, 89 FR 23876, 90 FR 4544; 15 CFR 740.2 and 740.8',
    from: '2022-10-07',
    verifiedAt: textVerifiedAt,
  },
  ({ clause, set }) => {
    set(p.nacNoticeDays, { value: 25, from: '2023-11-17', cite: nac('(c)') })
    const bar = (id: string, body: ClauseText<'bool'>): void => clause(d.exceptionBarred, id, body)
    bar('not barred', {
      title: 'Not barred unless stated',
      when: yes,
      then: no,
      cite: [cite('15 CFR 740.2(a)', '740.2-a-9-ii')],
    })
    const barred = { exceptTo: 'not barred', then: yes } as const
    bar('party', {
      ...barred,
      title: 'A party brings a requirement of part 744',
      when: d.endUser,
      cite: [cite('15 CFR 744.11(a)', '744.11'), ...nac('(b)')],
    })
    bar('Unverified List', {
      ...barred,
      title: 'A party is on the Unverified List',
      when: isOneOf(fact.partyListing, 'unverifiedList'),
      cite: [cite('15 CFR 744.15(a) and 740.2(a)(17)', '744.11')],
      note: 'From memory: exceptions are not available to parties on the Unverified List.',
    })
    bar('end use', {
      ...barred,
      title: 'An end use brings a requirement of part 744',
      when: d.endUse,
      cite: [cite('15 CFR 740.2(a)(5) and 744', '744.2-to-744.6'), ...nac('(b)')],
    })
    bar('individual notice', {
      ...barred,
      title: 'BIS has given individual notice',
      when: d.individualNotice,
      cite: [cite('15 CFR 740.2(a)(5) and 744', 'is-informed-2025'), ...nac('(b)')],
    })
    bar('embargo', {
      ...barred,
      title: 'An embargoed destination',
      when: d.embargo,
      cite: [cite('15 CFR 740.2(a)(6)', '746')],
    })

    for (const [target, anchor] of [
      [d.aia, '740.27'],
      [d.lpp, '740.29'],
      [d.acm, '740.28'],
      [d.nac, '740.8'],
      [d.aca, '740.8'],
      [d.hbm, '740.25'],
      [d.veu, '748.15'],
    ] as const) {
      clause(target, 'not available', {
        ...none,
        cite: [cite('15 CFR 740.1(a): an exception authorizes only what it states', anchor)],
      })
    }

    const from = { from: '2023-11-17' } as const
    const notified = (id: string, body: ClauseText<'bool'>): void => clause(d.nac, id, body)
    notified('NAC', {
      ...from,
      title: 'Macau, D:5, or headquartered there',
      exceptTo: 'not available',
      when: all(
        d.nonDataCenterOrLegB,
        any(d.destinationMacauD5, d.headquartersMacauD5),
        not(domestic),
      ),
      then: yes,
      cite: nac('(a)(1)'),
      note: 'A notice names one ultimate consignee and one end user. Items of 5A002.z, 5A004.z and 5D002.z must also meet License Exception ENC (740.17), which is not decided here.',
    })
    const refused = { ...from, exceptTo: 'NAC', then: no } as const
    notified('no purchase order', {
      ...refused,
      title: 'No written purchase order',
      when: not(fact.purchaseOrder),
      cite: nac('(a)(1)'),
    })
    notified('notice too short', {
      ...refused,
      title: 'Notified less than 25 calendar days before',
      when: lessThan(fact.daysSinceNotification, p.nacNoticeDays),
      cite: nac('(c)'),
    })
    notified('no confirmation', {
      ...refused,
      title: 'No NAC confirmation number',
      when: not(fact.nacConfirmation),
      cite: nac('(c)'),
    })
    notified('distributor', {
      ...refused,
      title: 'A distributor is a party',
      when: fact.throughDistributor,
      cite: [
        cite(
          'BIS, Notified Advanced Computing: "A distributor may not be a party to the NAC notification"',
          '740.8',
        ),
      ],
    })
    notified('barred', {
      ...refused,
      title: 'Exceptions are barred',
      when: d.exceptionBarred,
      cite: nac('(b)'),
    })

    const without = (id: string, body: ClauseText<'bool'>): void => clause(d.aca, id, body)
    const groups = any(
      all(
        any(d.destinationD1, d.destinationD4),
        not(d.destinationMacauD5),
        not(d.headquartersMacauD5),
      ),
      all(domestic, d.destinationMacauD5),
    )
    const terms = all(fact.purchaseOrder, not(d.exceptionBarred))
    const aca = {
      exceptTo: 'not available',
      then: yes,
      title: 'D:1 or D:4 outside D:5, or a transfer within Macau or D:5',
      when: all(d.nonDataCenterOrLegB, groups, terms),
      cite: nac('(a)(2)'),
    } as const
    without('ACA of 2023', { ...aca, ...from, to: '2025-01-13' })
    without('ACA as applied', {
      ...aca,
      from: '2025-01-13',
      status: appliedStatus,
      note: 'The United Arab Emirates left D:4 on 2026-07-10; whether ACA as applied still reaches them was not found, so it is not offered there.',
    })
    without('ACA', {
      ...aca,
      from: '2025-01-13',
      status: diffusionStatus,
      title: 'Anywhere outside Macau and D:5, or a transfer within them',
      when: all(
        d.nonDataCenterOrLegB,
        any(
          all(not(d.destinationMacauD5), not(d.headquartersMacauD5)),
          all(domestic, d.destinationMacauD5),
        ),
        terms,
      ),
      cite: [...nac('(a)(2)'), cite('90 FR 4544 (wider country scope)', '740.8')],
    })
  },
)
