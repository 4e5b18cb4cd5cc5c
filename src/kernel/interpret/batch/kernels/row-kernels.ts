import type { Bits, Kernel, Numbers } from './kernel.ts'

type Offsets = Uint32Array

/** What a case says, for each of its related rows. */
export const spreadBits =
  (out: Bits, of: Bits, offsets: Offsets): Kernel =>
  (cases) => {
    out.fill(0, 0, ((offsets[cases] ?? 0) + 31) >> 5)
    for (let one = 0; one < cases; one++) {
      if ((((of[one >> 5] ?? 0) >> (one & 31)) & 1) === 0) continue
      const end = offsets[one + 1] ?? 0
      for (let row = offsets[one] ?? 0; row < end; row++) {
        out[row >> 5] = (out[row >> 5] ?? 0) | (1 << (row & 31))
      }
    }
  }

/** A number of a case, for each of its related rows. */
export const spreadNumbers =
  (out: Numbers, of: Numbers, offsets: Offsets): Kernel =>
  (cases) => {
    for (let one = 0; one < cases; one++) out.fill(of[one] ?? 0, offsets[one], offsets[one + 1])
  }

/** Whether a bit holds in at least one related row. */
export const anyRow =
  (out: Bits, of: Bits, offsets: Offsets): Kernel =>
  (cases, words) => {
    out.fill(0, 0, words)
    for (let one = 0; one < cases; one++) {
      const end = offsets[one + 1] ?? 0
      let some = 0
      for (let row = offsets[one] ?? 0; row < end; row++) {
        some |= ((of[row >> 5] ?? 0) >> (row & 31)) & 1
      }
      out[one >> 5] = (out[one >> 5] ?? 0) | (some << (one & 31))
    }
  }

/** The sum, or the greatest, of a number over related rows; 0 where there are none. */
export function overRows(
  t: 'sumRows' | 'greatestRow',
  out: Numbers,
  of: Numbers,
  offsets: Offsets,
): Kernel {
  const isSum = t === 'sumRows'
  return (cases) => {
    for (let one = 0; one < cases; one++) {
      const end = offsets[one + 1] ?? 0
      let total = 0
      for (let row = offsets[one] ?? 0; row < end; row++) {
        const each = of[row] ?? 0
        total = isSum ? total + each : Math.max(total, each)
      }
      out[one] = total
    }
  }
}
