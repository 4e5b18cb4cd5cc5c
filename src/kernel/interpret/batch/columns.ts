import type { Bounds, ValueType } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'

/** The narrowest array that holds every value of a column exactly; `bits` packs 8 conditions a byte. */
export type ColumnWidth = 'bits' | 'u8' | 'u16' | 'i32' | 'f64'

/**
 * One fact, or one field of a relation's rows, for many cases: `values` in the encoding of
 * rules/ir.ts, but 0 (false) wherever the case does not know it; bit n of byte n >> 3 of `known`
 * says that row n is known, and no `known` at all that every row is.
 */
export interface Column {
  readonly width: ColumnWidth
  readonly values: Uint8Array | Uint16Array | Int32Array | Float64Array
  readonly known?: Uint8Array
}

/** A relation for many cases: the rows of case n are offsets[n] to offsets[n + 1] of every field. */
export interface RelationColumns {
  /** Whether a case's list is known; no array: every list is. An unknown list has no rows. */
  readonly known?: Uint8Array
  readonly offsets: Uint32Array
  readonly fields: readonly Column[]
}

/** Many cases as columns: per fact slot and per relation slot of the rule set; absent: unknown. */
export interface CaseColumns {
  readonly count: number
  readonly facts: readonly (Column | undefined)[]
  readonly relations: readonly (RelationColumns | undefined)[]
}

/** The values a declared type can have in a column: members, masks, days or scaled integers. */
export function columnBounds(rules: RuleSet, type: ValueType, bounds?: Bounds): Bounds {
  switch (type.kind) {
    case 'bool':
      return { min: 0, max: 1 }
    case 'number':
      return bounds ?? { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
    case 'date':
      return firstToLastDay
    case 'enum':
      return { min: 0, max: membersOf(rules, type.enum) - 1 }
    case 'set':
      return { min: 0, max: 2 ** membersOf(rules, type.enum) - 1 }
  }
}

/** Days from 0000-01-01 to 9999-12-31, as calendar.ts numbers them. */
const firstToLastDay: Bounds = { min: -719_528, max: 2_932_896 }

const membersOf = (rules: RuleSet, name: string): number =>
  rules.scope.enums.get(name)?.declaration.members.length ?? 1

/** The narrowest width for a type and its bounds. */
export function columnWidth(type: ValueType, { min, max }: Bounds): ColumnWidth {
  if (type.kind === 'bool') return 'bits'
  if (min >= 0 && max <= 0xff) return 'u8'
  if (min >= 0 && max <= 0xffff) return 'u16'
  return min >= -(2 ** 31) && max < 2 ** 31 ? 'i32' : 'f64'
}
