import { unit } from '#rules'

/** Units of the program. TPP is tera-operations per second times bit length (3A090 Technical Notes). */
export const count = unit('count', 0)
export const chips = unit('chips', 0)
export const bits = unit('bits', 0, { bit: 1 })
export const tops = unit('TOPS', 2, { operation: 1 })
export const tpp = unit('TPP', 2, { operation: 1, bit: 1 })
export const squareMillimeters = unit('mm²', 2, { millimeter: 2 })
export const performanceDensity = unit('TPP/mm²', 2, { operation: 1, bit: 1, millimeter: -2 })
export const gigabytesPerSecond = unit('GB/s', 0, { byte: 1, second: -1 })
export const bandwidthDensity = unit('GB/s/mm²', 2, { byte: 1, second: -1, millimeter: -2 })
export const petaflops = unit('PFLOPS', 1, { flops: 1 })
export const cubicFeet = unit('ft³', 0, { foot: 3 })
export const percent = unit('percent', 2)
export const days = unit('days', 0)
export const billionTransistors = unit('billion transistors', 1)
export const milliseconds = unit('ms', 3, { millisecond: 1 })
export const kilometers = unit('km', 3, { kilometer: 1 })
/** Distance that a signal covers one way for each millisecond of round trip. */
export const kilometersPerMillisecond = unit('km/ms', 6, { kilometer: 1, millisecond: -1 })
export const dollars = unit('USD', 2, { dollar: 1 })
export const units = [
  count,
  chips,
  bits,
  tops,
  tpp,
  squareMillimeters,
  performanceDensity,
  gigabytesPerSecond,
  bandwidthDensity,
  petaflops,
  cubicFeet,
  percent,
  days,
  billionTransistors,
  milliseconds,
  kilometers,
  kilometersPerMillisecond,
  dollars,
]
