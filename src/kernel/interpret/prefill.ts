import type { FactDeclaration } from '../rules/ast.ts'
import { isUnknown } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { decodeValue } from './decode.ts'
import { encodeValue } from './encode-value.ts'
import type { FactProblem } from './problem.ts'

/** A fact that a table can state: its slot, the slot of the key, and a cell per member of the key. */
export interface Prefill {
  readonly declaration: FactDeclaration
  readonly slot: number
  readonly keySlot: number
  readonly cells: readonly (number | undefined)[]
  readonly source: { readonly table: string; readonly key: string; readonly column: string }
}

/** Every prefilled fact of a rule set, its table encoded once. */
export function prefillsOf(rules: RuleSet): readonly Prefill[] {
  return rules.text.facts.flatMap((declaration, slot) => {
    const source = declaration.prefill
    const table = source && rules.scope.tables.get(source.table)?.declaration
    const key = source && rules.scope.facts.get(source.key)
    const type = source && table?.columns[source.column]
    if (!source || !table || !key || !type) return []
    const members = rules.scope.enums.get(table.keyEnum)?.declaration.members ?? []
    const cells = members.map(({ value }) => {
      const cell = table.rows[value]?.[source.column] ?? null
      if (cell === null || typeof cell === 'number') return cell ?? undefined
      const encoded = encodeValue(rules, cell, { field: source.column, type, example: cell })
      return typeof encoded === 'number' ? encoded : undefined
    })
    return [{ declaration, slot, keySlot: key.slot, cells, source }]
  })
}

/** Fills facts from cited tables; a stated value that differs from the table is a contradiction. */
export function prefill(
  rules: RuleSet,
  prefills: readonly Prefill[],
  values: number[],
  problems: FactProblem[],
): readonly string[] {
  const filled: string[] = []
  for (const { declaration, slot, keySlot, cells, source } of prefills) {
    const cell = cells[values[keySlot] ?? -1]
    if (cell === undefined) continue
    const stated = values[slot] ?? 0
    if (isUnknown(declaration.type.kind, stated)) {
      values[slot] = cell
      filled.push(declaration.name)
    } else if (stated !== cell) {
      problems.push(contradiction(rules, declaration, stated, cell, source))
    }
  }
  return filled
}

function contradiction(
  rules: RuleSet,
  declaration: FactDeclaration,
  stated: number,
  cell: number,
  source: Prefill['source'],
): FactProblem {
  const show = (value: number) => String(decodeValue(rules, declaration.type, value))
  return {
    code: 'input.contradiction',
    field: declaration.name,
    message:
      `${declaration.name} is ${show(stated)}, but ${source.table} says ${show(cell)} for this ` +
      `${source.key}; leave it out, or describe a ${source.key} of your own`,
    example: show(cell),
  }
}
