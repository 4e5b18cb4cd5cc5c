import type { Bits, Kernel } from './kernel.ts'

const and =
  (out: Bits, a: Bits, b: Bits): Kernel =>
  (_, words) => {
    for (let word = 0; word < words; word++) out[word] = (a[word] ?? 0) & (b[word] ?? 0)
  }

const or =
  (out: Bits, a: Bits, b: Bits): Kernel =>
  (_, words) => {
    for (let word = 0; word < words; word++) out[word] = (a[word] ?? 0) | (b[word] ?? 0)
  }

/** All, or any, of some bits. */
export function joined(t: 'and' | 'or', out: Bits, of: readonly Bits[]): Kernel {
  const step = t === 'and' ? and : or
  const [first, second, ...others] = of
  if (!first || !second) throw new RangeError('a conjunction joins at least two bits')
  const steps = [step(out, first, second), ...others.map((each) => step(out, out, each))]
  return (rows, words) => {
    for (const each of steps) each(rows, words)
  }
}

/** The opposite of a bit. */
export const negated =
  (out: Bits, of: Bits): Kernel =>
  (_, words) => {
    for (let word = 0; word < words; word++) out[word] = ~(of[word] ?? 0)
  }
