import type { CaseColumns, Column } from '../../kernel/interpret/batch/columns.ts'
import { columnBounds, columnWidth } from '../../kernel/interpret/batch/columns.ts'
import { knownAt } from '../../kernel/interpret/batch/case-at.ts'
import { prefillsOf } from '../../kernel/interpret/prefill.ts'
import type { Bounds, Expr, ValueType } from '../../kernel/rules/ast.ts'
import type { RuleSet } from '../../kernel/rules/load.ts'

/** A seeded source of numbers from 0 up to, not including, a limit. */
export type Below = (limit: number) => number

/** Numbers of mulberry32, a small generator whose whole state is its seed. */
export function seeded(seed: number): Below {
  let state = seed | 0
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit)
  }
}

const arrays = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }

/**
 * Random cases of a rule set as columns: any value a fact may have, and most often one that the
 * rules compare with, or its neighbor. Each case leaves open each fact with the chance of its own:
 * none, one in eight, or one in two.
 */
export function randomColumns(rules: RuleSet, count: number, below: Below): CaseColumns {
  const numbers = numbersIn(rules)
  const shares = Array.from({ length: count }, () => [0, 0, 8, 2][below(4)] ?? 0)
  const open = (row: number): boolean => {
    const share = shares[row] ?? 0
    return share > 0 && below(share) === 0
  }
  const column = (
    type: ValueType,
    stated: Bounds | undefined,
    isOpen: (n: number) => boolean,
    size = count,
  ) => {
    const bounds = columnBounds(rules, type, stated)
    const interesting = numbers.filter((value) => value >= bounds.min && value <= bounds.max)
    return filled(type, bounds, size, isOpen, () => value(type, bounds, interesting, below))
  }
  const facts = rules.text.facts.map(({ type, bounds }) => column(type, bounds, open))
  for (const { slot, keySlot, cells } of prefillsOf(rules)) {
    const [own, key] = [facts[slot], facts[keySlot]]
    // Most cases leave to the table what the table says: otherwise nearly all would be refused.
    if (own && key)
      clear(own, (row) => cells[indexAt(key, row)] !== undefined && below(60) > 0, count)
  }
  return {
    count,
    facts,
    relations: rules.text.relations.map(({ fields, maxRows }) => {
      const known = new Uint8Array((count + 7) >> 3)
      const offsets = new Uint32Array(count + 1)
      for (let row = 0; row < count; row++) {
        const isKnown = !open(row)
        if (isKnown) known[row >> 3] = (known[row >> 3] ?? 0) | (1 << (row & 7))
        const rows = isKnown ? Math.min(below(4), maxRows) : 0
        offsets[row + 1] = (offsets[row] ?? 0) + rows
      }
      const size = offsets[count] ?? 0
      const isOpen = (): boolean => below(6) === 0
      return {
        known,
        offsets,
        fields: fields.map(({ type, bounds }) => column(type, bounds, isOpen, size)),
      }
    }),
  }
}

function filled(
  type: ValueType,
  bounds: Bounds,
  size: number,
  isOpen: (row: number) => boolean,
  next: () => number,
): Column {
  const width = columnWidth(type, bounds)
  const known = new Uint8Array((size + 7) >> 3)
  const values = width === 'bits' ? new Uint8Array((size + 7) >> 3) : new arrays[width](size)
  for (let row = 0; row < size; row++) {
    if (isOpen(row)) continue
    const bit = 1 << (row & 7)
    known[row >> 3] = (known[row >> 3] ?? 0) | bit
    const value = next()
    if (width !== 'bits') values[row] = value
    else if (value === 1) values[row >> 3] = (values[row >> 3] ?? 0) | bit
  }
  return { width, values, known }
}

const indexAt = (key: Column, row: number): number =>
  knownAt(key, row) ? (key.values[row] ?? -1) : -1

function clear({ width, values, known }: Column, isOpen: (row: number) => boolean, count: number) {
  for (let row = 0; row < count; row++) {
    if (!isOpen(row)) continue
    const others = ~(1 << (row & 7))
    if (known) known[row >> 3] = (known[row >> 3] ?? 0) & others
    if (width === 'bits') values[row >> 3] = (values[row >> 3] ?? 0) & others
    else values[row] = 0
  }
}

function value(
  type: ValueType,
  { min, max }: Bounds,
  interesting: readonly number[],
  below: Below,
): number {
  const any = (): number => min + below(max - min + 1)
  if (type.kind === 'set')
    return below(3) === 0 ? any() : below(2) * (1 << below(Math.log2(max + 1)))
  if (type.kind === 'date') return 19_000 + below(2000)
  if (type.kind !== 'number' || interesting.length === 0 || below(4) === 0) return any()
  const near = (interesting[below(interesting.length)] ?? min) + below(3) - 1
  return Math.min(max, Math.max(min, near))
}

/** Every number that a rule set writes down or looks up, as scaled integers of whatever unit. */
function numbersIn(rules: RuleSet): readonly number[] {
  const found = new Set<number>([0, 1])
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each)
    else if (typeof part === 'object' && part !== null) {
      const expr = part as Expr
      if (expr.op === 'number') found.add(expr.value)
      for (const each of Object.values(part)) visit(each)
    }
  }
  for (const { when, then } of rules.text.clauses) visit([when, then])
  for (const { versions } of rules.text.parameters) {
    for (const { value: stated } of versions) if (typeof stated === 'number') found.add(stated)
  }
  return [...found]
}
