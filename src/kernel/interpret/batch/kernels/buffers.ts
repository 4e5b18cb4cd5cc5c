import type { Bits, Numbers } from './kernel.ts'

/** Gives out buffers, and gives them out again once they are no longer read. */
export class Buffers {
  readonly #rows: number
  readonly #bits: Bits[] = []
  readonly #numbers: Numbers[] = []

  /** Buffers for so many rows. */
  constructor(rows: number) {
    this.#rows = Math.ceil(rows / 32) * 32
  }

  bits(): Bits {
    return this.#bits.pop() ?? new Int32Array(this.#rows / 32)
  }

  numbers(): Numbers {
    return this.#numbers.pop() ?? new Float64Array(this.#rows)
  }

  /** Bits that no kernel will write to. */
  constantBits(value: boolean): Bits {
    return new Int32Array(this.#rows / 32).fill(value ? -1 : 0)
  }

  /** Numbers that no kernel will write to. */
  constantNumbers(value: number): Numbers {
    return new Float64Array(this.#rows).fill(value)
  }

  free(buffer: Bits | Numbers): void {
    if (buffer instanceof Int32Array) this.#bits.push(buffer)
    else this.#numbers.push(buffer)
  }
}
