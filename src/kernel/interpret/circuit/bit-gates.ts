import type { GateId } from './circuit.ts'
import type { Domain } from './domain.ts'
import { domainOf, excludes, implies, metDomains } from './domain.ts'
import { bitBounds, GateList } from './gate-list.ts'

/**
 * Conditions. They are kept as conjunctions and negations, so that the negation of a disjunction
 * is found to be the same gate however it came about; what follows from another part is left out.
 */
export class BitGates extends GateList {
  readonly #domains = new Map<GateId, Domain | null>()
  readonly #lists = new Map<string, GateId>()

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
    const ids = new Set<GateId>()
    for (const part of of) this.#addHolding(part, ids)
    if (ids.has(this.no)) return undefined
    for (const part of ids) if (ids.has(this.not(part))) return undefined
    const domains = metDomains([...ids].map((id) => this.#domain(id)))
    if (!domains) return undefined
    const parts = new Set<GateId>()
    for (const part of new Set(of)) {
      const reduced = this.#given(part, { ids, domains })
      if (reduced === this.no) return undefined
      if (reduced !== this.yes) parts.add(reduced)
    }
    this.#joinLists(parts)
    this.#joinOpposites(parts)
    const changed = [...parts].some((part) => !of.includes(part))
    if (changed) return this.#conjuncts([...parts])
    return [...parts].filter((part) => !this.#isSaid(part, parts)).sort((a, b) => a - b)
  }

  /** Everything that holds when a bit holds, as far as it is written as a conjunction. */
  #addHolding(part: GateId, holding: Set<GateId>): void {
    if (holding.has(part) || part === this.yes || holding.size > 200) return
    holding.add(part)
    const gate = this.list[part]
    if (gate?.t === 'and') for (const inner of gate.of) this.#addHolding(inner, holding)
  }

  /** A negated conjunction without what is known to hold anyway. */
  #given(part: GateId, holding: Holding): GateId {
    const gate = this.list[part]
    const inner = gate?.t === 'not' ? this.list[gate.of] : undefined
    if (inner?.t !== 'and') return part
    if (inner.of.some((one) => this.#isExcluded(one, holding))) return this.yes
    const left = inner.of.filter((one) => !this.#isHeld(one, holding))
    return left.length === inner.of.length ? part : this.not(this.and(...left))
  }

  /** Whether a condition cannot hold beside what holds, looking so many conjunctions deep. */
  #isExcluded(id: GateId, holding: Holding, depth = lookDepth): boolean {
    if (holding.ids.has(this.not(id))) return true
    const gate = this.list[id]
    if (depth > 0 && gate?.t === 'and') {
      return gate.of.some((part) => this.#isExcluded(part, holding, depth - 1))
    }
    if (depth > 0 && gate?.t === 'not' && this.list[gate.of]?.t === 'and') {
      return this.#isHeld(gate.of, holding, depth - 1)
    }
    const own = this.#domain(id)
    const known = own && holding.domains.get(own.of)
    return own !== undefined && known !== undefined && excludes(own, known)
  }

  /** Whether a condition holds wherever what holds does, looking so many conjunctions deep. */
  #isHeld(id: GateId, holding: Holding, depth = lookDepth): boolean {
    if (holding.ids.has(id)) return true
    const gate = this.list[id]
    if (depth > 0 && gate?.t === 'and') {
      return gate.of.every((part) => this.#isHeld(part, holding, depth - 1))
    }
    if (depth > 0 && gate?.t === 'not' && this.list[gate.of]?.t === 'and') {
      return this.#isExcluded(gate.of, holding, depth - 1)
    }
    const own = this.#domain(id)
    const known = own && holding.domains.get(own.of)
    return own !== undefined && known !== undefined && implies(known, own)
  }

  /** Whether another part of a conjunction already says a part: it names it, or is narrower. */
  #isSaid(part: GateId, parts: ReadonlySet<GateId>): boolean {
    const own = this.#domain(part)
    for (const other of parts) {
      if (other === part) continue
      const gate = this.list[other]
      if (gate?.t === 'and' && gate.of.includes(part)) return true
      const narrower = own && this.#domain(other)
      if (narrower && implies(narrower, own) && !implies(own, narrower)) return true
    }
    return false
  }

  /** Several lists of one key are the one list that they have in common, where that exists. */
  #joinLists(parts: Set<GateId>): void {
    const byKey = new Map<GateId, { readonly mask: bigint; readonly ids: readonly GateId[] }>()
    for (const id of parts) {
      const domain = this.#domain(id)
      if (domain?.members === undefined) continue
      const known = byKey.get(domain.of)
      const mask = known ? known.mask & domain.members : domain.members
      byKey.set(domain.of, { mask, ids: [...(known?.ids ?? []), id] })
    }
    for (const [key, { mask, ids }] of byKey) {
      const joined = ids.length > 1 ? this.#lists.get(`${key},${mask}`) : undefined
      if (joined === undefined) continue
      for (const id of ids) parts.delete(id)
      parts.add(joined)
    }
  }

  /** Not (a and b), not (a and not b): together they are not a. */
  #joinOpposites(parts: Set<GateId>): void {
    const written = new Map<string, GateId>()
    for (const part of parts) {
      const inner = this.#negatedParts(part)
      if (inner.length > 1 && inner.length <= joinedMax) written.set(inner.join(), part)
    }
    for (const part of parts) {
      const inner = this.#negatedParts(part)
      for (const one of inner.length <= joinedMax ? inner : []) {
        const left = inner.filter((other) => other !== one)
        const twin = written.get([...left, this.not(one)].sort((a, b) => a - b).join())
        if (twin === undefined || !parts.has(twin)) continue
        parts.delete(part)
        parts.delete(twin)
        parts.add(this.not(this.and(...left)))
        return
      }
    }
  }

  /** The conjuncts of a negated conjunction, in order. */
  #negatedParts(id: GateId): readonly GateId[] {
    const gate = this.list[id]
    const inner = gate?.t === 'not' ? this.list[gate.of] : undefined
    return inner?.t === 'and' ? inner.of : []
  }

  /** Remembers a list of indexes of a key, and its opposite. */
  protected addList(id: GateId): GateId {
    for (const each of [id, this.not(id)]) {
      const domain = this.#domain(each)
      if (domain?.members !== undefined) this.#lists.set(`${domain.of},${domain.members}`, each)
    }
    return id
  }

  #domain(id: GateId): Domain | undefined {
    const known = this.#domains.get(id)
    if (known !== undefined) return known ?? undefined
    const domain = domainOf(this.list, id)
    this.#domains.set(id, domain ?? null)
    return domain
  }
}

const lookDepth = 4
/** Longer conjunctions are not searched for twins. */
const joinedMax = 8

/** What holds within a conjunction: conditions, and what they leave each quantity. */
interface Holding {
  readonly ids: ReadonlySet<GateId>
  readonly domains: ReadonlyMap<GateId, Domain>
}
