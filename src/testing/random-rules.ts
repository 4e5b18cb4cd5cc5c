import type { Clause, Expr, RuleText, ValueType } from '../kernel/pure.ts'
import type { Choices } from './choices.ts'
import {
  bool,
  cite,
  facts,
  large,
  meters,
  small,
  smallMember,
  table,
} from './random-declarations.ts'
import type { Surroundings } from './random-expressions.ts'
import { always, condition, name, positiveLength, smallChoice } from './random-expressions.ts'

const definitions = [
  { name: 'first', type: bool },
  { name: 'second', type: meters },
  { name: 'third', type: bool },
  { name: 'fourth', type: smallMember },
  { name: 'fifth', type: bool },
  { name: 'outcome', type: smallMember },
] as const

function consequence(type: ValueType, within: Surroundings): Expr {
  const { choices } = within
  if (type.kind === 'bool') {
    return choices.oneIn(4) ? condition(1, within) : { op: 'bool', value: choices.oneIn(2) }
  }
  if (type.kind === 'enum') {
    return choices.oneIn(5)
      ? smallChoice(within)
      : { op: 'enum', enum: 'small', value: choices.pick(small) }
  }
  // Products keep more decimals than a meter: a consequence is a plain length.
  return choices.oneIn(3)
    ? { op: 'subtract', left: name('fact', 'size'), right: name('fact', 'drift') }
    : positiveLength(1, within, choices)
}

function clauses(choices: Choices): readonly Clause[] {
  return definitions.flatMap(({ name: definition, type }, index) => {
    const within = { choices, before: definitions.slice(0, index), inRow: false }
    return Array.from({ length: 1 + choices.below(4) }, (_, position): Clause => {
      const parent = position > 0 && choices.below(3) > 0 ? choices.below(position) : undefined
      const general = position === 0
      const proposed = choices.oneIn(6)
      const status = choices.pick(['inForce', 'inForce', 'inForce', 'notEnforced'] as const)
      const from = choices.pick(['2020-01-01', '2020-01-01', '2020-01-01', '2022-01-01'])
      return {
        id: `c${position}`,
        definition,
        title: `${definition} ${position}`,
        when: general && choices.oneIn(2) ? always : condition(choices.below(4), within),
        then: consequence(type, within),
        ...(parent === undefined ? {} : { exceptTo: `c${parent}` }),
        cite,
        from,
        ...(choices.oneIn(10) ? { to: '2023-01-01' } : {}),
        status: [{ from, status: proposed ? 'proposed' : status, cite: 'Random Act 2' }],
        verifiedAt: '2024-01-01',
        pack: proposed ? 'bill' : 'act',
      }
    })
  })
}

/** A random well-typed rule text: every operation, exceptions of exceptions, dates, one proposal. */
export function randomText(choices: Choices): RuleText {
  const pack = { title: 'Random', instrument: 'Random Act', from: '2020-01-01' }
  const unitOf = (unit: string, scale: number, dimensions: Record<string, number>) => ({
    name: unit,
    scale,
    dimensions,
  })
  const members = (list: readonly string[]) => list.map((value) => ({ value, label: value }))
  return {
    format: 'proviso-rules/v1',
    program: 'random',
    units: [
      unitOf('m', 0, { length: 1 }),
      unitOf('usd', 2, { money: 1 }),
      unitOf('usdPerMeter', 2, { money: 1, length: -1 }),
      unitOf('ratio', 1, {}),
      unitOf('count', 0, {}),
    ],
    enums: [
      { name: 'small', title: 'Small', members: members(small) },
      { name: 'large', title: 'Large', members: members(large) },
    ],
    tables: [table],
    facts,
    relations: [
      {
        ...{ name: 'rows', title: 'Rows', question: 'Rows?', why: 'Random', group: 'all' },
        ...{ assertedBy: [], evidence: [], cite, maxRows: 3 },
        fields: [
          { name: 'counts', type: bool, title: 'Counts', example: true },
          {
            name: 'share',
            type: meters,
            title: 'Share',
            example: 1,
            bounds: { min: 0, max: 9 },
          },
          { name: 'sort', type: smallMember, title: 'Sort', example: 'a' },
        ],
      },
    ],
    parameters: [
      parameter('limit', choices.below(9)),
      parameter('unset', choices.oneIn(2) ? 4 : null),
    ],
    definitions: definitions.map((one) => ({ ...one, title: one.name, text: one.name })),
    packs: [
      { ...pack, id: 'act', file: 'act.ts', verifiedAt: '2024-01-01' },
      {
        ...{ ...pack, id: 'bill', file: 'bill.ts', verifiedAt: '2024-01-01' },
        proposal: { name: 'bill', base: choices.pick(['text', 'enforced'] as const) },
      },
    ],
    clauses: clauses(choices),
    outcome: 'outcome',
    outputs: ['first', 'second', 'third', 'fourth', 'fifth'],
  }
}

function parameter(of: string, value: number | null) {
  const version = { from: '2020-01-01', value, cite, pack: 'act' }
  const bounds = { min: 0, max: 9 }
  return { name: of, type: meters, title: of, why: 'Random', bounds, versions: [version] }
}
