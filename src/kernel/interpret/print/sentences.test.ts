import { describe, expect, it } from 'vitest'
import {
  amountOf,
  atLeast,
  definition,
  fact,
  field,
  tinyRules,
} from '../../../testing/tiny-rules.ts'
import type { TinyClause } from '../../../testing/tiny-rules.ts'
import type { Expr, RuleText } from '../../rules/ast.ts'
import { viewOf } from '../view.ts'
import { lawOf } from './law.ts'
import type { LawParagraph } from './law-document.ts'
import { phraseText } from './phrase.ts'

const all = (...of: readonly Expr[]): Expr => ({ op: 'all', of })
const any = (...of: readonly Expr[]): Expr => ({ op: 'any', of })
const not = (of: Expr): Expr => ({ op: 'not', of })
const always: Expr = { op: 'bool', value: true }
const [p, q, r, s, m, n] = ['p', 'q', 'r', 's', 'm', 'n'].map(fact) as [
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
]
const small = {
  enums: [
    {
      name: 'size',
      title: 'Size',
      members: [
        { value: 's', label: 'Small' },
        { value: 'l', label: 'Large' },
        { value: 'x', label: 'Extra large' },
      ],
    },
  ],
}
const cite = [{ provision: 'Tiny Act 1' }]
const words = { question: '?', why: 'Tiny', group: 'all', assertedBy: [], evidence: [], cite }
const moreFacts: Partial<RuleText> = {
  ...small,
  facts: [
    ...['p', 'q', 'r', 's'].map((name) => ({
      ...{ ...words, name, title: name.toUpperCase(), type: { kind: 'bool' } as const },
      example: true,
    })),
    ...['m', 'n'].map((name) => ({
      ...{ ...words, name, title: name.toUpperCase() },
      ...{ type: { kind: 'number', unit: 'u' } as const, example: 1, bounds: { min: 0, max: 100 } },
    })),
    { ...words, name: 'fit', title: 'Fit', type: { kind: 'enum', enum: 'size' }, example: 's' },
    { ...words, name: 'fits', title: 'Fits', type: { kind: 'set', enum: 'size' }, example: [] },
    { ...words, name: 'day', title: 'Day', type: { kind: 'date' }, example: '2024-01-01' },
  ],
  tables: [
    {
      ...{ name: 'sizes', title: 'Sizes', keyEnum: 'size', cite, verifiedAt: '2024-01-01' },
      columns: { fits: { kind: 'bool' }, width: { kind: 'number', unit: 'u' } },
      rows: { s: { fits: true, width: 1 } },
    },
  ],
  parameters: [parameter('cap', 5), parameter('floor', null)],
}

function parameter(name: string, value: number | null) {
  const type = { kind: 'number', unit: 'u' } as const
  const versions = [{ from: '2020-01-01', value, cite, pack: 'act' }]
  return { name, type, title: name, why: 'Tiny', bounds: { min: 0, max: 9 }, versions }
}

function paragraphsOf(clauses: readonly TinyClause[], section = 0): readonly LawParagraph[] {
  const found = viewOf(tinyRules(clauses, moreFacts), '2024-06-01', 'text')
  if (!found.ok) throw new Error(found.problem.message)
  return lawOf(found.view).sections[section]?.paragraphs ?? []
}

const textsOf = (paragraphs: readonly LawParagraph[]): readonly string[] =>
  paragraphs.flatMap(({ number, sentences, exceptions }) => [
    `(${number}) ${sentences.map((sentence) => phraseText(sentence, '.')).join(' ')}`,
    ...textsOf(exceptions),
  ])

/** What stands after "where" for a condition. */
const where = (when: Expr): string =>
  textsOf(paragraphsOf([{ id: 'a', when }]))[0]?.replace('(1) “outcome” holds where ', '') ?? ''

