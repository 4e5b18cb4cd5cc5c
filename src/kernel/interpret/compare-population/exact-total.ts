const limit = Number.MAX_SAFE_INTEGER

/** A sum of safe integers of either sign that stays exact beyond 2^53, fast while it is below. */
export class ExactTotal {
  #low = 0
  #high = 0n

  add(value: number): void {
    const sum = this.#low + value
    if (sum > limit || sum < -limit) {
      this.#high += BigInt(this.#low)
      this.#low = value
    } else this.#low = sum
  }

  get value(): bigint {
    return this.#high + BigInt(this.#low)
  }
}
