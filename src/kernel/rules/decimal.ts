const plainDecimal = /^(-?)(\d+|\d{1,3}(?:,\d{3})+|\d+(?:_\d+)+)(?:\.(\d+))?$/

/** Whether a text is a decimal: digits, a point, and thousands set off by commas or underscores. */
export const isDecimal = (text: string): boolean => plainDecimal.test(text)

/**
 * The exact scaled integer of a decimal, or undefined when it is not a plain decimal, has more
 * places than `scale`, or does not fit 2^53-1. Accepts a string ("989.5", "26,900,000") or a
 * number that is the nearest double of such a decimal; never rounds.
 */
export function scaledInteger(input: string | number, scale: number): number | undefined {
  if (typeof input === 'number') return scaledFromNumber(input, scale)
  const match = plainDecimal.exec(input)
  if (!match) return undefined
  const whole = (match[2] ?? '').replaceAll(/[,_]/g, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > scale) return undefined
  const value = Number(`${match[1]}${whole}${fraction.padEnd(scale, '0')}`)
  return Number.isSafeInteger(value) ? value + 0 : undefined
}

function scaledFromNumber(input: number, scale: number): number | undefined {
  if (scale === 0) return Number.isSafeInteger(input) ? input + 0 : undefined
  const power = 10 ** scale
  const value = Math.round(input * power)
  // The nearest double of value/10^scale is the input exactly when the input states that decimal.
  return Number.isSafeInteger(value) && value / power === input ? value + 0 : undefined
}

/** The decimal text of a scaled integer without trailing zeros: 1583200 at scale 2 is "15832". */
export function decimalText(value: number, scale: number): string {
  if (scale === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
