/** A condition as an ordered decision diagram: two conditions are the same if their numbers are. */
export type Diagram = number

/** Beyond so many nodes no diagram is made any more. */
const nodesMax = 2 ** 20

/**
 * Decision diagrams over numbered variables (Bryant 1986): reduced and shared, so that equality of
 * conditions is equality of numbers. A diagram that would get too large is undefined.
 */
export class Diagrams {
  readonly no: Diagram = 0
  readonly yes: Diagram = 1
  readonly #variable: number[] = [Infinity, Infinity]
  readonly #low: Diagram[] = [0, 1]
  readonly #high: Diagram[] = [0, 1]
  readonly #unique = new Map<number, Diagram>()
  readonly #ands = new Map<number, Diagram>()
  readonly #nots = new Map<Diagram, Diagram>([
    [0, 1],
    [1, 0],
  ])
  readonly #shares = new Map<Diagram, number>()
  readonly #growthMax: number
  #limit = nodesMax

  /** At most `growthMax` nodes are made for one condition. */
  constructor(growthMax: number) {
    this.#growthMax = growthMax
  }

  /** A condition made by `make`, or undefined when it grows too large. */
  within(make: () => Diagram): Diagram | undefined {
    this.#limit = Math.min(nodesMax, this.#variable.length + this.#growthMax)
    try {
      return make()
    } catch (error) {
      if (error instanceof TooLarge) return undefined
      throw error
    }
  }

  variable(index: number): Diagram {
    // One node more is always allowed: what follows finds the limit.
    this.#limit = Math.max(this.#limit, this.#variable.length + 1)
    return this.#node(index, this.no, this.yes)
  }

  not(of: Diagram): Diagram {
    const known = this.#nots.get(of)
    if (known !== undefined) return known
    const made = this.#node(
      this.#variable[of] ?? Infinity,
      this.not(this.#low[of] ?? 0),
      this.not(this.#high[of] ?? 0),
    )
    this.#nots.set(of, made)
    this.#nots.set(made, of)
    return made
  }

  and(one: Diagram, other: Diagram): Diagram {
    if (one === this.no || other === this.no) return this.no
    if (one === this.yes || one === other) return other
    if (other === this.yes) return one
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = a * nodesMax * 2 + b
    const known = this.#ands.get(key)
    if (known !== undefined) return known
    const top = Math.min(this.#variable[a] ?? Infinity, this.#variable[b] ?? Infinity)
    const made = this.#node(
      top,
      this.and(this.#branch(a, top, this.#low), this.#branch(b, top, this.#low)),
      this.and(this.#branch(a, top, this.#high), this.#branch(b, top, this.#high)),
    )
    this.#ands.set(key, made)
    return made
  }

  all(of: readonly Diagram[]): Diagram {
    return of.reduce((one, other) => this.and(one, other), this.yes)
  }

  or(one: Diagram, other: Diagram): Diagram {
    return this.not(this.and(this.not(one), this.not(other)))
  }

  any(of: readonly Diagram[]): Diagram {
    return this.not(this.all(of.map((each) => this.not(each))))
  }

  /** The share of all ways to answer the variables in which a condition holds. */
  shareOf(id: Diagram): number {
    if (id <= 1) return id
    const known = this.#shares.get(id)
    if (known !== undefined) return known
    const share = (this.shareOf(this.#low[id] ?? 0) + this.shareOf(this.#high[id] ?? 0)) / 2
    this.#shares.set(id, share)
    return share
  }

  #branch(id: Diagram, top: number, branches: readonly Diagram[]): Diagram {
    return this.#variable[id] === top ? (branches[id] ?? 0) : id
  }

  #node(variable: number, low: Diagram, high: Diagram): Diagram {
    if (low === high) return low
    const key = (variable * nodesMax + low) * nodesMax * 2 + high
    const known = this.#unique.get(key)
    if (known !== undefined) return known
    if (this.#variable.length >= this.#limit || variable >= variablesMax) throw new TooLarge()
    const made = this.#variable.push(variable) - 1
    this.#low.push(low)
    this.#high.push(high)
    this.#unique.set(key, made)
    return made
  }
}

/** So many variables, with two diagrams, are one exact number. */
const variablesMax = 2 ** 12

class TooLarge extends Error {}