describe('conditions', () => {
  it.each<readonly [Expr, string]>([
    [p, '“P” is yes.'],
    [not(p), '“P” is no.'],
    [not(not(p)), '“P” is yes.'],
    [all(p, not(q)), '“P” is yes and “Q” is no.'],
    [any(p, q), '“P” is yes or “Q” is yes.'],
    [all(p), '“P” is yes.'],
    [all(), 'this is always so.'],
    [not(any()), 'this is always so.'],
    [
      all(p, q, r),
      'all of the following apply: (a) “P” is yes; (b) “Q” is yes; and (c) “R” is yes.',
    ],
    [
      all(p, all(q, r)),
      'all of the following apply: (a) “P” is yes; (b) “Q” is yes; and (c) “R” is yes.',
    ],
    [
      all(p, any(q, r)),
      'all of the following apply: (a) “P” is yes; and (b) “Q” is yes or “R” is yes.',
    ],
    [
      any(all(p, q), all(r, any(s, all(p, q, not(all(p, r)))))),
      'any of the following applies: (a) “P” is yes and “Q” is yes; or (b) all of the following apply: (i) “R” is yes; and (ii) any of the following applies: (A) “S” is yes; or (B) all of the following apply: (I) “P” is yes; (II) “Q” is yes; and (III) not all of the following apply: (1) “P” is yes; and (2) “R” is yes.',
    ],
    [not(any(p, q)), 'none of the following applies: (a) “P” is yes; or (b) “Q” is yes.'],
    [not(all(p, q)), 'not all of the following apply: (a) “P” is yes; and (b) “Q” is yes.'],
    [atLeast(m, amountOf(1000)), '“M” is at least 1,000 u.'],
    [not(atLeast(m, n)), '“M” is less than “N”.'],
    [
      { op: 'compare', is: 'equal', left: p, right: any(q, r) },
      '[“P” is yes] if, and only if, [“Q” is yes or “R” is yes].',
    ],
    [
      {
        op: 'compare',
        is: 'lessThan',
        left: fact('day'),
        right: { op: 'date', value: '2024-01-01' },
      },
      '“Day” is before 2024-01-01.',
    ],
    [
      not({
        ...{ op: 'compare', is: 'lessThan', left: fact('day') },
        right: { op: 'addDays', date: fact('day'), days: -1 },
      }),
      '“Day” is on or after 1 day before “Day”.',
    ],
    [atLeast(m, { op: 'parameter', name: 'cap' }), '“M” is at least “cap” (5 u).'],
    [
      atLeast(m, { op: 'parameter', name: 'floor' }),
      '“M” is at least “floor” (which nobody has set).',
    ],
    [{ op: 'isOneOf', value: fact('fit'), among: ['s', 'l'] }, '“Fit” is “Small” or “Large”.'],
    [
      not({ op: 'isOneOf', value: fact('fit'), among: ['s', 'l'] }),
      '“Fit” is none of “Small” and “Large”.',
    ],
    [not({ op: 'isOneOf', value: fact('fit'), among: ['s'] }), '“Fit” is not “Small”.'],
    [
      any(
        { op: 'isOneOf', value: fact('fit'), among: ['s'] },
        { op: 'isOneOf', value: fact('fit'), among: ['x'] },
      ),
      '“Fit” is “Small” or “Extra large”.',
    ],
    [
      any(p, { op: 'isOneOf', value: fact('fit'), among: ['s', 'l'] }),
      'any of the following applies: (a) “P” is yes; or (b) “Fit” is “Small” or “Large”.',
    ],
    [
      { op: 'includesAny', set: fact('fits'), of: ['s', 'l'] },
      '“Fits” includes “Small” or “Large”.',
    ],
    [
      not({ op: 'includesAny', set: fact('fits'), of: ['s', 'l'] }),
      '“Fits” includes none of “Small” and “Large”.',
    ],
    [
      { op: 'includesAny', set: fact('fits'), of: ['s', 'l', 'x'] },
      '“Fits” names at least one of its values.',
    ],
    [
      not({ op: 'includesAny', set: fact('fits'), of: ['s', 'l', 'x'] }),
      '“Fits” names none of its values.',
    ],
    [
      { op: 'includesAll', set: fact('fits'), of: ['s', 'l'] },
      '“Fits” includes every one of “Small” and “Large”.',
    ],
    [
      not({ op: 'includesAll', set: fact('fits'), of: ['s', 'l'] }),
      '“Fits” includes not every one of “Small” and “Large”.',
    ],
    [
      { op: 'lookup', table: 'sizes', key: fact('fit'), column: 'fits' },
      'the table “Sizes” says yes in column “fits” for “Fit”.',
    ],
    [
      not({ op: 'lookup', table: 'sizes', key: fact('fit'), column: 'fits' }),
      'the table “Sizes” says no in column “fits” for “Fit”.',
    ],
  ])('%j', (when, text) => {
    expect(where(when)).toBe(text)
  })
})

