import type { Ir } from '../rules/ir.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import type { ClauseNode } from './view.ts'

/** Open questions as a set: facts by slot, then relations, 32 to a word. */
export type Questions = readonly number[]

/** How a fact or relation counts: nothing when it is answered, its own bit when it is open. */
export interface OpenQuestions {
  /** Per fact slot whether a question asks it, that is, whether it is not answered yet. */
  readonly facts: readonly boolean[]
  readonly relations: readonly boolean[]
}

/** Whether a set has a question, and how many it has. */
export const has = (set: Questions, at: number): boolean =>
  ((set[at >> 5] ?? 0) & (1 << (at & 31))) !== 0
export const sizeOf = (set: Questions): number => set.reduce((sum, word) => sum + ones(word), 0)

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const nothing: Questions = Object.freeze([])

function union(a: Questions, b: Questions): Questions {
  if (a.length === 0) return b
  if (b.length === 0) return a
  return Array.from(
    { length: Math.max(a.length, b.length) },
    (_, at) => (a[at] ?? 0) | (b[at] ?? 0),
  )
}

const one = (at: number): Questions => {
  const set = new Array<number>((at >> 5) + 1).fill(0)
  set[at >> 5] = 1 << (at & 31)
  return set
}

/**
 * Which open questions suffice to settle a definition the way it came out on a complete case: a
 * small set, not always the smallest. Where one of several would do (one false part of "all"), the
 * fewest further questions are taken. Undefined where the definition did not come out with a value.
 */
export function proofOf(
  evaluation: Evaluation,
  target: number,
  open: OpenQuestions,
): Questions | undefined {
  return new Prover(evaluation, open).definition(target)
}

class Prover {
  readonly #evaluation: Evaluation
  readonly #open: OpenQuestions
  readonly #known = new Map<number, Questions | undefined>()
  /** Per clause; a clause is only ever asked about the value that its definition has. */
  readonly #itself = new Map<ClauseNode, Questions | undefined>()
  readonly #onlyOf = new Map<ClauseNode, Questions | undefined>()

  constructor(evaluation: Evaluation, open: OpenQuestions) {
    this.#evaluation = evaluation
    this.#open = open
  }

  definition(slot: number): Questions | undefined {
    if (this.#known.has(slot)) return this.#known.get(slot)
    const definition = this.#evaluation.view.definitions[slot]
    const isDecided = (this.#evaluation.marks[slot] ?? 0) > 0
    const value = this.#evaluation.values[slot] ?? Number.NaN
    const made = definition && isDecided ? this.#gives(definition.roots, value) : undefined
    this.#known.set(slot, made)
    return made
  }

  /** That these clauses, equal in rank, together give a value: one does, and none gives another. */
  #gives(nodes: readonly ClauseNode[], value: number): Questions | undefined {
    let best: Questions | undefined
    for (const node of nodes) {
      const giver = this.#gaveItself(node, value)
      if (!giver) continue
      const others = this.#onlyAll(
        nodes.filter((other) => other !== node),
        value,
      )
      const made = others && union(giver, others)
      if (made && (!best || sizeOf(made) < sizeOf(best))) best = made
    }
    return best
  }

  /** That one clause, its exceptions looked at first, gives a value. */
  #gaveItself(node: ClauseNode, value: number): Questions | undefined {
    return remembered(this.#itself, node, () => this.#proveItself(node, value))
  }

