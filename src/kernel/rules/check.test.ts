import { describe, expect, it } from 'vitest'
import type { Draft } from '../../testing/broken-rules.ts'
import { brokenText, clauseOf, named } from '../../testing/broken-rules.ts'
import type { Clause, RuleText, TableDeclaration } from './ast.ts'
import { load } from './load.ts'
import type { Place } from './scope.ts'

type Edit = (text: Draft<RuleText>) => void
type Defect = [what: string, code: string, place: Place, message: RegExp, edit: Edit]

const inLake = (definition?: string): Place => ({
  file: 'lake',
  ...(definition === undefined ? {} : { definition }),
})
const limit = { file: 'lake-act.ts', definition: 'parameter lengthLimit' }
const lengthLimit = (text: Draft<RuleText>) => named(text.parameters, 'lengthLimit')
const table: TableDeclaration = {
  name: 'berths',
  title: 'Berths',
  keyEnum: 'zone',
  cite: [{ provision: 'Lake Act 5' }],
  verifiedAt: '2025-01-01',
  columns: { length: { kind: 'number', unit: 'm' }, quiet: { kind: 'bool' } },
  rows: { north: { length: 100, quiet: true } },
}
/** Adds the table of berths after an edit. */
const berths =
  (edit: (berth: Draft<TableDeclaration>, text: Draft<RuleText>) => void): Edit =>
  (text) => {
    const draft = structuredClone(table) as Draft<TableDeclaration>
    edit(draft, text)
    text.tables = [draft]
  }
const prefill = (key: string, column: string) => ({ table: 'berths', key, column })

const versions: Defect[] = [
  [
    'two versions of a clause in force at once',
    'rules.overlap',
    { file: 'lake-act.ts', definition: 'permitted', clause: 'marsh' },
    /from 2023-01-01: one of lake-act \(from 2020-01-01 to open\)/,
    (text) => text.clauses.push({ ...clauseOf(text, 'permitted', 'marsh'), from: '2023-01-01' }),
  ],
  [
    'two versions of a proposed clause in force at once',
    'rules.overlap',
    { file: 'marsh-reform.ts', definition: 'permitted', clause: 'marsh limit' },
    /two versions are in force at once from 2025-01-01/,
    (text) => text.clauses.push(clauseOf(text, 'permitted', 'marsh limit')),
  ],
  [
    'two values of a parameter at once',
    'rules.overlap',
    limit,
    /two values hold from 2023-01-01: those of lake-act and lake-act/,
    (text) => (lengthLimit(text).versions[1]!.from = '2023-01-01'),
  ],
  [
    'a value that ends before it begins',
    'rules.bad-interval',
    limit,
    /"to" 2019-01-01 must come after "from" 2020-01-01/,
    (text) => (lengthLimit(text).versions[0]!.to = '2019-01-01'),
  ],
  [
    'a value that cites nothing',
    'rules.missing-citation',
    limit,
    /cite the provision/,
    (text) => (lengthLimit(text).versions[0]!.cite = []),
  ],
  [
    'a value of the wrong type',
    'rules.type-mismatch',
    limit,
    /value from 2020-01-01: "200" is no integer scaled by m/,
    (text) => (lengthLimit(text).versions[0]!.value = '200'),
  ],
  [
    'a value out of bounds',
    'rules.out-of-bounds',
    limit,
    /value from 2020-01-01: 10001 is not within 0 to 10000/,
    (text) => (lengthLimit(text).versions[0]!.value = 10_001),
  ],
  [
    'a value of no pack',
    'rules.unknown-name',
    inLake('parameter lengthLimit'),
    /no pack "lake-acts"; did you mean lake-act/,
    (text) => (lengthLimit(text).versions[0]!.pack = 'lake-acts'),
  ],
  [
    'a parameter without values',
    'rules.missing-value',
    inLake('parameter lengthLimit'),
    /use value null if nobody has set it/,
    (text) => (lengthLimit(text).versions = []),
  ],
  [
    'a parameter without bounds',
    'rules.missing-bounds',
    inLake('parameter lengthLimit'),
    /min and max/,
    (text) => delete lengthLimit(text).bounds,
  ],
]

