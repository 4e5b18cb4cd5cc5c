import type { ClauseText, StatusChange } from '#rules'
import {
  all,
  amount,
  any,
  atLeast,
  atMost,
  includesAny,
  isOneOf,
  moreThan,
  no,
  not,
  pack,
  yes,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { diversionFlag, redFlag } from '../enums.ts'
import { fact } from '../facts.ts'
import { owners } from '../facts/parties.ts'
import { parameter as p } from '../parameters.ts'
import { cubicFeet, percent, petaflops } from '../units.ts'
import { cite, isChinaOrMacau, textVerifiedAt } from './shared.ts'

const affiliatesRule = [
  cite(
    '15 CFR 744.11(a)(1), 744.21(a)(3) and 744 supplement 8; 90 FR 47201',
    'affiliates',
    'any entity that is at least 50 percent owned by one or more entities on the Entity List will itself automatically be subject to Entity List restrictions',
  ),
]
const affiliatesStatus: readonly StatusChange[] = [
  { from: '2025-09-29', status: 'inForce', cite: '90 FR 47201, effective 2025-09-29' },
  {
    from: '2025-11-10',
    status: 'suspended',
    cite: '90 FR 50857, stayed from 2025-11-10 to 2026-11-09',
  },
  {
    from: '2026-11-10',
    status: 'inForce',
    cite: '90 FR 50857: the stay ends on 2026-11-09 unless extended; no extension was found',
  },
]
const listed = isOneOf(
  owners.row.listing,
  'entityList',
  'militaryEndUserList',
  'blockedPerson744_8',
)
const flags = [cite('15 CFR 732 supplement 3', 'red-flags')]
const wmd = [cite('15 CFR 744.2, 744.3 and 744.4', '744.2-to-744.6')]
const military = [cite('15 CFR 744.21', '744.21')]
const use = (...names: readonly string[]) => includesAny(fact.restrictedUses, ...names)

/** Parties, end uses, red flags: what brings a license requirement whatever the item’s own entry. */
export const partiesAndUses = pack(
  {
    id: 'parties-and-uses',
    file: 'rules/parties.ts',
    title: 'Parties, end uses and red flags',
    instrument: '15 CFR 732, 736, 744 and 746',
    from: '2022-10-07',
    verifiedAt: textVerifiedAt,
    note: 'Most of these sections are older than the program’s first day; they are dated from that day here.',
  },
  ({ clause, set }) => {
    set(p.ownershipThreshold, { value: 5000, from: '2025-09-29', cite: affiliatesRule })

    const party = (id: string, body: ClauseText<'bool'>): void => clause(d.endUser, id, body)
    party('no requirement', {
      title: 'No requirement unless one is stated',
      when: yes,
      then: no,
      cite: [cite('15 CFR 744.11', '744.11')],
    })
    const requirement = { exceptTo: 'no requirement', then: yes } as const
    party('Entity List', {
      ...requirement,
      title: 'A party is on the Entity List',
      when: isOneOf(fact.partyListing, 'entityList'),
      cite: [cite('15 CFR 744.11 and 744 supplement 4', '744.11')],
      note: 'The entry states its own scope; it is taken to cover all items subject to the EAR.',
    })
    party('Military End-User List', {
      ...requirement,
      title: 'A party is on the Military End-User List',
      when: isOneOf(fact.partyListing, 'militaryEndUserList'),
      cite: [cite('15 CFR 744.21(b) and 744 supplement 7', '744.21')],
    })
    party('744.8', {
      ...requirement,
      title: 'A party is blocked under 744.8',
      when: isOneOf(fact.partyListing, 'blockedPerson744_8'),
      cite: [cite('15 CFR 744.8', '744.11')],
    })
    party('affiliates', {
      ...requirement,
      title: 'Owned by listed parties',
      when: d.affiliateRestricted,
      cite: affiliatesRule,
    })
    clause(d.affiliateRestricted, 'not reached', {
      title: 'Not reached unless the rule is in force and met',
      when: yes,
      then: no,
      cite: affiliatesRule,
    })
    clause(d.affiliateRestricted, '50 percent', {
      title: 'Listed owners hold the threshold or more, one or together',
      exceptTo: 'not reached',
      from: '2025-09-29',
      status: affiliatesStatus,
      recheckBy: '2026-11-10',
      when: owners.totalAtLeast(listed, owners.row.share, p.ownershipThreshold),
      then: yes,
      cite: affiliatesRule,
    })

    const endUse = (id: string, body: ClauseText<'bool'>): void => clause(d.endUse, id, body)
    endUse('no requirement', {
      title: 'No requirement unless one is stated',
      when: yes,
      then: no,
      cite: wmd,
    })
    endUse('weapons of mass destruction', {
      ...requirement,
      title: 'Nuclear, missile, chemical or biological end use',
      when: use('nuclear', 'missile', 'chemicalBiological'),
      cite: wmd,
      note: 'Country carve-outs of 744.2 and 744.3 are not modeled: the answer is the stricter one.',
    })
    endUse('maritime nuclear', {
      ...requirement,
      title: 'Maritime nuclear propulsion',
      when: use('maritimeNuclear'),
      cite: [cite('15 CFR 744.5', '744.2-to-744.6')],
    })
    endUse('744.21', {
      ...requirement,
      title: 'Military end use or end user in a listed country',
      when: all(
        use('militaryEndUse'),
        isOneOf(fact.destination, 'MM', 'KH', 'CN', 'HK', 'MO', 'NI', 'VE', 'RU', 'BY'),
      ),
      cite: military,
      note: 'Macau is included as a caution; the section names China. For China and others it covers the items of supplement 2, for Russia and Belarus any item: here it covers every item.',
    })
    endUse('744.22', {
      ...requirement,
      title: 'Military-intelligence end use or end user',
      when: all(
        use('militaryIntelligence'),
        any(
          d.destinationE,
          isOneOf(fact.destination, 'BY', 'MM', 'KH', 'CN', 'HK', 'MO', 'RU', 'VE'),
        ),
      ),
      cite: [cite('15 CFR 744.22', '744.21')],
    })
    const supercomputer = {
      ...requirement,
      cite: [
        cite(
          '15 CFR 744.23(a)(1)',
          '744.23-a-1',
          'located in or destined to Macau or a destination specified in Country Group D:5',
        ),
      ],
    }
    endUse('744.23(a)(1)', {
      ...supercomputer,
      to: '2023-11-17',
      title: 'Chips for a supercomputer in China',
      note: 'Macau was added on 2023-01-17; it is taken as reached from the first day.',
      when: all(use('supercomputer'), d.isSupercomputer, isChinaOrMacau),
    })
    endUse('744.23(a)(1)', {
      ...supercomputer,
      from: '2023-11-17',
      title: 'Chips for a supercomputer in Macau or D:5',
      when: all(use('supercomputer'), d.isSupercomputer),
      note: 'It reaches chips below 3A090 too, such as those of 3A991.',
    })
    endUse('744.23(a)(2)', {
      ...requirement,
      title: 'Advanced-node fabrication',
      when: use('advancedNodeFabrication'),
      cite: [cite('15 CFR 744.23(a)(2)', '744.23-a-1')],
    })
    endUse('744.23(a)(4)', {
      ...requirement,
      title: 'Semiconductor manufacturing equipment',
      when: use('semiconductorEquipment'),
      cite: [cite('15 CFR 744.23(a)(4)', '744.23-a-1')],
    })
    const informed = [
      cite(
        'Individual notice under 15 CFR 744 (for H20-class chips: letters of April 2025)',
        'is-informed-2025',
      ),
    ]
    clause(d.individualNotice, 'not informed', {
      title: 'No requirement unless BIS has given notice',
      when: yes,
      then: no,
      cite: informed,
    })
    clause(d.individualNotice, 'is informed', {
      title: 'Individual notice to this exporter',
      exceptTo: 'not informed',
      when: fact.exporterInformed,
      then: yes,
      cite: informed,
      note: 'The letters are not public. They bind those who received them, and state their own review policy.',
    })
    const prohibitionTen = [
      cite('15 CFR 736.2(b)(10); BIS guidance of 2025-05-13', 'general-prohibition-10'),
    ]
    clause(d.generalProhibitionTen, 'not presumed', {
      title: 'Not presumed unless stated',
      when: yes,
      then: no,
      cite: prohibitionTen,
    })
    clause(d.generalProhibitionTen, 'designed in Macau or D:5', {
      from: '2025-05-13',
      title: 'Chips that meet 3A090 and were designed in Macau or D:5',
      exceptTo: 'not presumed',
      when: all(any(d.isLegA, d.isLegB), fact.designedInMacauOrD5),
      then: yes,
      cite: prohibitionTen,
      note: 'The guidance names Ascend 910B, 910C and 910D and says that its list is not complete. No license exception overcomes General Prohibition Ten.',
    })
    const answered = { from: '2025-05-13', exceptTo: 'designed in Macau or D:5', then: no } as const
    clause(d.generalProhibitionTen, 'authorized', {
      ...answered,
      title: 'Production and movements were authorized',
      when: fact.priorAuthorization,
      cite: prohibitionTen,
    })
    clause(d.generalProhibitionTen, 'technical analysis', {
      ...answered,
      title: 'Only for technical analysis or evaluation',
      when: fact.technicalAnalysisOnly,
      cite: prohibitionTen,
      note: 'A statement on enforcement, read in a secondary source.',
    })
    clause(d.isSupercomputer, 'definition', {
      title: '100 PFLOPS at 64 bits or 200 at 32 bits within 41,600 cubic feet',
      when: yes,
      then: all(
        any(
          atLeast(fact.supercomputerFp64, amount(100, petaflops)),
          atLeast(fact.supercomputerFp32, amount(200, petaflops)),
        ),
        atMost(fact.supercomputerVolume, amount(41_600, cubicFeet)),
      ),
      cite: [cite('15 CFR 772.1, "supercomputer"', 'supercomputer')],
    })

    const embargoed = (id: string, body: ClauseText<'bool'>): void => clause(d.embargo, id, body)
    embargoed('no requirement', {
      title: 'No requirement unless one is stated',
      when: yes,
      then: no,
      cite: [cite('15 CFR 746', '746')],
    })
    embargoed('Country Groups E:1 and E:2', {
      ...requirement,
      title: 'Cuba, Iran, North Korea, Syria',
      when: d.destinationE,
      cite: [
        cite('15 CFR 746.2, 746.4, 746.7 and 746.9; 742.8, 742.9 and 742.19', '746'),
        cite('15 CFR 774 supplement 1, 3A090: AT column 1', 'at-column-1'),
      ],
      note: 'Items outside the Commerce Control List are treated as if they were on it: the answer is the stricter one.',
    })
    embargoed('Russia and Belarus', {
      ...requirement,
      title: 'Russia and Belarus',
      when: isOneOf(fact.destination, 'RU', 'BY'),
      cite: [cite('15 CFR 746.8', '746')],
      note: 'Temporarily occupied regions of Ukraine (746.6) share Ukraine’s code: answer with an officer.',
    })

    const raised = any(
      includesAny(fact.redFlags, ...redFlag.members.map(({ value }) => value)),
      includesAny(fact.diversionFlags, ...diversionFlag.members.map(({ value }) => value)),
    )
    const flag = (id: string, body: ClauseText<'bool'>): void =>
      clause(d.unresolvedRedFlags, id, body)
    flag('none', { title: 'None unless one is raised', when: yes, then: no, cite: flags })
    flag('raised', {
      title: 'A red flag was raised and is not resolved',
      exceptTo: 'none',
      when: all(raised, not(fact.redFlagsResolved)),
      then: yes,
      cite: flags,
    })
    const ownership = {
      exceptTo: 'none',
      from: '2025-09-29',
      then: yes,
      cite: [cite('15 CFR 732 supplement 3, red flag 29', 'red-flags'), ...affiliatesRule],
    } as const
    flag('ownership cannot be determined', {
      ...ownership,
      title: 'Red flag 29: ownership cannot be determined',
      when: all(not(fact.ownershipDetermined), not(fact.redFlagsResolved)),
    })
    flag('listed owner', {
      ...ownership,
      title: 'A listed party owns a share',
      when: all(
        owners.anyRow(all(listed, moreThan(owners.row.share, amount(0, percent)))),
        not(fact.redFlagsResolved),
      ),
      note: 'Below the threshold, and while the rule is stayed, such ownership is a reason for caution. Whether red flag 29 itself was stayed with the rule was not found; it is kept.',
    })
  },
)
