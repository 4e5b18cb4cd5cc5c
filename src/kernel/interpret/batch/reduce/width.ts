import type { Bounds } from '../../../rules/ast.ts'

/** How a quantity is held in batch code: unsigned 8 or 16 bits, signed 32, or a double that is an integer. */
export type Width = 'u8' | 'u16' | 'i32' | 'f64'

/** From the narrowest to the widest. */
const widths: readonly Width[] = ['u8', 'u16', 'i32', 'f64']
export const bytesOf: Readonly<Record<Width, number>> = { u8: 1, u16: 2, i32: 4, f64: 8 }

/** The narrowest width that holds every number within bounds. */
export function widthOf({ min, max }: Bounds): Width {
  if (min >= 0 && max <= 0xff) return 'u8'
  if (min >= 0 && max <= 0xffff) return 'u16'
  return min >= -(2 ** 31) && max < 2 ** 31 ? 'i32' : 'f64'
}

/** The wider of some widths. */
export function widest(...of: readonly Width[]): Width {
  return widths[Math.max(0, ...of.map((width) => widths.indexOf(width)))] ?? 'f64'
}
