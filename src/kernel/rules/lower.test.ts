import { describe, expect, it } from 'vitest'
import type { Draft } from '../../testing/broken-rules.ts'
import { brokenText, clauseOf } from '../../testing/broken-rules.ts'
import type { Clause, Expr, RuleText } from './ast.ts'
import { load } from './load.ts'

type Edit = (text: Draft<RuleText>) => void
type Defect = [what: string, code: string, message: RegExp, edit: Edit]

const permitted = { file: 'lake-act.ts', definition: 'permitted', clause: 'marsh' }
/** Edits the clause "marsh" of the definition "permitted". */
const marsh =
  (edit: (clause: Draft<Clause>) => void): Edit =>
  (text) =>
    edit(clauseOf(text, 'permitted', 'marsh'))
const when = (expr: Expr): Edit => marsh((clause) => (clause.when = expr as Draft<Expr>))
const fact = (name: string): Expr => ({ op: 'fact', name })
const meters = (value: number): Expr => ({ op: 'number', value, unit: 'm' })
const compare = (left: Expr, right: Expr): Expr => ({ op: 'compare', is: 'atLeast', left, right })
const equal = (left: Expr, right: Expr): Expr => ({ op: 'compare', is: 'equal', left, right })

const names: Defect[] = [
  [
    'a fact',
    'rules.unknown-name',
    /no fact "motr"; did you mean motor/,
    when(equal(fact('motr'), fact('motor'))),
  ],
  [
    'a definition',
    'rules.unknown-name',
    /no definition "permited"; did you mean permitted/,
    when({ op: 'definition', name: 'permited' }),
  ],
  [
    'a parameter',
    'rules.unknown-name',
    /did you mean lengthLimit/,
    when(compare(fact('length'), { op: 'parameter', name: 'lenghtLimit' })),
  ],
  [
    'a unit',
    'rules.unknown-name',
    /no unit "boat"; did you mean boats/,
    when(compare({ op: 'number', value: 1, unit: 'boat' }, fact('fleet'))),
  ],
  [
    'a member',
    'rules.unknown-member',
    /"march" is not in zone; did you mean marsh/,
    when({ op: 'isOneOf', value: fact('zone'), among: ['march'] }),
  ],
  [
    'an enumeration',
    'rules.unknown-name',
    /no enumeration "zones"; did you mean zone/,
    when(equal({ op: 'enum', enum: 'zones', value: 'north' }, fact('zone'))),
  ],
  [
    'a relation',
    'rules.unknown-name',
    /no relation "owner"; did you mean owners/,
    when({ op: 'anyOver', relation: 'owner', where: { op: 'bool', value: true } }),
  ],
  [
    'a field',
    'rules.unknown-name',
    /no field of owners "baned"; did you mean banned/,
    when({
      op: 'anyOver',
      relation: 'owners',
      where: { op: 'field', relation: 'owners', name: 'baned' },
    }),
  ],
  [
    'a table',
    'rules.unknown-name',
    /no table "zones"/,
    when({ op: 'lookup', table: 'zones', key: fact('zone'), column: 'a' }),
  ],
  [
    'an operation',
    'rules.unknown-operation',
    /no operation "power"/,
    when({ op: 'power' } as unknown as Expr),
  ],
  [
    'a comparison',
    'rules.unknown-operation',
    /no comparison "about"/,
    when({ op: 'compare', is: 'about', left: fact('length'), right: meters(1) } as unknown as Expr),
  ],
]

