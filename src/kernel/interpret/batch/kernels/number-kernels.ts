import type { Rounding } from '../../../rules/ast.ts'
import { quotient } from '../../rows.ts'
import type { Bits, Kernel, Numbers } from './kernel.ts'

type Step = (out: Numbers, a: Numbers, b: Numbers) => Kernel

const steps = {
  add:
    (out, a, b): Kernel =>
    (rows) => {
      for (let row = 0; row < rows; row++) out[row] = (a[row] ?? 0) + (b[row] ?? 0)
    },
  subtract:
    (out, a, b): Kernel =>
    (rows) => {
      for (let row = 0; row < rows; row++) out[row] = (a[row] ?? 0) - (b[row] ?? 0)
    },
  multiply:
    (out, a, b): Kernel =>
    (rows) => {
      for (let row = 0; row < rows; row++) out[row] = (a[row] ?? 0) * (b[row] ?? 0)
    },
  greatest:
    (out, a, b): Kernel =>
    (rows) => {
      for (let row = 0; row < rows; row++) out[row] = Math.max(a[row] ?? 0, b[row] ?? 0)
    },
  least:
    (out, a, b): Kernel =>
    (rows) => {
      for (let row = 0; row < rows; row++) out[row] = Math.min(a[row] ?? 0, b[row] ?? 0)
    },
} satisfies Record<string, Step>

/** Numbers combined from left to right. */
export function combined(t: keyof typeof steps, out: Numbers, of: readonly Numbers[]): Kernel {
  const [first, second, ...others] = of
  if (!first || !second) throw new RangeError(`${t} takes at least two numbers`)
  const all = [steps[t](out, first, second), ...others.map((each) => steps[t](out, out, each))]
  return (rows, words) => {
    for (const each of all) each(rows, words)
  }
}

/** A rounded quotient; rows at hand only, since what lies behind them may be 0. */
export const divided =
  (out: Numbers, left: Numbers, right: Numbers, round: Rounding): Kernel =>
  (rows) => {
    for (let row = 0; row < rows; row++) {
      out[row] = quotient(left[row] ?? 0, right[row] ?? 1, round)
    }
  }

/** One of two numbers, as a bit says. */
export const selected =
  (out: Numbers, condition: Bits, then: Numbers, otherwise: Numbers): Kernel =>
  (rows) => {
    for (let row = 0; row < rows; row++) {
      const holds = ((condition[row >> 5] ?? 0) >> (row & 31)) & 1
      out[row] = (holds === 1 ? then[row] : otherwise[row]) ?? 0
    }
  }

/** The cell at a key. */
export function lookedUp(out: Numbers, key: Numbers, cells: readonly number[]): Kernel {
  const table = Float64Array.from(cells)
  return (rows) => {
    for (let row = 0; row < rows; row++) out[row] = table[key[row] ?? 0] ?? 0
  }
}

/** A staged column as numbers. */
export const widened =
  (out: Numbers, column: Uint8Array | Uint16Array | Int32Array | Float64Array): Kernel =>
  (rows) => {
    out.set(rows === column.length ? column : column.subarray(0, rows))
  }
