import type { Bounds, ValueType } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Column, ColumnWidth } from './columns.ts'
import { columnBounds, columnWidth } from './columns.ts'

/** A column while it is filled: every row is unknown until a value is stated. */
export interface OpenColumn extends Column {
  readonly known: Uint8Array
}

const arrays = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }

/** So many bits, rounded up to whole bytes, all 0. */
export const bitsFor = (count: number): Uint8Array => new Uint8Array((count + 7) >> 3)

/** Sets bit n. */
export function setBit(bits: Uint8Array, n: number): void {
  bits[n >> 3] = (bits[n >> 3] ?? 0) | (1 << (n & 7))
}

/** A column of a width for so many rows, all unknown. */
export function openColumn(width: ColumnWidth, count: number): OpenColumn {
  const values = width === 'bits' ? bitsFor(count) : new arrays[width](count)
  return { width, values, known: bitsFor(count) }
}

/** The width that holds every value that a fact or field of a type may have. */
export const widthFor = (
  rules: RuleSet,
  declared: { readonly type: ValueType; readonly bounds?: Bounds },
): ColumnWidth => columnWidth(declared.type, columnBounds(rules, declared.type, declared.bounds))

/** States row n of a column: 0 or 1 for a condition, else the encoded value. State a row once. */
export function stateRow(column: OpenColumn, n: number, value: number): void {
  setBit(column.known, n)
  if (column.width !== 'bits') column.values[n] = value
  else if (value === 1) setBit(column.values as Uint8Array, n)
}
