/** The exact decimal of an amount without trailing zeros: 1583200 at scale 2 is "15832". */
export function amountText(amount: bigint, scale: number): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
