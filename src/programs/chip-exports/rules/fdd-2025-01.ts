import { all, amount, any, atMost, isOneOf, lessThan, no, not, pack, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { fact } from '../facts.ts'
import { billionTransistors, days } from '../units.ts'
import { cite, textVerifiedAt } from './shared.ts'

const note1 = (paragraph = '', quote?: string) =>
  cite(`15 CFR 774 supplement 1, ECCN 3A090 Note 1${paragraph}`, '3A090-note-1', quote)
const designers = (paragraph: string, quote?: string) =>
  cite(
    `15 CFR 774 supplement 1, ECCN 3A090 Note 1, paragraph a${paragraph}`,
    '3A090-note-1-authorized-designers',
    quote,
  )
const anyCount = lessThan(fact.transistorCount, amount(30, billionTransistors))
const enough = any(
  anyCount,
  all(not(fact.coPackagedHbm), lessThan(fact.transistorCount, d.transistorLimitWithoutHbm)),
)
const meetsCriteria = isOneOf(fact.designerStatus, 'meetsCriteria')

/** The foundry due diligence rule: what a fabricator or OSAT company must presume of a chip. */
export const fdd202501 = pack(
  {
    id: 'fdd-2025-01',
    file: 'rules/fdd-2025-01.ts',
    title: 'Foundry due diligence rule of January 2025',
    instrument: '90 FR 5298; dates moved by 91 FR 17851',
    from: '2025-01-16',
    verifiedAt: textVerifiedAt,
    recheckBy: '2026-12-31',
    note: 'Compliance was due on 2025-01-31. Two places of the text are left as they are: December 31, 2026 lies in neither "prior to" nor "after", and no limit is named for 2028.',
  },
  ({ clause }) => {
    const always = {
      from: '2022-10-07',
      status: [
        {
          from: '2022-10-07',
          status: 'inForce',
          cite: '90 FR 5298 made the rule; before it there was none',
        },
      ],
    } as const
    clause(d.foundryPresumption, 'no presumption', {
      ...always,
      title: 'Nothing is presumed unless stated',
      when: yes,
      then: no,
      cite: [note1()],
    })
    clause(d.foundryPresumption, 'Note 1', {
      title: 'Advanced logic chip of a front-end fabricator or OSAT company',
      exceptTo: 'no presumption',
      when: all(
        isOneOf(fact.itemKind, 'integratedCircuit'),
        fact.foundryOrOsat,
        fact.advancedLogicChip,
      ),
      then: yes,
      cite: [
        note1(
          '',
          'there is a presumption that the item is 3A090.a and designed or marketed for datacenters',
        ),
      ],
    })
    // An exception is looked at before its rule: asking first whether the rule binds keeps it short.
    const overcome = { exceptTo: 'Note 1', then: no } as const
    clause(d.foundryPresumption, 'designer attests', {
      ...overcome,
      title: 'An approved or authorized designer attests that it is not 3A090.a',
      when: all(fact.foundryOrOsat, fact.designerAttestation, d.designerQualifies),
      cite: [note1(', paragraph a')],
    })
    clause(d.foundryPresumption, 'fabricator packages', {
      ...overcome,
      title: 'Packaged by the fabricator outside Macau and D:5, with a low attested count',
      when: all(fact.foundryOrOsat, isOneOf(fact.packager, 'fabricatorOutsideMacauD5'), enough),
      cite: [note1(', paragraph b')],
    })
    clause(d.foundryPresumption, 'approved OSAT packages', {
      ...overcome,
      title: 'Packaged by an approved OSAT company, with a low attested count',
      when: all(fact.foundryOrOsat, isOneOf(fact.packager, 'approvedOsat'), enough),
      cite: [note1(', paragraph c')],
    })

    clause(d.designerQualifies, 'approved', {
      title: 'Approved designer',
      when: isOneOf(fact.designerStatus, 'approved'),
      then: yes,
      cite: [
        designers('(1)', 'Approved integrated circuit designers are listed in supplement no. 6'),
      ],
    })
    clause(d.designerQualifies, 'neither', {
      title: 'Neither approved nor within the criteria',
      when: isOneOf(fact.designerStatus, 'other'),
      then: no,
      cite: [designers('')],
    })
    clause(d.designerQualifies, 'authorized', {
      to: '2026-12-31',
      title: 'Authorized designer, before December 31, 2026',
      when: meetsCriteria,
      then: yes,
      cite: [
        designers(
          '(2)',
          'Prior to December 31, 2026, authorized integrated circuit designers include all integrated circuit designers',
        ),
        cite('91 FR 17851, effective 2026-04-07', '3A090-note-1-authorized-designers'),
      ],
    })
    clause(d.designerQualifies, 'authorized', {
      from: '2027-01-01',
      title: 'Authorized designer, after December 31, 2026: has applied, for 180 days',
      when: meetsCriteria,
      then: all(fact.designerApplied, atMost(fact.daysSinceDesignerApplication, amount(180, days))),
      cite: [
        designers(
          '(3)',
          'will cease to be an authorized IC designer 180 days after the submission of its application',
        ),
      ],
      note: 'The text says "prior to" and "after" December 31, 2026 and leaves that day open: on it these rules give no answer.',
    })

    const counts = (year: string) => [note1(', paragraphs b and c', year)]
    const limit = (from: string, to: string | undefined, billions: number, words: string): void =>
      clause(d.transistorLimitWithoutHbm, 'limit', {
        from,
        ...(to === undefined ? {} : { to }),
        title: `Below ${billions} billion transistors`,
        when: yes,
        then: amount(billions, billionTransistors),
        cite: counts(words),
        note: 'The text names 2027 and "2029 or thereafter". No limit for packages without HBM is named for 2028: from 30 to 40 billion transistors these rules then give no answer.',
      })
    limit(
      '2025-01-16',
      '2027-01-01',
      30,
      'of the final packaged IC is below 30 billion transistors',
    )
    limit('2027-01-01', '2028-01-01', 35, 'completed in 2027')
    limit('2029-01-01', undefined, 40, 'completed in 2029 or thereafter')

    clause(d.isLegA, 'foundry presumption', {
      title: 'Presumed to be 3A090.a',
      exceptTo: 'codes',
      when: d.foundryPresumption,
      then: yes,
      cite: [
        note1(
          '',
          'it must comply with all license requirements applicable to items specified in 3A090.a',
        ),
      ],
    })
    clause(d.isLegB, 'foundry presumption', {
      title: 'Presumed to be 3A090.a, so not of the .b leg',
      exceptTo: 'codes',
      when: d.foundryPresumption,
      then: no,
      cite: [note1()],
    })
  },
)
