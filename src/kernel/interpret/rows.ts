import type { Rounding } from '../rules/ast.ts'
import { FALSE, TRUE, UNKNOWN } from '../rules/ir.ts'

/** Rows of a relation; undefined when the list itself is not known. */
export type Rows = readonly (readonly number[])[] | undefined
type Read = (row: readonly number[]) => number

/** At least one row meets a condition; an unknown list is unknown. */
export function anyRow(rows: Rows, where: Read): number {
  if (!rows) return UNKNOWN
  return rows.reduce((result, row) => Math.max(result, where(row)), FALSE)
}

/** Every row meets a condition; true of an empty list. */
export function everyRow(rows: Rows, where: Read): number {
  if (!rows) return UNKNOWN
  return rows.reduce((result, row) => Math.min(result, where(row)), TRUE)
}

/** How many rows meet a condition; unknown as soon as one row is open. */
export function countRows(rows: Rows, where: Read): number {
  return total(rows, where, () => 1)
}

/** The sum over rows that meet a condition; a row that cannot count (or counts 0) may be open. */
export function total(rows: Rows, where: Read, value: Read): number {
  if (!rows) return Number.NaN
  let sum = 0
  for (const row of rows) {
    const applies = where(row)
    if (applies === FALSE) continue
    const amount = value(row)
    if (amount === 0) continue
    sum += applies === TRUE ? amount : Number.NaN
  }
  return sum
}

/** The largest value over rows that meet a condition; 0 where none does. */
export function highest(rows: Rows, where: Read, value: Read): number {
  if (!rows) return Number.NaN
  let largest = 0
  for (const row of rows) {
    const applies = where(row)
    if (applies === FALSE) continue
    const amount = value(row)
    if (amount === 0) continue
    largest = Math.max(largest, applies === TRUE ? amount : Number.NaN)
  }
  return largest
}

/**
 * Whether the sum over rows that meet a condition reaches a threshold: decided from the least and
 * the most that the open rows can still add, so a sum already reached needs no further answers.
 */
export function totalReaches(
  rows: Rows,
  where: Read,
  value: Read,
  threshold: number,
  bounds: { readonly min: number; readonly max: number },
): number {
  if (!rows || Number.isNaN(threshold)) return UNKNOWN
  let least = 0
  let most = 0
  for (const row of rows) {
    const applies = where(row)
    if (applies === FALSE) continue
    const amount = value(row)
    const known = !Number.isNaN(amount)
    if (applies === TRUE) least += known ? amount : bounds.min
    most += known ? amount : bounds.max
  }
  if (least >= threshold) return TRUE
  return most >= threshold ? UNKNOWN : FALSE
}

/** A rounded quotient of two integers that are not negative; unknown when the divisor is zero. */
export function quotient(left: number, right: number, round: Rounding): number {
  if (right === 0) return Number.NaN
  const remainder = left % right
  const floor = (left - remainder) / right
  if (remainder === 0) return floor
  if (round === 'down') return floor
  if (round === 'up') return floor + 1
  return remainder * 2 >= right ? floor + 1 : floor
}
