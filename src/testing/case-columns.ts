import type { CaseColumns, Column } from '../kernel/interpret/batch/columns.ts'
import { columnBounds, columnWidth } from '../kernel/interpret/batch/columns.ts'
import type { CaseFacts } from '../kernel/interpret/encode.ts'
import { encodeCase } from '../kernel/interpret/encode.ts'
import type { Bounds, ValueType } from '../kernel/rules/ast.ts'
import { isUnknown, TRUE } from '../kernel/rules/ir.ts'
import type { RuleSet } from '../kernel/rules/load.ts'

const arrays = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }

/** Cases as people write them, as columns. For rules without tables: what a table fills is stated. */
export function columnsOf(rules: RuleSet, cases: readonly CaseFacts[]): CaseColumns {
  const encoded = cases.map((facts) => {
    const result = encodeCase(rules, facts)
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
    return result.encoded
  })
  const { facts, relations } = rules.text
  return {
    count: cases.length,
    facts: facts.map(({ type, bounds }, slot) =>
      columnOf(
        rules,
        type,
        bounds,
        encoded.map((one) => one.facts[slot] ?? Number.NaN),
      ),
    ),
    relations: relations.map(({ fields }, slot) => {
      const lists = encoded.map((one) => one.relations[slot])
      const offsets = new Uint32Array(cases.length + 1)
      lists.forEach((rows, at) => (offsets[at + 1] = (offsets[at] ?? 0) + (rows?.length ?? 0)))
      const rows = lists.flatMap((list) => list ?? [])
      return {
        known: bitsOf(lists.map((list) => list !== undefined)),
        offsets,
        fields: fields.map(({ type, bounds }, field) =>
          columnOf(
            rules,
            type,
            bounds,
            rows.map((row) => row[field] ?? Number.NaN),
          ),
        ),
      }
    }),
  }
}

function columnOf(
  rules: RuleSet,
  type: ValueType,
  bounds: Bounds | undefined,
  encoded: readonly number[],
): Column {
  const known = bitsOf(encoded.map((value) => !isUnknown(type.kind, value)))
  const width = columnWidth(type, columnBounds(rules, type, bounds))
  if (width === 'bits') {
    return { width, known, values: bitsOf(encoded.map((value) => value === TRUE)) }
  }
  const values = encoded.map((value) => (isUnknown(type.kind, value) ? 0 : value))
  return { width, known, values: arrays[width].from(values) }
}

function bitsOf(flags: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array((flags.length + 7) >> 3)
  flags.forEach((flag, at) => {
    if (flag) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  })
  return bits
}
