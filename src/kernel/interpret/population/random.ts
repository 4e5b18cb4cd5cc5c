/**
 * Random numbers for populations: a keyed counter, so that any row can be drawn by itself, in any
 * order, in chunks of any size, and comes out the same. Each number is two rounds of `lowbias32`
 * (Chris Wellons, Hash Prospector, 2018), a mixing function of 32 bits: the first over the row and
 * one key, the second over the result and another. It is not for secrets.
 */
export type Stream = (row: number) => number

/** Mixes 32 bits one to one: no two inputs have the same output. */
export function mixed(input: number): number {
  let x = input
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

/** 32 bits of a text and a seed (FNV-1a over UTF-16 units, then mixed). */
export function keyOf(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return mixed(hash)
}

/** A stream of whole numbers from 0 to 2^32 - 1, one per row; streams of other names are others. */
export function stream(seed: number, name: string): Stream {
  const first = keyOf(seed, name)
  const second = keyOf(first, name)
  return (row) => mixed(mixed((row + first) | 0) ^ second) >>> 0
}

/** Whole numbers from 0 up to, not including, a limit of at most 2^53; even within 1 in 2^21. */
export function belowLimit(seed: number, name: string, limit: number): Stream {
  const high = stream(seed, name)
  if (limit <= 2 ** 16) return (row) => Math.floor((high(row) / 2 ** 32) * limit)
  const low = stream(seed, `${name}/low`)
  return (row) => Math.floor(((high(row) * 2 ** 21 + (low(row) >>> 11)) / 2 ** 53) * limit)
}
