import { knownAt } from '../../kernel/interpret/batch/case-at.ts'
import type { CaseColumns, Column } from '../../kernel/interpret/batch/columns.ts'
import type { Members } from '../../kernel/interpret/sql/layout.ts'
import type { ValueType } from '../../kernel/rules/ast.ts'
import { isoFromDay } from '../../kernel/rules/calendar.ts'
import type { RuleSet } from '../../kernel/rules/load.ts'

/** A row as text per column, in the order of the table; null where it is not known. */
export type TextRow = readonly (string | null)[]

/** The rows of the table of cases and of each relation's, as `ddlOf` lays them out. */
export interface TextTables {
  readonly cases: readonly TextRow[]
  readonly relations: readonly (readonly TextRow[])[]
}

/** Cases as the rows of tables; the id of a case is its number. */
export function textTables(columns: CaseColumns, rules: RuleSet, members: Members): TextTables {
  const { facts, relations } = rules.text
  const writers = facts.map(({ type }) => writerOf(rules, type, members))
  const cases = Array.from({ length: columns.count }, (_, row) => [
    String(row),
    ...facts.map((_fact, slot) => cellOf(columns.facts[slot], row, writers[slot])),
    ...relations.map((_relation, slot) => {
      const of = columns.relations[slot]
      return of && knownAt(of, row) ? 'true' : null
    }),
  ])
  const lists = relations.map(({ fields }, slot) => {
    const of = columns.relations[slot]
    const inRow = fields.map(({ type }) => writerOf(rules, type, members))
    const list: TextRow[] = []
    for (let row = 0; of && row < columns.count; row++) {
      for (let at = of.offsets[row] ?? 0; at < (of.offsets[row + 1] ?? 0); at++) {
        const cells = fields.map((_field, field) => cellOf(of.fields[field], at, inRow[field]))
        list.push([String(row), ...cells])
      }
    }
    return list
  })
  return { cases, relations: lists }
}

type Write = (value: number) => string

function writerOf(rules: RuleSet, type: ValueType, members: Members): Write {
  if (type.kind === 'bool') return (value) => (value === 1 ? 'true' : 'false')
  if (type.kind === 'date') return isoFromDay
  if (type.kind !== 'enum' || members === 'code') return String
  const list = rules.scope.enums.get(type.enum)?.declaration.members ?? []
  return (value) => list[value]?.value ?? `no member ${value}`
}

function cellOf(column: Column | undefined, row: number, write: Write | undefined): string | null {
  if (!column || !write || !knownAt(column, row)) return null
  if (column.width !== 'bits') return write(column.values[row] ?? 0)
  return write(((column.values[row >> 3] ?? 0) >> (row & 7)) & 1)
}
