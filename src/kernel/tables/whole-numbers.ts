/** The whole number that bytes stand for, the highest first, two's complement. */
export function wholeFromBytes(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return BigInt.asIntN(8 * bytes.length, value)
}

/** The whole number of 32-bit words, the lowest first, two's complement. */
export function wholeFromWords(words: Uint32Array): bigint {
  let value = 0n
  for (let at = words.length - 1; at >= 0; at--) value = value * 2n ** 32n + BigInt(words[at] ?? 0)
  return BigInt.asIntN(32 * words.length, value)
}

/** The exact decimal text of a whole number divided by 10 to a power. */
export function scaledText(whole: bigint | number, scale: number): string {
  const value = BigInt(whole)
  if (scale === 0) return String(value)
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
