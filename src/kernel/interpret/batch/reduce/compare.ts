import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'
import type { Linear } from './linear.ts'
import { combine, commonFactor, linearOf, sideOf } from './linear.ts'
import type { Width } from './width.ts'
import { widest, widthOf } from './width.ts'

type Kind = 'less' | 'equal'
type Cell = Extract<Gate, { t: 'cell' }>

/** A comparison of quantities that are chosen from so many is spelled out choice by choice. */
const choicesMax = 8

/**
 * The bit of `left < right` or `left = right`, asked in the smallest numbers: what is on both
 * sides is left out, common factors are divided away, and a choice between quantities becomes a
 * choice between comparisons. Exact: each step is an identity of whole numbers below 2^53.
 */
export function compare(gates: Gates, kind: Kind, left: GateId, right: GateId): GateId {
  const width = widest(widthOf(gates.boundsOf(left)), widthOf(gates.boundsOf(right)))
  const difference = combine(linearOf(gates, right), linearOf(gates, left), -1)
  const found = difference && new Comparison(gates, kind, width).of(difference)
  return found ?? gates[kind](left, right)
}

/** Comparisons of a sum with 0, none in wider numbers than the one that they stand for. */
class Comparison {
  readonly #gates: Gates
  readonly #kind: Kind
  readonly #width: Width

  constructor(gates: Gates, kind: Kind, width: Width) {
    this.#gates = gates
    this.#kind = kind
    this.#width = width
  }

  /** `sum > 0`, or `sum = 0`; undefined where the numbers would get larger instead. */
  of(sum: Linear): GateId | undefined {
    const [only] = sum.terms.keys()
    if (sum.terms.size === 1 && only !== undefined) {
      const gate = this.#gates.list[only]
      if (gate?.t === 'cell') return this.#listed(gate, only, sum)
    }
    let choices = 1
    for (const id of sum.terms.keys()) choices *= this.#leaves(id)
    return choices <= choicesMax ? this.#chosen(sum) : this.#reduced(sum)
  }

  #leaves(id: GateId): number {
    const gate = this.#gates.list[id]
    if (gate?.t === 'cell') return new Set(gate.cells).size
    return gate?.t === 'select' ? this.#leaves(gate.then) + this.#leaves(gate.otherwise) : 1
  }

  #chosen(sum: Linear): GateId | undefined {
    for (const [id, times] of sum.terms) {
      const gate = this.#gates.list[id]
      if (gate?.t !== 'select' && gate?.t !== 'cell') continue
      const others = combine(sum, { terms: new Map([[id, times]]), constant: 0 }, -1)
      const given = (choice: GateId): GateId | undefined => {
        const chosen = combine(others, linearOf(this.#gates, choice), times)
        return chosen && this.#chosen(chosen)
      }
      if (gate.t === 'cell') return this.#byCell(gate, given)
      const then = given(gate.then)
      const otherwise = given(gate.otherwise)
      if (then === undefined || otherwise === undefined) return undefined
      return this.#gates.choose(gate.condition, then, otherwise)
    }
    return this.#reduced(sum)
  }

  /** The sum of a cell and a constant is compared ahead of time, cell by cell. */
  #listed(gate: Cell, id: GateId, sum: Linear): GateId {
    const times = sum.terms.get(id) ?? 0
    const members = gate.cells.map((cell) => {
      const total = cell * times + sum.constant
      return this.#kind === 'less' ? total > 0 : total === 0
    })
    return this.#gates.listed(gate.key, members)
  }

  /** A comparison for each different cell. */
  #byCell(gate: Cell, given: (value: GateId) => GateId | undefined): GateId | undefined {
    const bits: GateId[] = []
    for (const value of new Set(gate.cells)) {
      const where = this.#gates.listed(
        gate.key,
        gate.cells.map((cell) => cell === value),
      )
      const bit = given(this.#gates.int(value))
      if (bit === undefined) return undefined
      bits.push(this.#gates.and(where, bit))
    }
    return this.#gates.or(...bits)
  }

  #reduced(sum: Linear): GateId | undefined {
    const common = commonFactor(sum)
    const isLess = this.#kind === 'less'
    if (common === 0) return this.#gates.bit(isLess ? sum.constant > 0 : sum.constant === 0)
    const wanted = (isLess ? 1 : 0) - sum.constant
    if (!isLess && wanted % common !== 0) return this.#gates.no
    const terms = new Map([...sum.terms].map(([id, times]) => [id, times / common]))
    const least = Math.ceil(wanted / common) + 0
    const reduced = { terms, constant: 0 }
    return isLess ? this.#isAtLeast(reduced, least) : this.#isExactly(reduced, least)
  }

  #isAtLeast(sum: Linear, least: number): GateId | undefined {
    const { positive, negative } = signsOf(sum)
    // Of one quantity always as `x < constant` or its negation: asked twice, it is one gate.
    if (!negative) return this.#not(this.#ask(this.#side(sum, 1, 0), this.#gates.int(least)))
    if (!positive) return this.#ask(this.#side(sum, -1, 0), this.#gates.int(1 - least))
    if (least > 0) return this.#ask(this.#side(sum, -1, least - 1), this.#side(sum, 1, 0))
    return this.#not(this.#ask(this.#side(sum, 1, -least), this.#side(sum, -1, 0)))
  }

  #isExactly(sum: Linear, value: number): GateId | undefined {
    const { positive, negative } = signsOf(sum)
    if (!negative) return this.#ask(this.#side(sum, 1, 0), this.#gates.int(value))
    if (!positive) return this.#ask(this.#side(sum, -1, 0), this.#gates.int(0 - value))
    const above = this.#side(sum, 1, Math.max(0, -value))
    return this.#ask(above, this.#side(sum, -1, Math.max(0, value)))
  }

  #side(sum: Linear, sign: 1 | -1, constant: number): GateId | undefined {
    const side = sideOf(this.#gates, sum, sign, constant)
    if (side === undefined) return undefined
    const width = widthOf(this.#gates.boundsOf(side))
    return widest(width, this.#width) === this.#width ? side : undefined
  }

  #ask(one: GateId | undefined, other: GateId | undefined): GateId | undefined {
    if (one === undefined || other === undefined) return undefined
    return this.#gates[this.#kind](one, other)
  }

  #not(bit: GateId | undefined): GateId | undefined {
    return bit === undefined ? undefined : this.#gates.not(bit)
  }
}

function signsOf({ terms }: Linear): { readonly positive: boolean; readonly negative: boolean } {
  const factors = [...terms.values()]
  return {
    positive: factors.some((times) => times > 0),
    negative: factors.some((times) => times < 0),
  }
}
