import type { EnumDeclaration, ValueType } from '../../rules/ast.ts'
import { decimalText } from '../../rules/decimal.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Dialect } from './dialect.ts'
import type { Layout, SqlColumn, TableOptions } from './layout.ts'
import { layoutOf, membersOf } from './layout.ts'
import { remark } from './names.ts'

const namedMax = 12

/**
 * CREATE TABLE statements for the cases of a rule set: a column per fact, NULL where it is not
 * known, and per relation a column that says whether the list is known and a table of its rows.
 */
export function tablesText(rules: RuleSet, dialect: Dialect, options: TableOptions): string {
  const layout = layoutOf(rules, dialect, options)
  const { text } = rules
  const head = [
    remark(`Cases of the rules of "${text.program}", rule text ${rules.hash}`),
    remark(`for ${dialect.title}. NULL: not known. Numbers are whole numbers in the scale stated.`),
    ...enumerations(layout),
  ]
  const cases = table(layout, layout.table, {
    key: { name: layout.id, isUnique: true },
    columns: [...layout.facts, ...layout.lists],
    notes: new Map(
      layout.lists.map((list) => [list.name, 'TRUE: the rows are the whole list; else not known']),
    ),
  })
  const relations = layout.relations.map(({ table: name, caseId, fields, maxRows }) => [
    remark(`Rows by case, at most ${maxRows} each; no row where the list is not known.`),
    ...table(layout, name, { key: { name: caseId, isUnique: false }, columns: fields }),
  ])
  return [head, cases, ...relations].map((part) => `${part.join('\n')}\n`).join('\n')
}

interface Table {
  readonly key: { readonly name: string; readonly isUnique: boolean }
  readonly columns: readonly SqlColumn[]
  readonly notes?: ReadonlyMap<string, string>
}

function table(layout: Layout, name: string, { key, columns, notes }: Table): readonly string[] {
  const { dialect } = layout
  const keyName = dialect.quotedName(key.name)
  const end = dialect.afterColumns([keyName], key.isUnique)
  const lines: (readonly [sql: string, note: string])[] = [
    [`${keyName} ${notNull(dialect.types.text)}`, 'the case'],
    ...columns.map((column): readonly [string, string] => [
      `${dialect.quotedName(column.name)} ${columnType(layout, column)}`,
      notes?.get(column.name) ?? noteOf(layout, column),
    ]),
    ...(end.inside === undefined ? [] : [[end.inside, ''] as const]),
  ]
  return [
    `CREATE TABLE ${name} (`,
    ...lines.map(([sql, note], index) => {
      const comma = index === lines.length - 1 ? '' : ','
      return note === '' ? `  ${sql}${comma}` : `  ${sql}${comma} ${remark(note)}`
    }),
    `)${end.after === '' ? '' : ` ${end.after}`};`,
  ]
}

/** ClickHouse columns take no NULL unless told; the others unless told not to. */
const notNull = (type: string): string => {
  const bare = /^(?:LowCardinality\()?Nullable\((\w+)\)+$/.exec(type)?.[1]
  return bare ?? `${type} NOT NULL`
}

function columnType({ dialect: { types }, members }: Layout, { type, bounds }: SqlColumn): string {
  switch (type.kind) {
    case 'bool':
      return types.boolean
    case 'date':
      return types.date
    case 'enum':
      return members === 'code' ? types.small : types.text
    case 'set':
      return types.integer
    case 'number':
      return bounds.min >= -(2 ** 31) && bounds.max < 2 ** 31 ? types.integer : types.wide
  }
}

function noteOf({ rules, members }: Layout, { title, type, bounds }: SqlColumn): string {
  switch (type.kind) {
    case 'bool':
    case 'date':
      return title
    case 'enum':
      return `${title}: ${members === 'code' ? 'place in' : 'member of'} ${type.enum}`
    case 'set':
      return `${title}: sum of the numbers of those of ${type.enum} that it holds, 0 for none`
    case 'number': {
      const scale = rules.scope.units.get(type.unit)?.declaration.scale ?? 0
      const unit = scale === 0 ? type.unit : `${type.unit} x ${10 ** scale}`
      const show = (value: number): string => decimalText(value, scale)
      return `${title}: in ${unit}; ${show(bounds.min)} to ${show(bounds.max)} ${type.unit}`
    }
  }
}

/** What stands for each member, where columns do not hold the members' own text. */
function enumerations({ rules, members }: Layout): readonly string[] {
  const { facts, relations, enums } = rules.text
  const types = [...facts, ...relations.flatMap(({ fields }) => fields)].map(({ type }) => type)
  return enums.flatMap((declaration) => {
    const uses = (kind: ValueType['kind']): boolean =>
      types.some((type) => type.kind === kind && 'enum' in type && type.enum === declaration.name)
    const sets = uses('set') ? [listing(rules, declaration, (place) => 2 ** place)] : []
    if (!uses('enum')) return sets
    const isListed = members === 'code' || declaration.members.length <= namedMax
    return isListed ? [...sets, listing(rules, declaration, (place) => place)] : sets
  })
}

function listing(
  rules: RuleSet,
  { name }: EnumDeclaration,
  numberOf: (place: number) => number,
): string {
  const members = membersOf(rules, { kind: 'enum', enum: name })
  return remark(
    `${name}: ${members.map((member, place) => `${numberOf(place)} ${member}`).join(', ')}`,
  )
}
