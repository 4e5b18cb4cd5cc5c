import type { Bool } from '#rules'
import {
  all,
  amount,
  any,
  atLeast,
  divide,
  isOneOf,
  lessThan,
  maximum,
  member,
  moreThan,
  multiply,
  no,
  not,
  pack,
  yes,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { eccn, parameterLeg } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { bits, performanceDensity, tpp } from '../units.ts'
import { classification, cite, textVerifiedAt } from './shared.ts'

const notes = [
  cite(
    '15 CFR 774 supplement 1, ECCN 3A090 Technical Notes 1-3',
    '3A090-technical-notes',
    'the highest ‘TPP’ value should be evaluated',
  ),
]
const densityNote = [
  cite('15 CFR 774 supplement 1, ECCN 3A090 Technical Note 4', '3A090-technical-notes'),
]
const legA = [classification, cite('15 CFR 774 supplement 1, ECCN 3A090.a', '3A090.a')]
const legB = [cite('15 CFR 774 supplement 1, ECCN 3A090.b', '3A090.b')]
const note2 = [
  cite(
    '15 CFR 774 supplement 1, ECCN 3A090 Note 2',
    '3A090-note-2',
    '3A090.a and 3A090.b do not apply to items that are not designed or marketed for use in datacenters and do not have a ‘total processing performance’ of 4800 or more',
  ),
]
const zEntries = [
  cite('15 CFR 774 supplement 1, .z paragraphs', 'z-entries'),
  cite('ECCN 3A090 Notes 3 and 4', '3A090-notes-3-and-4'),
]
const tppOf = d.totalProcessingPerformance

/** Density at least x, by cross-multiplication; a chip without a non-planar die has no density. */
const densityAtLeast = (threshold: typeof p.densityHigh) =>
  all(
    moreThan(fact.applicableDieArea, amountOfArea),
    atLeast(tppOf, multiply(threshold, fact.applicableDieArea, tpp)),
  )
const amountOfArea = { op: 'number', value: 0, unit: 'mm²' } as const

const inForceSince2022 = [
  { from: '2022-10-07', status: 'inForce', cite: '87 FR 62186 and 88 FR 73458' },
] as const

/** The other control-list functions and the .z paragraph each leads to. */
const functions = [
  ['3A001', '3A001.z.a', '3A001.z.b'],
  ['4A003', '4A003.z.a', '4A003.z.b'],
  ['4A004', '4A004.z.1', '4A004.z.2'],
  ['4A005', '4A005.z.1', '4A005.z.2'],
  ['5A002', '5A002.z.a', '5A002.z.b'],
  ['5A004', '5A004.z.a', '5A004.z.b'],
  ['5A992', '5A992.z.1', '5A992.z.2'],
] as const
const codesOf = (leg: 1 | 2) => functions.map((row) => row[leg])
const withOtherReasons = functions.flatMap(([name, a, b]) => (name === '5A992' ? [] : [a, b]))
const otherReasons = [
  cite(
    '15 CFR 774 supplement 1, license requirements of 3A001, 4A003, 4A004, 4A005, 5A002 and 5A004',
    'z-entries-other-reasons',
  ),
]

/** The classification of 17 November 2023, with the .z paragraphs. */
export const bis202311 = pack(
  {
    id: 'bis-2023-11',
    file: 'rules/bis-2023-11.ts',
    title: 'Advanced computing classification of October 2023',
    instrument: '88 FR 73458, with the corrections of 89 FR 23876',
    from: '2023-11-17',
    verifiedAt: textVerifiedAt,
  },
  ({ clause, set }) => {
    set(p.tppHigh, { value: 480_000, cite: legA })
    set(p.tppMiddle, { value: 240_000, cite: legB })
    set(p.tppLow, { value: 160_000, cite: legA })
    set(p.densityHigh, { value: 592, cite: legA })
    set(p.densityMiddle, { value: 320, cite: legB })
    set(p.densityLow, { value: 160, cite: legB })

    const rate = (bitLength: number, tops: typeof fact.dense4BitTops) =>
      multiply(tops, amount(bitLength, bits), tpp)
    const published = maximum(
      rate(4, fact.dense4BitTops),
      rate(8, fact.dense8BitTops),
      rate(16, fact.dense16BitTops),
    )
    clause(tppOf, 'chip of the table', {
      title: 'Highest of the published dense rates at 4, 8 and 16 bits times their bit length',
      when: not(isOneOf(fact.chip, 'custom')),
      then: published,
      cite: notes,
      note: 'The table holds the rates that set the TPP. For MI210 a 64-bit matrix rate would give 2,899 instead of 2,896; no classification changes.',
    })
    clause(tppOf, 'chip by specification', {
      title: 'Highest of all stated dense rates times their bit length',
      when: isOneOf(fact.chip, 'custom'),
      then: maximum(published, rate(32, fact.dense32BitTops), rate(64, fact.dense64BitTops)),
      cite: notes,
    })
    clause(d.performanceDensity, 'quotient', {
      title: 'TPP divided by the applicable die area',
      when: moreThan(fact.applicableDieArea, amountOfArea),
      then: divide(tppOf, fact.applicableDieArea, performanceDensity, 'halfUp'),
      cite: densityNote,
      note: 'Rounded to two decimals for reading only; thresholds are compared exactly. A chip with no non-planar die has no performance density.',
    })

    clause(d.parameterLeg, 'neither', {
      title: 'Below the parameters',
      when: yes,
      then: member(parameterLeg, 'none'),
      cite: [classification],
    })
    clause(d.controlledLeg, 'by parameters', {
      title: 'As the parameters say',
      when: yes,
      then: d.parameterLeg,
      cite: [classification],
    })
    clause(d.eccn, 'not advanced computing', {
      title: 'None of these entries',
      when: yes,
      then: member(eccn, 'notAdvancedComputing'),
      cite: [classification, ...zEntries],
    })
    const paragraph = (leg: 'a' | 'b', number: 1 | 2, title: string, when: Bool, note?: string) =>
      clause(d.parameterLeg, `3A090.${leg}.${number}`, {
        title,
        exceptTo: 'neither',
        when,
        then: member(parameterLeg, leg),
        cite: leg === 'a' ? legA : legB,
        ...(note === undefined ? {} : { note }),
      })
    paragraph('a', 1, 'TPP of 4800 or more', atLeast(tppOf, p.tppHigh))
    paragraph(
      'a',
      2,
      'TPP of 1600 or more and performance density of 5.92 or more',
      all(atLeast(tppOf, p.tppLow), densityAtLeast(p.densityHigh)),
    )
    paragraph(
      'b',
      1,
      'TPP of 2400 to less than 4800 and performance density of 1.6 to less than 5.92',
      all(
        atLeast(tppOf, p.tppMiddle),
        lessThan(tppOf, p.tppHigh),
        densityAtLeast(p.densityLow),
        not(densityAtLeast(p.densityHigh)),
      ),
    )
    paragraph(
      'b',
      2,
      'TPP of 1600 or more and performance density of 3.2 to less than 5.92',
      all(
        atLeast(tppOf, p.tppLow),
        lessThan(tppOf, p.tppHigh),
        densityAtLeast(p.densityMiddle),
        not(densityAtLeast(p.densityHigh)),
      ),
      'A chip of 4800 TPP or more in this range of density meets these words too; the stricter .a is shown.',
    )
    clause(d.controlledLeg, 'Note 2', {
      title: 'Not for data centers and below 4800',
      exceptTo: 'by parameters',
      when: all(not(fact.designedForDataCenters), lessThan(tppOf, p.tppHigh)),
      then: member(parameterLeg, 'none'),
      cite: note2,
    })

    const isChip = isOneOf(fact.itemKind, 'integratedCircuit')
    const isComputer = isOneOf(fact.itemKind, 'computer')
    const plain = isOneOf(fact.otherFunction, 'none')
    const entry4A090 = [
      cite(
        '15 CFR 774 supplement 1, ECCN 4A090',
        '4A090',
        'containing integrated circuits, any of which meets or exceeds the limits',
      ),
    ]
    const root = { exceptTo: 'not advanced computing' } as const
    for (const leg of ['a', 'b'] as const) {
      const isLeg = isOneOf(d.controlledLeg, leg)
      clause(d.eccn, `3A090.${leg}`, {
        ...root,
        title: `Chip that meets 3A090.${leg}`,
        when: all(isChip, plain, isLeg),
        then: member(eccn, `3A090.${leg}`),
        cite: leg === 'a' ? legA : legB,
      })
      clause(d.eccn, `4A090.${leg}`, {
        ...root,
        title: `Computer or assembly with chips that meet 3A090.${leg}`,
        when: all(isComputer, plain, isLeg),
        then: member(eccn, `4A090.${leg}`),
        cite: entry4A090,
      })
      for (const [name, codeA, codeB] of functions) {
        const code = leg === 'a' ? codeA : codeB
        clause(d.eccn, code, {
          ...root,
          title: `Item of ${name} that meets the ${leg} parameters`,
          when: all(any(isChip, isComputer), isOneOf(fact.otherFunction, name), isLeg),
          then: member(eccn, code),
          cite: zEntries,
        })
      }
    }
    clause(d.otherControls, 'not stated', {
      from: '2022-10-07',
      status: inForceSince2022,
      title: 'None unless a .z entry brings one',
      when: yes,
      then: no,
      cite: otherReasons,
    })
    clause(d.otherControls, 'entry', {
      title: 'Stated to be required for another reason',
      exceptTo: 'not stated',
      when: all(
        not(isOneOf(fact.otherFunction, 'none', '5A992')),
        isOneOf(d.eccn, ...withOtherReasons),
        fact.otherControlsRequireLicense,
      ),
      then: yes,
      cite: otherReasons,
      note: '5A992, 3A090 and 4A090 have no other reason for control than regional stability and anti-terrorism.',
    })
    const legs = { from: '2022-10-07', when: yes } as const
    clause(d.isLegA, 'codes', {
      ...legs,
      title: 'Codes of the .a leg',
      then: isOneOf(d.eccn, '3A090.a', '4A090.a', ...codesOf(1)),
      cite: zEntries,
      status: inForceSince2022,
    })
    clause(d.isLegB, 'codes', {
      ...legs,
      title: 'Codes of the .b leg',
      then: isOneOf(d.eccn, '3A090.b', '4A090.b', ...codesOf(2)),
      cite: zEntries,
      status: inForceSince2022,
    })
    clause(d.isHbm, 'codes', {
      ...legs,
      title: 'Code of HBM',
      then: all(isOneOf(fact.itemKind, 'highBandwidthMemory'), isOneOf(d.eccn, '3A090.c')),
      cite: zEntries,
      status: inForceSince2022,
    })
    clause(d.nonDataCenterOrLegB, 'neither', {
      title: 'Outside the scope unless stated',
      when: yes,
      then: no,
      cite: [cite('15 CFR 740.8(a)', '740.8')],
    })
    clause(d.nonDataCenterOrLegB, '.b items', {
      title: '.b items',
      exceptTo: 'neither',
      when: d.isLegB,
      then: yes,
      cite: [cite('15 CFR 740.8(a)', '740.8')],
    })
    clause(d.nonDataCenterOrLegB, '.a items not for data centers', {
      title: '.a items not designed or marketed for data centers',
      exceptTo: 'neither',
      when: all(d.isLegA, not(fact.designedForDataCenters), not(d.foundryPresumption)),
      then: yes,
      cite: [cite('15 CFR 740.8(a); ECCN 3A090 Note 2', '740.8')],
    })
  },
)