const cycles: Defect[] = [
  [
    'definitions that read each other',
    'rules.cycle',
    inLake('totalLength'),
    /totalLength reads permitted reads totalLength/,
    (text) => (clauseOf(text, 'totalLength', 'sum').when = { op: 'definition', name: 'permitted' }),
  ],
  [
    'a definition without a clause',
    'rules.no-clauses',
    inLake('ownedByBanned'),
    /has no clause/,
    (text) =>
      (text.clauses = text.clauses.filter(({ definition }) => definition !== 'ownedByBanned')),
  ],
  [
    'a value that needs rounding',
    'rules.needs-rounding',
    { file: 'lake-act.ts', definition: 'totalLength', clause: 'sum' },
    /has 2 decimals, m keeps 1; divide with a cited rounding/,
    (text) => {
      text.units.push({ name: 'ratio', scale: 1, dimensions: {} })
      clauseOf(text, 'totalLength', 'sum').then = {
        op: 'multiply',
        left: { op: 'fact', name: 'length' },
        right: { op: 'number', value: 5, unit: 'ratio' },
        unit: 'm',
      }
    },
  ],
  [
    'more than 30 clauses at once',
    'rules.too-many-clauses',
    { file: 'lake-act.ts', definition: 'ownedByBanned', clause: 'copy 29' },
    /31 clauses hold at once on 2020-01-01; at most 30 may/,
    (text) => copies(text, 30),
  ],
]

function copies(text: Draft<RuleText>, count: number): void {
  const half = clauseOf(text, 'ownedByBanned', 'half')
  const copy = (_: unknown, index: number): Draft<Clause> => ({ ...half, id: `copy ${index}` })
  text.clauses.push(...Array.from({ length: count }, copy))
}

const declarations: Defect[] = [
  [
    'two facts of one name',
    'rules.duplicate-name',
    inLake(),
    /fact "motor" is declared twice/,
    (text) => text.facts.push(named(text.facts, 'motor')),
  ],
  [
    'two definitions of one name',
    'rules.duplicate-name',
    inLake(),
    /definition "permitted" is declared twice/,
    (text) => text.definitions.push(named(text.definitions, 'permitted')),
  ],
  [
    'a relation named like a fact',
    'rules.duplicate-name',
    inLake('relation motor'),
    /"motor" is a fact too/,
    (text) => text.relations.push({ ...text.relations[0]!, name: 'motor' }),
  ],
  [
    'two fields of one name',
    'rules.duplicate-name',
    inLake('relation owners'),
    /field "share" is declared twice/,
    ({ relations }) => relations[0]!.fields.push(relations[0]!.fields[0]!),
  ],
  [
    'two packs of one name',
    'rules.duplicate-name',
    { file: 'lake-act.ts' },
    /pack "lake-act" is declared twice/,
    ({ packs }) => packs.push(packs[0]!),
  ],
  [
    'two members of one name',
    'rules.duplicate-name',
    inLake('enumeration zone'),
    /member "north" is declared twice/,
    ({ enums }) => enums[0]!.members.push(enums[0]!.members[0]!),
  ],
  [
    'a synonym of no member',
    'rules.unknown-member',
    inLake('enumeration zone'),
    /"bog" stands for "march", which is no member; did you mean marsh/,
    (text) => (named(text.enums, 'zone').synonyms = { bog: 'march' }),
  ],
  [
    'an output that is no definition',
    'rules.unknown-name',
    inLake(),
    /"permited" to give out; did you mean permitted/,
    (text) => text.outputs.push('permited'),
  ],
  [
    'a fact without a citation',
    'rules.missing-citation',
    inLake('fact motor'),
    /cite the provision/,
    (text) => (named(text.facts, 'motor').cite = []),
  ],
  [
    'a fact without bounds',
    'rules.missing-bounds',
    inLake('fact length'),
    /a number needs min and max/,
    (text) => delete named(text.facts, 'length').bounds,
  ],
  [
    'bounds upside down',
    'rules.bad-bounds',
    inLake('fact length'),
    /rising integers within 2\^53-1, not 5 to 1/,
    (text) => (named(text.facts, 'length').bounds = { min: 5, max: 1 }),
  ],
  [
    'bounds that are not exact',
    'rules.bad-bounds',
    inLake('relation owners.share'),
    /not 0 to 0\.5/,
    ({ relations }) => (relations[0]!.fields[0]!.bounds = { min: 0, max: 0.5 }),
  ],
  [
    'a fact of no unit',
    'rules.unknown-name',
    inLake('fact length'),
    /no unit "meter"/,
    (text) => (named(text.facts, 'length').type = { kind: 'number', unit: 'meter' }),
  ],
  [
    'a definition of no enumeration',
    'rules.unknown-name',
    inLake('outcome'),
    /no enumeration "answers"; did you mean answer/,
    (text) => (named(text.definitions, 'outcome').type = { kind: 'enum', enum: 'answers' }),
  ],
  [
    'a set of more than 30 members',
    'rules.set-too-large',
    inLake('fact zone'),
    /a set holds at most 30 members, zone has 33; split the list/,
    (text) => {
      const extra = Array.from({ length: 30 }, (_, n) => ({ value: `z${n}`, label: `Z ${n}` }))
      named(text.enums, 'zone').members.push(...extra)
      named(text.facts, 'zone').type = { kind: 'set', enum: 'zone' }
    },
  ],
  [
    'packs of a proposal that start from different readings',
    'rules.proposal-base',
    { file: 'marsh-reform.ts' },
    /proposal "marsh" starts from the enforced reading here/,
    ({ packs }) =>
      packs.push({ ...packs[1]!, id: 'more', proposal: { name: 'marsh', base: 'enforced' } }),
  ],
  [
    'a pack whose date does not exist',
    'rules.bad-date',
    { file: 'lake-act.ts' },
    /pack lake-act: from "2020-02-31"/,
    ({ packs }) => (packs[0]!.from = '2020-02-31'),
  ],
  [
    'a clause of no definition',
    'rules.unknown-name',
    { file: 'lake-act.ts', definition: 'permited', clause: 'marsh' },
    /no definition "permited"; did you mean permitted/,
    (text) => (clauseOf(text, 'permitted', 'marsh').definition = 'permited'),
  ],
  [
    'a clause of no pack',
    'rules.unknown-name',
    { file: 'lake-acts', definition: 'permitted', clause: 'marsh' },
    /no pack "lake-acts"; did you mean lake-act/,
    (text) => (clauseOf(text, 'permitted', 'marsh').pack = 'lake-acts'),
  ],
]

