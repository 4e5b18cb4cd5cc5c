import type { CaseColumns, Column } from '../interpret/batch/columns.ts'
import { knownAt, valueAt } from '../interpret/batch/case-at.ts'
import { TRUE } from '../rules/ir.ts'
import type { ValueType } from '../rules/ast.ts'
import type { RuleSet } from '../rules/load.ts'
import type { Cells, CellType, ColumnHead } from './cells.ts'

/** How values of a declared type are written: members as text, numbers as exact decimals. */
function cellTypeOf(
  rules: RuleSet,
  type: ValueType,
  bounds?: { readonly min: number; readonly max: number },
): CellType {
  switch (type.kind) {
    case 'bool':
      return { t: 'bool' }
    case 'date':
      return { t: 'day' }
    case 'enum':
      return { t: 'text' }
    case 'set':
      return { t: 'texts' }
    case 'number': {
      const scale = rules.scope.units.get(type.unit)?.declaration.scale ?? 0
      if (scale > 0) return { t: 'decimal', scale }
      const fits = bounds !== undefined && bounds.min >= -(2 ** 31) && bounds.max < 2 ** 31
      return { t: 'whole', bits: fits ? 32 : 64 }
    }
  }
}

/** Gives the cell of a value in the encoding of columns; undefined is passed through. */
function cellOf(rules: RuleSet, type: ValueType): (value: number) => unknown {
  if (type.kind === 'bool') return (value) => value === 1
  if (type.kind !== 'enum' && type.kind !== 'set') return (value) => value
  const members = (rules.scope.enums.get(type.enum)?.declaration.members ?? []).map(
    ({ value }) => value,
  )
  if (type.kind === 'enum') return (value) => members[value]
  const lists = new Map<number, readonly string[]>()
  return (mask) => {
    const known = lists.get(mask)
    if (known) return known
    const list = members.filter((_, member) => Math.floor(mask / 2 ** member) % 2 === 1)
    if (lists.size < 10_000) lists.set(mask, list)
    return list
  }
}

/** A fact or relation whose columns are written. */
export interface CaseHead {
  readonly head: ColumnHead
  readonly cells: (columns: CaseColumns) => Cells
}

/** Heads and cells of named facts and relations, in the order of the names. */
export function caseHeads(rules: RuleSet, names: readonly string[]): readonly CaseHead[] {
  return names.map((name) => {
    const relation = rules.scope.relations.get(name)
    if (relation) return relationHead(rules, name, relation.slot)
    const fact = rules.scope.facts.get(name)
    if (!fact) throw new RangeError(`there is no fact or relation "${name}"`)
    const { type, bounds } = fact.declaration
    const cell = cellOf(rules, type)
    return {
      head: { name, type: cellTypeOf(rules, type, bounds) },
      cells: ({ facts, count }) => columnCells(facts[fact.slot], count, cell),
    }
  })
}

function columnCells(
  column: Column | undefined,
  count: number,
  cell: (value: number) => unknown,
): Cells {
  const cells = new Array<unknown>(count).fill(undefined)
  if (!column) return cells
  const { width, values } = column
  for (let row = 0; row < count; row++) {
    if (!knownAt(column, row)) continue
    const value = width === 'bits' ? ((values[row >> 3] ?? 0) >> (row & 7)) & 1 : (values[row] ?? 0)
    cells[row] = cell(value)
  }
  return cells
}

function relationHead(rules: RuleSet, name: string, slot: number): CaseHead {
  const { fields = [] } = rules.text.relations[slot] ?? {}
  const heads = fields.map((field) => ({
    name: field.name,
    type: cellTypeOf(rules, field.type, field.bounds),
  }))
  const cellsOf = fields.map(({ type }) => cellOf(rules, type))
  const kinds = fields.map(({ type }) => type)
  return {
    head: { name, type: { t: 'rows', fields: heads } },
    cells: ({ relations, count }) => {
      const list = relations[slot]
      return Array.from({ length: count }, (_, row) => {
        if (!list || !knownAt(list, row)) return undefined
        const from = list.offsets[row] ?? 0
        return Array.from({ length: (list.offsets[row + 1] ?? from) - from }, (_each, at) =>
          kinds.map((type, field) => {
            const column = list.fields[field]
            if (!column || !knownAt(column, from + at)) return undefined
            const value = valueAt(column, type, from + at)
            return cellsOf[field]?.(type.kind === 'bool' ? value / TRUE : value)
          }),
        )
      })
    },
  }
}
