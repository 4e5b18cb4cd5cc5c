import type { Bounds, ValueType } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import { columnBounds } from '../batch/columns.ts'
import type { Dialect } from './dialect.ts'
import { Names } from './names.ts'

/** How members of enumerations stand in a column: their text, or their place in the list from 0. */
export type Members = 'text' | 'code'

/** Where the cases are and how they are written. */
export interface TableOptions {
  /** The table of cases; parts of a longer name are divided by dots. Relations add `_` and their name. */
  readonly table?: string
  readonly members?: Members
}

/** A column for a fact, a field, a parameter left free, or whether a list is known. */
export interface SqlColumn {
  readonly name: string
  readonly title: string
  readonly type: ValueType
  readonly bounds: Bounds
}

export interface RelationLayout {
  /** Quoted. */
  readonly table: string
  readonly caseId: string
  readonly fields: readonly SqlColumn[]
  readonly maxRows: number
}

/** The tables of a rule set: the same names whatever a query reads of them. */
export interface Layout {
  readonly dialect: Dialect
  readonly rules: RuleSet
  readonly members: Members
  /** Quoted. */
  readonly table: string
  readonly id: string
  /** Names taken in the table of cases, for what else a query gives out. */
  readonly names: Names
  readonly facts: readonly SqlColumn[]
  /** Per relation: whether the list of a case is known. */
  readonly lists: readonly SqlColumn[]
  readonly parameters: readonly SqlColumn[]
  readonly relations: readonly RelationLayout[]
}

/** Lays out the tables that hold the cases of a rule set. */
export function layoutOf(rules: RuleSet, dialect: Dialect, options: TableOptions): Layout {
  const { facts, relations, parameters } = rules.text
  const names = new Names()
  const id = names.give('id')
  const column = (
    name: string,
    { type, bounds, title }: { type: ValueType; bounds?: Bounds | undefined; title: string },
    among = names,
  ): SqlColumn => ({
    name: among.give(name),
    title,
    type,
    bounds: columnBounds(rules, type, bounds),
  })
  const isKnown = { type: { kind: 'bool' } as const }
  const parts = (options.table ?? 'cases').split('.')
  return {
    dialect,
    rules,
    members: options.members ?? 'text',
    table: tableName(dialect, parts, ''),
    id,
    names,
    facts: facts.map((fact) => column(fact.name, fact)),
    lists: relations.map(({ name, title }) => column(name, { ...isKnown, title })),
    parameters: parameters.map((parameter) => column(parameter.name, parameter)),
    relations: relations.map(({ name, fields, maxRows }) => {
      const own = new Names()
      return {
        table: tableName(dialect, parts, `_${name}`),
        caseId: own.give('case_id'),
        fields: fields.map((field) => column(field.name, field, own)),
        maxRows,
      }
    }),
  }
}

function tableName({ quotedName }: Dialect, parts: readonly string[], more: string): string {
  const named = parts.map((part, index) => (index === parts.length - 1 ? part + more : part))
  return named.map((part) => quotedName(new Names().give(part))).join('.')
}

/** The members of an enumeration or of a set, in order. */
export function membersOf(rules: RuleSet, type: ValueType): readonly string[] {
  if (type.kind !== 'enum' && type.kind !== 'set') return []
  const members = rules.scope.enums.get(type.enum)?.declaration.members ?? []
  return members.map(({ value }) => value)
}