const tables: Defect[] = [
  [
    'a table that cites nothing',
    'rules.missing-citation',
    inLake('table berths'),
    /cite the provision/,
    berths((berth) => (berth.cite = [])),
  ],
  [
    'a row of no member',
    'rules.unknown-member',
    inLake('table berths'),
    /row: "nord" is not in zone; did you mean north/,
    berths((berth) => (berth.rows = { nord: {} })),
  ],
  [
    'a column that is not declared',
    'rules.unknown-name',
    inLake('table berths'),
    /column "quite" that is not declared; did you mean quiet/,
    berths((berth) => (berth.rows['north'] = { quite: true })),
  ],
  [
    'a cell that is no scaled integer',
    'rules.type-mismatch',
    inLake('table berths'),
    /north\.length: "6\.5" is no integer scaled by m/,
    berths((berth) => (berth.rows['north'] = { length: 6.5 })),
  ],
  [
    'a cell that is no condition',
    'rules.type-mismatch',
    inLake('table berths'),
    /north\.quiet: "yes" is no condition/,
    berths((berth) => (berth.rows['north'] = { quiet: 'yes' })),
  ],
  [
    'a fact filled in from no table',
    'rules.unknown-name',
    inLake('fact length'),
    /from table "berths", which does not exist/,
    (text) => (named(text.facts, 'length').prefill = prefill('zone', 'length')),
  ],
  [
    'a fact filled in from no column',
    'rules.unknown-name',
    inLake('fact length'),
    /from column "lenght", which does not exist; did you mean length/,
    berths((_, text) => (named(text.facts, 'length').prefill = prefill('zone', 'lenght'))),
  ],
  [
    'a fact filled in from a column of another type',
    'rules.type-mismatch',
    inLake('fact length'),
    /that column must have its type/,
    berths((_, text) => (named(text.facts, 'length').prefill = prefill('zone', 'quiet'))),
  ],
  [
    'a fact filled in beyond its bounds',
    'rules.out-of-bounds',
    inLake('fact length'),
    /north\.length: 1001 is not within 0 to 1000/,
    berths((berth, text) => {
      berth.rows['north'] = { length: 1001 }
      named(text.facts, 'length').prefill = prefill('zone', 'length')
    }),
  ],
]

describe('a rule text that is wrong', () => {
  it.each([...versions, ...cycles, ...declarations, ...tables])(
    'is refused for %s',
    (_, code, place, message, edit) => {
      const result = load(brokenText(edit))
      const defects = result.ok ? [] : result.defects
      const found = defects.find((defect) => defect.code === code && message.test(defect.message))
      expect(found ?? defects).toEqual({ code, ...place, message: found?.message })
    },
  )

  it('is not refused for what is right', () => {
    const right = [
      berths((_, text) => (named(text.facts, 'length').prefill = prefill('zone', 'length'))),
      (text: Draft<RuleText>) => copies(text, 29),
      (text: Draft<RuleText>) => {
        clauseOf(text, 'ownedByBanned', 'half').to = '2024-01-01'
        copies(text, 30)
        for (const clause of text.clauses)
          if (clause.id.startsWith('copy'))
            Object.assign(clause, { from: '2024-01-01', to: '2025-01-01' })
      },
    ]
    for (const edit of right) expect(load(brokenText(edit))).toMatchObject({ ok: true })
  })
})