  #proveItself(node: ClauseNode, value: number): Questions | undefined {
    const above = this.#gives(node.exceptions, value)
    const own = this.#appliesWith(node, value)
    const exceptions = own && this.#onlyAll(node.exceptions, value)
    const below = exceptions && union(own, exceptions)
    return fewer(above, below)
  }

  #appliesWith({ clause: { when, then } }: ClauseNode, value: number): Questions | undefined {
    if (this.#value(when) !== TRUE || !same(this.#value(then), value)) return undefined
    const condition = this.#condition(when, TRUE)
    const result = this.#reads(then)
    return condition && result && union(condition, result)
  }

  #onlyAll(nodes: readonly ClauseNode[], value: number): Questions | undefined {
    let all: Questions = nothing
    for (const node of nodes) {
      const own = this.#only(node, value)
      if (!own) return undefined
      all = union(all, own)
    }
    return all
  }

  /** That a clause with its exceptions gives this value or nothing. */
  #only(node: ClauseNode, value: number): Questions | undefined {
    return remembered(this.#onlyOf, node, () => this.#proveOnly(node, value))
  }

  #proveOnly(node: ClauseNode, value: number): Questions | undefined {
    const { when, then } = node.clause
    const exceptions = this.#onlyAll(node.exceptions, value)
    if (then.t === 'constant' && same(then.value, value)) return exceptions
    const overridden = this.#gives(node.exceptions, value)
    const denied =
      exceptions && this.#value(when) === FALSE ? this.#condition(when, FALSE) : undefined
    const silent = denied && exceptions && union(denied, exceptions)
    const equal = exceptions && same(this.#value(then), value) ? this.#reads(then) : undefined
    const agreeing = equal && exceptions && union(equal, exceptions)
    return fewer(fewer(overridden, silent), agreeing)
  }

  #value(ir: Ir): number {
    return settled(ir, this.#evaluation)
  }

  /** That a condition is true, or is false. */
  #condition(ir: Ir, is: number): Questions | undefined {
    switch (ir.t) {
      case 'constant':
        return ir.value === is ? nothing : undefined
      case 'not':
        return this.#condition(ir.of, TRUE - is)
      case 'all':
        return is === TRUE ? this.#every(ir.of, TRUE) : this.#some(ir.of, FALSE)
      case 'any':
        return is === TRUE ? this.#some(ir.of, TRUE) : this.#every(ir.of, FALSE)
      default:
        return this.#value(ir) === is ? this.#reads(ir) : undefined
    }
  }

  #every(parts: readonly Ir[], is: number): Questions | undefined {
    let all: Questions = nothing
    for (const part of parts) {
      const own = this.#condition(part, is)
      if (!own) return undefined
      all = union(all, own)
    }
    return all
  }

  #some(parts: readonly Ir[], is: number): Questions | undefined {
    let best: Questions | undefined
    for (const part of parts) {
      if (this.#value(part) !== is) continue
      best = fewer(best, this.#condition(part, is))
      if (best && best.length === 0) return best
    }
    return best
  }

  /** Everything that the value of an expression may be read from. */
  #reads(ir: Ir): Questions | undefined {
    switch (ir.t) {
      case 'constant':
      case 'parameter':
      case 'field':
        return nothing
      case 'fact':
        return this.#open.facts[ir.slot] === true ? one(ir.slot) : nothing
      case 'definition':
        return this.definition(ir.slot)
      case 'all':
      case 'any':
      case 'not':
        return this.#condition(ir, this.#value(ir))
      case 'anyOver':
      case 'allOver':
      case 'countOver':
        return this.#rows(ir.relation, [ir.where])
      case 'sumOver':
      case 'maxOver':
        return this.#rows(ir.relation, [ir.where, ir.value])
      case 'totalAtLeast':
        return this.#rows(ir.relation, [ir.where, ir.value, ir.threshold])
      default:
        return this.#readsOf(operandsOf(ir))
    }
  }

  #readsOf(parts: readonly Ir[]): Questions | undefined {
    let all: Questions = nothing
    for (const part of parts) {
      const own = this.#reads(part)
      if (!own) return undefined
      all = union(all, own)
    }
    return all
  }

  /** A list counts as one question; facts and conclusions that its rows are held against count too. */
  #rows(relation: number, parts: readonly Ir[]): Questions | undefined {
    const isOpen = this.#open.relations[relation] === true
    const rest = this.#leaves(parts)
    return rest && union(isOpen ? one(this.#open.facts.length + relation) : nothing, rest)
  }

  #leaves(parts: readonly Ir[]): Questions | undefined {
    let all: Questions = nothing
    for (const part of parts) {
      const isLeaf = operandsOf(part).length === 0
      const own = isLeaf ? this.#reads(part) : this.#leaves(operandsOf(part))
      if (!own) return undefined
      all = union(all, own)
    }
    return all
  }
}

function remembered(
  known: Map<ClauseNode, Questions | undefined>,
  node: ClauseNode,
  make: () => Questions | undefined,
): Questions | undefined {
  if (known.has(node)) return known.get(node)
  const made = make()
  known.set(node, made)
  return made
}

const same = (a: number, b: number): boolean => Object.is(a + 0, b + 0)

function fewer(a: Questions | undefined, b: Questions | undefined): Questions | undefined {
  if (!a || !b) return a ?? b
  return sizeOf(b) < sizeOf(a) ? b : a
}

function operandsOf(ir: Ir): readonly Ir[] {
  switch (ir.t) {
    case 'compare':
    case 'same':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [ir.left, ir.right]
    case 'memberOf':
      return [ir.value]
    case 'includesAny':
    case 'includesAll':
      return [ir.set]
    case 'lookup':
      return [ir.key]
    case 'add':
    case 'maximum':
    case 'minimum':
    case 'all':
    case 'any':
      return ir.of
    case 'not':
    case 'scaleUp':
      return [ir.of]
    default:
      return []
  }
}
