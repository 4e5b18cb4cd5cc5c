import { encodeCase } from '../interpret/encode.ts'
import type { FactProblem } from '../interpret/problem.ts'
import type { RelationDeclaration } from '../rules/ast.ts'
import type { RuleSet } from '../rules/load.ts'
import type { Report } from './cell-reader.ts'
import { tooLong } from './cell-reader.ts'
import { LongCell, plainCell } from './plain-cell.ts'
import type { RawColumn } from './source.ts'

export type Row = readonly number[]

/** Reads the cells of one relation: rows in the encoding of rules/ir.ts, undefined where not known. */
export type RowsReader = (
  column: RawColumn,
  count: number,
  report: Report,
) => (readonly Row[] | undefined)[]

const none: readonly Row[] = []

/** A reader of a relation's cells: lists of rows, or JSON text of such a list. */
export function rowsReader(rules: RuleSet, relation: RelationDeclaration): RowsReader {
  const { name } = relation
  const slot = rules.scope.relations.get(name)?.slot ?? -1
  const example = [Object.fromEntries(relation.fields.map((field) => [field.name, field.example]))]
  const unreadable = (text: string): FactProblem => ({
    code: 'input.wrong-type',
    field: name,
    message: `${name} is ${JSON.stringify(text.slice(0, 77))}, but must be a JSON list of rows ([] when there are none)`,
    example,
  })
  return ({ cells }, count, report) =>
    Array.from({ length: count }, (_, index) => {
      const cell = cells[index]
      if (cell === undefined || cell === null) return undefined
      if (cell === '[]' || (Array.isArray(cell) && cell.length === 0)) return none
      const value = plainCell(cell, 'rows')
      if (value instanceof LongCell) report(index, [tooLong(name, value)])
      else if (typeof value === 'string') report(index, [unreadable(value)])
      else if (value !== undefined) {
        const result = encodeCase(rules, { [name]: value })
        if (result.ok) return result.encoded.relations[slot]
        report(index, result.problems)
      }
      return undefined
    })
}
