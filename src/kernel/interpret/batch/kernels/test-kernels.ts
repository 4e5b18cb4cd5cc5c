import type { Bits, Kernel, Numbers } from './kernel.ts'

/** Whether one number is less than, or equal to, another. */
export function compared(t: 'less' | 'equal', out: Bits, left: Numbers, right: Numbers): Kernel {
  if (t === 'less') {
    return (_, words) => {
      for (let word = 0, row = 0; word < words; word++) {
        let bits = 0
        for (let bit = 0; bit < 32; bit++, row++) {
          bits |= ((left[row] ?? 0) < (right[row] ?? 0) ? 1 : 0) << bit
        }
        out[word] = bits
      }
    }
  }
  return (_, words) => {
    for (let word = 0, row = 0; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) {
        bits |= (left[row] === right[row] ? 1 : 0) << bit
      }
      out[word] = bits
    }
  }
}

/** Whether a key is in a list. */
export function listed(out: Bits, key: Numbers, members: readonly boolean[]): Kernel {
  const table = Uint8Array.from(members, (member) => (member ? 1 : 0))
  return (_, words) => {
    for (let word = 0, row = 0; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= (table[key[row] ?? 0] ?? 0) << bit
      out[word] = bits
    }
  }
}

/** Whether a set has any, or all, of the members of a mask. */
export function inSet(t: 'overlaps' | 'covers', out: Bits, set: Numbers, mask: number): Kernel {
  const wanted = t === 'covers' ? mask : 0
  const flip = t === 'covers' ? 0 : -1
  return (_, words) => {
    for (let word = 0, row = 0; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) {
        bits |= (((set[row] ?? 0) & mask) === wanted ? 1 : 0) << bit
      }
      out[word] = bits ^ flip
    }
  }
}
