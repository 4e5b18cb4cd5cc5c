import type { Stream } from './random.ts'

/**
 * Picks positions by weight with one random number each (Walker 1977, tables built as by Vose
 * 1991). Throws when a weight is negative or none is positive.
 */
export function aliasSampler(weights: readonly number[], next: Stream): Stream {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0) || weights.some((weight) => !(weight >= 0)))
    throw new RangeError('weights must be 0 or more, and one of them more than 0')
  const count = weights.length
  const scaled = weights.map((weight) => (weight / total) * count)
  const keep = new Float64Array(count).fill(1)
  const other = new Uint32Array(count)
  const small = positions(scaled, (weight) => weight < 1)
  const large = positions(scaled, (weight) => weight >= 1)
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() ?? 0
    const more = large.pop() ?? 0
    keep[less] = scaled[less] ?? 0
    other[less] = more
    scaled[more] = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1
    if ((scaled[more] ?? 0) < 1) small.push(more)
    else large.push(more)
  }
  // Rounding may leave some without a partner: they keep their place, unless their weight is 0.
  const heaviest = weights.indexOf(Math.max(...weights))
  for (const position of small.filter((each) => weights[each] === 0)) {
    keep[position] = 0
    other[position] = heaviest
  }
  return (row) => {
    const drawn = (next(row) / 2 ** 32) * count
    const position = Math.floor(drawn)
    return drawn - position < (keep[position] ?? 1) ? position : (other[position] ?? position)
  }
}

const positions = (list: readonly number[], holds: (value: number) => boolean): number[] =>
  list.flatMap((value, position) => (holds(value) ? [position] : []))
