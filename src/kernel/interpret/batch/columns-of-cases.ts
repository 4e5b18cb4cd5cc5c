import { isUnknown, TRUE } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { EncodedCase } from '../encode.ts'
import type { CaseColumns } from './columns.ts'
import type { OpenColumn } from './fill-column.ts'
import { bitsFor, openColumn, setBit, stateRow, widthFor } from './fill-column.ts'

/** What a case states, in the encoding of rules/ir.ts. */
export type StatedCase = Pick<EncodedCase, 'facts' | 'relations'>

/** Cases as columns, one row each: what `encodedAt` reads back. */
export function columnsOfCases(rules: RuleSet, cases: readonly StatedCase[]): CaseColumns {
  const facts = rules.text.facts.map((fact, slot) => {
    const column = openColumn(widthFor(rules, fact), cases.length)
    cases.forEach((one, row) => state(column, row, fact.type.kind, one.facts[slot]))
    return column
  })
  const relations = rules.text.relations.map(({ fields }, slot) => {
    const known = bitsFor(cases.length)
    const offsets = new Uint32Array(cases.length + 1)
    cases.forEach((one, row) => {
      const rows = one.relations[slot]
      if (rows) setBit(known, row)
      offsets[row + 1] = (offsets[row] ?? 0) + (rows?.length ?? 0)
    })
    const rows = cases.flatMap((one) => one.relations[slot] ?? [])
    return {
      known,
      offsets,
      fields: fields.map((field, at) => {
        const column = openColumn(widthFor(rules, field), rows.length)
        rows.forEach((row, index) => state(column, index, field.type.kind, row[at]))
        return column
      }),
    }
  })
  return { count: cases.length, facts, relations }
}

type Kind = Parameters<typeof isUnknown>[0]

function state(column: OpenColumn, row: number, kind: Kind, value: number | undefined): void {
  if (value === undefined || isUnknown(kind, value)) return
  stateRow(column, row, kind === 'bool' ? value / TRUE : value)
}
