import type { GateId } from './circuit.ts'
import { bitBounds, GateList } from './gate-list.ts'

/**
 * Conditions. They are kept as conjunctions and negations, so that the negation of a disjunction
 * is found to be the same gate however it came about; what follows from another part is left out.
 */
export class BitGates extends GateList {
  not(of: GateId): GateId {
    const gate = this.list[of]
    if (gate?.t === 'not') return gate.of
    if (gate?.t === 'bit') return this.bit(!gate.value)
    return this.gate(`n${of}`, { t: 'not', of }, bitBounds, [of])
  }

  and(...of: readonly GateId[]): GateId {
    const parts = this.#conjuncts(of)
    if (!parts) return this.no
    const [first, second] = parts
    if (first === undefined) return this.yes
    if (second === undefined) return first
    return this.gate(`a${parts.join()}`, { t: 'and', of: parts }, bitBounds, parts)
  }

  or(...of: readonly GateId[]): GateId {
    return this.not(this.and(...of.map((part) => this.not(part))))
  }

  /** One of two bits, as a bit says. */
  choose(condition: GateId, then: GateId, otherwise: GateId): GateId {
    return this.or(this.and(condition, then), this.and(this.not(condition), otherwise))
  }

  /** The parts of a conjunction in order, each once; undefined when they exclude each other. */
  #conjuncts(of: readonly GateId[]): readonly GateId[] | undefined {
    const holding = new Set<GateId>()
    for (const part of of) this.#addHolding(part, holding)
    if (holding.has(this.no)) return undefined
    for (const part of holding) if (holding.has(this.not(part))) return undefined
    const parts = new Set<GateId>()
    for (const part of new Set(of)) {
      const reduced = this.#given(part, holding)
      if (reduced === this.no) return undefined
      if (reduced !== this.yes) parts.add(reduced)
    }
    const changed = [...parts].some((part) => !of.includes(part))
    if (changed) return this.#conjuncts([...parts])
    return [...parts].filter((part) => !this.#isWithin(part, parts)).sort((a, b) => a - b)
  }

  /** Everything that holds when a bit holds, as far as it is written as a conjunction. */
  #addHolding(part: GateId, holding: Set<GateId>): void {
    if (holding.has(part) || part === this.yes || holding.size > 200) return
    holding.add(part)
    const gate = this.list[part]
    if (gate?.t === 'and') for (const inner of gate.of) this.#addHolding(inner, holding)
  }

  /** A negated conjunction without what is known to hold anyway. */
  #given(part: GateId, holding: ReadonlySet<GateId>): GateId {
    const gate = this.list[part]
    const inner = gate?.t === 'not' ? this.list[gate.of] : undefined
    if (inner?.t !== 'and') return part
    if (inner.of.some((one) => holding.has(this.not(one)))) return this.yes
    const left = inner.of.filter((one) => !holding.has(one))
    return left.length === inner.of.length ? part : this.not(this.and(...left))
  }

  /** Whether a bit is one of the conjuncts that another part already names. */
  #isWithin(part: GateId, parts: ReadonlySet<GateId>): boolean {
    for (const other of parts) {
      const gate = this.list[other]
      if (other !== part && gate?.t === 'and' && gate.of.includes(part)) return true
    }
    return false
  }
}
