import { FALSE, TRUE } from '../rules/ir.ts'
import type { ClauseNode } from './view.ts'

/** How a definition came out. */
export const NOT_EVALUATED = 0
export const OPEN = -1
export const GAP = -2
export const CONFLICT = -3

/**
 * A definition's result: `mark` is OPEN, GAP, CONFLICT or the bit mask (by clause position, up to
 * 30) of the clauses that gave `value`.
 */
export interface Resolution {
  readonly value: number
  readonly mark: number
}

/** How to read a clause: its condition (0, 1, 2) and its value (the kind's unknown marker if open). */
export interface ClauseReader {
  readonly when: (node: ClauseNode) => number
  readonly then: (node: ClauseNode) => number
  readonly isOpen: (value: number) => boolean
}

interface Possible {
  /** Values this part can have; `undefined` stands for a value not known. */
  readonly values: readonly (number | undefined)[]
  readonly canBeEmpty: boolean
  readonly canConflict: boolean
  readonly by: number
}

const nothing: Possible = { values: [], canBeEmpty: true, canConflict: false, by: 0 }

/**
 * Default logic with unknowns (the calculus of Catala, after Reiter): the exceptions of a clause
 * are looked at first; where none applies, the clause itself does if its condition holds. None at
 * all is a gap; two that are not exceptions to each other and differ are a conflict. What is not
 * yet known is kept as the set of results still possible, and decided as soon as one is left.
 */
export function resolve(
  roots: readonly ClauseNode[],
  reader: ClauseReader,
  open: number,
): Resolution {
  const result = siblings(roots, reader)
  const { values, canBeEmpty, canConflict, by } = result
  if (values.length === 0 && canConflict && !canBeEmpty) return { value: open, mark: CONFLICT }
  if (values.length === 0 && !canConflict) return { value: open, mark: GAP }
  const [only] = values
  if (values.length === 1 && only !== undefined && !canBeEmpty && !canConflict) {
    return { value: only, mark: by }
  }
  return { value: open, mark: OPEN }
}

function subtree(node: ClauseNode, reader: ClauseReader): Possible {
  if (node.sole && reader.when(node.sole) === FALSE) {
    const values = [reader.then(node) + 0]
    return { values, canBeEmpty: false, canConflict: false, by: 1 << node.position }
  }
  const above = siblings(node.exceptions, reader)
  if (!above.canBeEmpty) return above
  const when = reader.when(node)
  if (when === FALSE) return above
  const then = reader.then(node)
  // Plus zero: minus zero is zero.
  const value = reader.isOpen(then) ? undefined : then + 0
  const values = above.values.includes(value) ? above.values : [...above.values, value]
  // A clause that only might apply is no author of the result: some clause that does apply is.
  const by = when === TRUE ? above.by | (1 << node.position) : above.by
  return { values, canBeEmpty: when !== TRUE, canConflict: above.canConflict, by }
}

function siblings(nodes: readonly ClauseNode[], reader: ClauseReader): Possible {
  let all = nothing
  for (const node of nodes) all = combine(all, subtree(node, reader))
  return all
}

/** Two parts of equal rank: together they may agree, differ (a conflict), or either may be empty. */
function combine(a: Possible, b: Possible): Possible {
  if (a === nothing) return b
  if (b === nothing) return a
  const canConflict = a.canConflict || b.canConflict || differ(a.values, b.values)
  const values = new Set<number | undefined>()
  for (const value of a.values) if (b.canBeEmpty || agrees(value, b.values)) values.add(value)
  for (const value of b.values) if (a.canBeEmpty || agrees(value, a.values)) values.add(value)
  return {
    values: [...values],
    canBeEmpty: a.canBeEmpty && b.canBeEmpty,
    canConflict,
    by: a.by | b.by,
  }
}

const agrees = (value: number | undefined, others: readonly (number | undefined)[]): boolean =>
  value === undefined ? others.length > 0 : others.includes(value) || others.includes(undefined)

function differ(a: readonly (number | undefined)[], b: readonly (number | undefined)[]): boolean {
  return a.some((one) => b.some((other) => one !== other || one === undefined))
}
