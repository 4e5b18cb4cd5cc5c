import type { NodeId, NodeList } from './nodes.ts'

/**
 * What is left of conditions once others are known to hold or not to: the later arms of a CASE
 * need not ask again what an earlier one has settled.
 */
export class Given {
  readonly #list: NodeList
  readonly #isDeep: boolean
  readonly #settled = new Map<NodeId, boolean>()
  #rewritten = new Map<NodeId, NodeId>()

  /** Deep: whatever is read is written anew; else only a condition's own parts are left out. */
  constructor(list: NodeList, isDeep: boolean) {
    this.#list = list
    this.#isDeep = isDeep
  }

  /** Takes a condition to hold, or not to, and all that follows from how it is written. */
  assume(id: NodeId, holds: boolean): void {
    if (this.#settled.has(id)) return
    this.#settled.set(id, holds)
    this.#rewritten = new Map()
    const node = this.#list.at(id)
    if (node.t === 'not') this.assume(node.of, !holds)
    else if ((node.t === 'and' && holds) || (node.t === 'or' && !holds)) {
      for (const part of node.of) this.assume(part, holds)
    }
  }

  /** The condition without what is settled; a constant where nothing is left of it. */
  rest(id: NodeId): NodeId {
    return this.#isDeep ? this.#everywhere(id) : this.#parts(id)
  }

  #parts(id: NodeId): NodeId {
    const list = this.#list
    const settled = this.#settled.get(id)
    if (settled !== undefined) return list.bit(settled)
    const node = list.at(id)
    if (node.t === 'not') return list.not(this.#parts(node.of))
    if (node.t !== 'and' && node.t !== 'or') return id
    const parts = node.of.map((part) => {
      const known = this.#settled.get(part)
      return known === undefined ? part : list.bit(known)
    })
    return node.t === 'and' ? list.and(parts) : list.or(parts)
  }

  #everywhere(id: NodeId): NodeId {
    const list = this.#list
    const settled = this.#settled.get(id)
    if (settled !== undefined) return list.bit(settled)
    const known = this.#rewritten.get(id)
    if (known !== undefined) return known
    const node = list.at(id)
    const made = ((): NodeId => {
      switch (node.t) {
        case 'not':
          return list.not(this.#everywhere(node.of))
        case 'and':
          return list.and(node.of.map((part) => this.#everywhere(part)))
        case 'or':
          return list.or(node.of.map((part) => this.#everywhere(part)))
        default:
          return id
      }
    })()
    this.#rewritten.set(id, made)
    return made
  }
}