describe('values', () => {
  const least = (left: Expr): string =>
    where(atLeast(left, amountOf(1))).replace(' is at least 1 u.', '')
  const add = (...of: readonly Expr[]): Expr => ({ op: 'add', of })
  const less = (left: Expr, right: Expr): Expr => ({ op: 'subtract', left, right })
  it.each<readonly [Expr, string]>([
    [add(m, n), 'the sum of “M” and “N”'],
    [{ op: 'maximum', of: [m, n, amountOf(3)] }, 'the greatest of “M”, “N” and 3 u'],
    [less(less(m, n), m), '[“M” less “N”] less “M”'],
    [less(m, less(n, m)), '“M” less [“N” less “M”]'],
    [add({ op: 'minimum', of: [m, n] }, m), 'the sum of [the least of “M” and “N”] and “M”'],
    [
      { op: 'multiply', left: m, right: { op: 'number', value: 3, unit: 'ratio' }, unit: 'u' },
      '“M” multiplied by 3 ratio',
    ],
    [
      {
        ...{ op: 'divide', left: m, right: { op: 'number', value: 3, unit: 'ratio' } },
        ...{ unit: 'u', round: 'down' },
      },
      '“M” divided by 3 ratio, rounded down to a multiple of 1 u',
    ],
    [
      {
        ...{ op: 'divide', left: add(m, n), right: { op: 'number', value: 1, unit: 'ratio' } },
        ...{ unit: 'u', round: 'halfUp' },
      },
      '[the sum of “M” and “N”], rounded to the nearest multiple (a half up) of 1 u',
    ],
    [
      { op: 'lookup', table: 'sizes', key: fact('fit'), column: 'width' },
      'the entry of “Sizes” in column “width” for “Fit”',
    ],
    [
      { op: 'sumOver', relation: 'rows', where: always, value: field('amount') },
      'the sum of the entry’s “Amount” over the entries of “Rows”',
    ],
    [
      { op: 'maxOver', relation: 'rows', where: all(field('on'), p), value: field('amount') },
      'the greatest of the entry’s “Amount” among the entries of “Rows” for which [the entry’s “On” is yes and “P” is yes] (0 where there is none)',
    ],
  ])('%j', (value, text) => {
    expect(least(value)).toBe(text)
  })
})