const types: Defect[] = [
  [
    'a comparison across units',
    'rules.unit-mismatch',
    /cannot compare m with boats/,
    when(compare(fact('length'), fact('fleet'))),
  ],
  [
    'a sum across units',
    'rules.unit-mismatch',
    /cannot combine m with boats/,
    when(compare({ op: 'add', of: [fact('length'), fact('fleet')] }, meters(1))),
  ],
  [
    'a product in the wrong unit',
    'rules.unit-mismatch',
    /product of m and m is not in m \(dimension "length"\)/,
    when(
      compare(
        { op: 'multiply', left: fact('length'), right: fact('length'), unit: 'm' },
        meters(1),
      ),
    ),
  ],
  [
    'a quotient in the wrong unit',
    'rules.unit-mismatch',
    /quotient of m and boats is not in boats/,
    when(
      compare(
        { op: 'divide', left: fact('length'), right: fact('fleet'), unit: 'boats', round: 'down' },
        fact('fleet'),
      ),
    ),
  ],
  [
    'a condition that is a number',
    'rules.type-mismatch',
    /"when" is a number in m, not a condition/,
    when(fact('length')),
  ],
  [
    'a number inside and',
    'rules.type-mismatch',
    /a condition is wanted here, found a number in m/,
    when({ op: 'all', of: [fact('length')] }),
  ],
  [
    'a condition as a quantity',
    'rules.type-mismatch',
    /a number is wanted here, found a condition/,
    when(compare({ op: 'add', of: [fact('motor')] }, meters(1))),
  ],
  [
    'an order of members',
    'rules.type-mismatch',
    /cannot compare \(atLeast\) a member of zone/,
    when(compare(fact('zone'), fact('zone'))),
  ],
  [
    'members of two lists',
    'rules.type-mismatch',
    /cannot compare \(equal\) a member of zone with a member of answer/,
    when(equal(fact('zone'), { op: 'enum', enum: 'answer', value: 'allowed' })),
  ],
  [
    'one of a number',
    'rules.type-mismatch',
    /wants a member, found a number/,
    when({ op: 'isOneOf', value: fact('length'), among: [] }),
  ],
  [
    'a set that is none',
    'rules.type-mismatch',
    /wants a set, found a member of zone/,
    when({ op: 'includesAny', set: fact('zone'), of: ['north'] }),
  ],
  [
    'an empty sum',
    'rules.type-mismatch',
    /has no operands/,
    when(compare({ op: 'add', of: [] }, meters(1))),
  ],
  [
    'a value of the wrong type',
    'rules.type-mismatch',
    /"then" is a member of zone, but "permitted" is a condition/,
    marsh((clause) => (clause.then = { op: 'fact', name: 'zone' })),
  ],
  [
    'a field outside its rows',
    'rules.field-outside-rows',
    /"banned" belongs to one row of owners/,
    when({ op: 'field', relation: 'owners', name: 'banned' }),
  ],
  [
    'a field in rows of another',
    'rules.field-outside-rows',
    /inside an aggregate over owners/,
    (text) => {
      text.relations.push({ ...text.relations[0]!, name: 'renters' })
      clauseOf(text, 'permitted', 'marsh').when = {
        op: 'anyOver',
        relation: 'renters',
        where: { op: 'field', relation: 'owners', name: 'banned' },
      }
    },
  ],
  [
    'half a day',
    'rules.type-mismatch',
    /whole number of days/,
    when(
      equal(
        { op: 'addDays', date: { op: 'date', value: '2025-01-01' }, days: 0.5 },
        { op: 'date', value: '2025-01-01' },
      ),
    ),
  ],
  [
    'a day that does not exist',
    'rules.bad-date',
    /"2025-02-30" is not a date/,
    when(equal({ op: 'date', value: '2025-02-30' }, { op: 'date', value: '2025-01-01' })),
  ],
  [
    'a counting unit with decimals',
    'rules.unit-mismatch',
    /"count" counts whole rows/,
    (text) => {
      text.units = text.units.map((unit) => (unit.name === 'count' ? { ...unit, scale: 1 } : unit))
      clauseOf(text, 'permitted', 'marsh').when = equal(
        { op: 'countOver', relation: 'owners', where: { op: 'bool', value: true } },
        { op: 'number', value: 1, unit: 'count' },
      ) as Draft<Expr>
    },
  ],
]

const huge = Number.MAX_SAFE_INTEGER
const arithmetic: Defect[] = [
  [
    'a sum that may overflow',
    'rules.overflow',
    /beyond 2\^53-1; narrow the bounds/,
    when(compare({ op: 'add', of: [meters(huge), fact('length')] }, meters(1))),
  ],
  [
    'a product that may overflow',
    'rules.overflow',
    /could reach/,
    when(
      compare({ op: 'multiply', left: meters(huge), right: fact('fleet'), unit: 'm' }, meters(1)),
    ),
  ],
  [
    'a fraction as a scaled integer',
    'rules.overflow',
    /could reach 1\.5/,
    when(compare(fact('length'), meters(1.5))),
  ],
  [
    'a date moved by centuries',
    'rules.overflow',
    /at most 36525 days/,
    when(
      equal(
        { op: 'addDays', date: { op: 'date', value: '2025-01-01' }, days: 1e6 },
        { op: 'date', value: '2025-01-01' },
      ),
    ),
  ],
  [
    'a negative dividend',
    'rules.negative-division',
    /cannot be negative/,
    when(
      compare(
        {
          op: 'divide',
          left: { op: 'subtract', left: fact('length'), right: meters(1) },
          right: fact('fleet'),
          unit: 'm',
          round: 'down',
        },
        meters(1),
      ),
    ),
  ],
  [
    'an unknown rounding',
    'rules.unknown-operation',
    /no rounding "even"/,
    when(
      compare(
        {
          op: 'divide',
          left: fact('length'),
          right: fact('fleet'),
          unit: 'm',
          round: 'even',
        } as unknown as Expr,
        meters(1),
      ),
    ),
  ],
  [
    'a negative total',
    'rules.negative-total',
    /at least 0/,
    when({
      op: 'totalAtLeast',
      relation: 'owners',
      where: { op: 'bool', value: true },
      value: { op: 'number', value: -1, unit: 'percent' },
      threshold: { op: 'number', value: 1, unit: 'percent' },
    }),
  ],
]

describe('an expression that is wrong', () => {
  it.each([...names, ...types, ...arithmetic])(
    'is refused for %s, with file, definition and clause',
    (_, code, message, edit) => {
      const result = load(brokenText(edit))
      const defects = result.ok ? [] : result.defects
      expect(defects).toContainEqual(expect.objectContaining({ ...permitted, code }))
      expect(defects.map((defect) => defect.message).join('\n')).toMatch(message)
    },
  )
})
