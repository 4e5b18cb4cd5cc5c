/** An unsigned integer in LEB128, as WebAssembly writes counts, indexes and offsets. */
export function unsigned(value: number): readonly number[] {
  const bytes: number[] = []
  let left = value
  do {
    const low = left % 128
    left = Math.floor(left / 128)
    bytes.push(left > 0 ? low + 128 : low)
  } while (left > 0)
  return bytes
}

/** A signed 32-bit integer in LEB128. */
export function signed(value: number): readonly number[] {
  const bytes: number[] = []
  let left = value | 0
  for (;;) {
    const low = left & 0x7f
    left >>= 7
    const isLast = (left === 0 && (low & 0x40) === 0) || (left === -1 && (low & 0x40) !== 0)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

/** The eight bytes of a double, lowest first. */
export const double = (value: number): readonly number[] => [
  ...new Uint8Array(new Float64Array([value]).buffer),
]

/** A name: its length and its letters, which are plain ASCII here. */
export const name = (text: string): readonly number[] => [
  ...unsigned(text.length),
  ...Array.from(text, (letter) => letter.charCodeAt(0)),
]

/** A vector: how many, then each. */
export const vector = (items: readonly (readonly number[])[]): readonly number[] => [
  ...unsigned(items.length),
  ...items.flat(),
]

/** A section of a module: its number, its length, its content. */
export const section = (id: number, content: readonly number[]): readonly number[] => [
  id,
  ...unsigned(content.length),
  ...content,
]