describe('conditions on entries of a list', () => {
  const total = (part: Expr, threshold: Expr): Expr => ({
    ...{ op: 'totalAtLeast', relation: 'rows', where: part },
    ...{ value: field('amount'), threshold },
  })
  it.each<readonly [Expr, string]>([
    [
      { op: 'anyOver', relation: 'rows', where: all(field('on'), p, q) },
      'there is at least one entry of “Rows” for which all of the following apply: (a) the entry’s “On” is yes; (b) “P” is yes; and (c) “Q” is yes.',
    ],
    [
      not({ op: 'anyOver', relation: 'rows', where: field('on') }),
      'there is no entry of “Rows” for which the entry’s “On” is yes.',
    ],
    [
      { op: 'allOver', relation: 'rows', where: field('on') },
      'for every entry of “Rows” the entry’s “On” is yes.',
    ],
    [
      not({ op: 'allOver', relation: 'rows', where: field('on') }),
      'it is not so that for every entry of “Rows” the entry’s “On” is yes.',
    ],
    [
      total(field('on'), amountOf(50)),
      'the total of the entry’s “Amount” is at least 50 u, counted over the entries of “Rows” for which the entry’s “On” is yes.',
    ],
    [
      not(total(always, m)),
      'the total of the entry’s “Amount” is less than “M”, counted over the entries of “Rows”.',
    ],
    [
      { op: 'anyOver', relation: 'rows', where: total(field('on'), field('amount')) },
      'there is at least one entry of “Rows” for which the total of the level-2 entry’s “Amount” is at least the entry’s “Amount”, counted over the level-2 entries of “Rows” for which the level-2 entry’s “On” is yes.',
    ],
    [
      atLeast(
        { op: 'countOver', relation: 'rows', where: any(field('on'), all(p, q)) },
        { op: 'number', value: 2, unit: 'count' },
      ),
      'the number of entries of “Rows” for which [the entry’s “On” is yes or [“P” is yes and “Q” is yes]] is at least 2 count.',
    ],
  ])('%j', (when, text) => {
    expect(where(when)).toBe(text)
  })
})

describe('clauses', () => {
  it('puts exceptions beneath what they except, with their drafting words', () => {
    const clauses: readonly TinyClause[] = [
      { id: 'general', then: false },
      { id: 'first', exceptTo: 'general', when: p },
      { id: 'second', exceptTo: 'general', when: q, drafting: 'notwithstanding' },
      { id: 'third', exceptTo: 'second', then: false, when: r, drafting: 'Subject to' },
      { id: 'fourth', exceptTo: 'third', when: s, drafting: 'except' },
    ]
    expect(textsOf(paragraphsOf(clauses))).toEqual([
      '(1) “outcome” does not hold.',
      '(2) Except that “outcome” holds where “P” is yes.',
      '(3) Notwithstanding paragraph (1), subject to paragraph (4), “outcome” holds where “Q” is yes.',
      '(4) “outcome” does not hold where “R” is yes.',
      '(5) Except that “outcome” holds where “S” is yes.',
    ])
    const [general] = paragraphsOf(clauses)
    expect(general?.exceptions[1]?.exceptions[0]?.exceptTo).toEqual({
      number: 3,
      anchor: 'clause.outcome.second',
    })
  })

  it('gives a conclusion that is a test or a list a sentence of its own', () => {
    const sum: Expr = { op: 'add', of: [m, n, amountOf(3)] }
    const clauses: readonly TinyClause[] = [
      { id: 'test', when: any(p, q, r), then: all(p, q, r) },
      { id: 'plain test', then: atLeast(m, n) },
      { id: 'sum', definition: 'total', when: p, then: sum },
      { id: 'plain sum', definition: 'total', then: { op: 'add', of: [m, n] } },
      { id: 'number', definition: 'total', when: p, then: 4 },
      { id: 'copy', definition: 'copy', then: definition('outcome') },
    ]
    expect([0, 1, 2].flatMap((section) => textsOf(paragraphsOf(clauses, section)))).toEqual([
      '(1) This paragraph applies where any of the following applies: (a) “P” is yes; (b) “Q” is yes; or (c) “R” is yes. Where it applies, “outcome” holds if, and only if, all of the following apply: (a) “P” is yes; (b) “Q” is yes; and (c) “R” is yes.',
      '(2) “outcome” holds if, and only if, “M” is at least “N”.',
      '(1) This paragraph applies where “P” is yes. Where it applies, “total” is the sum of the following: (a) “M”; (b) “N”; and (c) 3 u.',
      '(2) “total” is the sum of “M” and “N”.',
      '(3) “total” is 4 u where “P” is yes.',
      '(1) “copy” holds if, and only if, “outcome” holds.',
    ])
  })
})
