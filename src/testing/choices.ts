import fc from 'fast-check'

/** Choices drawn from a list of numbers, so that fast-check shrinks them; an empty list means 0. */
export class Choices {
  readonly #list: readonly number[]
  #at = 0

  constructor(list: readonly number[]) {
    this.#list = list
  }

  below(count: number): number {
    return (this.#list[this.#at++] ?? 0) % count
  }

  oneIn(count: number): boolean {
    return this.below(count) === count - 1
  }

  pick<T>(options: readonly T[]): T {
    return options[this.below(options.length)] as T
  }
}

/** Lists to choose from: long enough for a whole rule text, shrinking towards the simplest. */
export const entropy = fc.limitShrink(
  fc.noBias(fc.array(fc.nat({ max: 1023 }), { minLength: 60, maxLength: 400, size: 'max' })),
  300,
)
