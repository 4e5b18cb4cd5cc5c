import type { Ir } from '../../rules/ir.ts'
import type { View } from '../view.ts'

/** Two quantities that the rules in force compare with each other, outside of any row. */
export interface Compared {
  readonly left: Ir
  readonly right: Ir
  /** Slots of the facts that either side depends on, directly or through definitions. */
  readonly facts: readonly number[]
  /** Slots of the definitions that either side reads directly. */
  readonly definitions: readonly number[]
}

/** The direct parts of a lowered expression; `inRow` are those read once for each row. */
function partsOf(ir: Ir): { readonly once: readonly Ir[]; readonly inRow: readonly Ir[] } {
  switch (ir.t) {
    case 'all':
    case 'any':
    case 'add':
    case 'maximum':
    case 'minimum':
      return { once: ir.of, inRow: [] }
    case 'not':
    case 'scaleUp':
      return { once: [ir.of], inRow: [] }
    case 'compare':
    case 'same':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return { once: [ir.left, ir.right], inRow: [] }
    case 'memberOf':
      return { once: [ir.value], inRow: [] }
    case 'includesAny':
    case 'includesAll':
      return { once: [ir.set], inRow: [] }
    case 'lookup':
      return { once: [ir.key], inRow: [] }
    case 'anyOver':
    case 'allOver':
    case 'countOver':
      return { once: [], inRow: [ir.where] }
    case 'sumOver':
    case 'maxOver':
      return { once: [], inRow: [ir.where, ir.value] }
    case 'totalAtLeast':
      return { once: [ir.threshold], inRow: [ir.where, ir.value] }
    default:
      return { once: [], inRow: [] }
  }
}

/** Every part of an expression that is not read row by row, itself first. */
function* walkOnce(ir: Ir): Generator<Ir> {
  yield ir
  for (const part of partsOf(ir).once) yield* walkOnce(part)
}

/** Every part of an expression, those in rows too, itself first. */
export function* walkAll(ir: Ir): Generator<Ir> {
  yield ir
  const { once, inRow } = partsOf(ir)
  for (const part of [...once, ...inRow]) yield* walkAll(part)
}

/** The lowered conditions and values of every clause in force. */
export function* expressionsOf(view: View): Generator<Ir> {
  for (const { clauses } of view.definitions) {
    for (const { clause } of clauses) yield* [clause.when, clause.then]
  }
}

/** Every comparison of quantities and days that the clauses in force make outside of rows. */
export function comparedIn(view: View): readonly Compared[] {
  const reached = new Map<number, ReadonlySet<number>>()
  const factsOfDefinition = (slot: number): ReadonlySet<number> => {
    const known = reached.get(slot)
    if (known) return known
    const found = new Set<number>()
    reached.set(slot, found)
    for (const { clause } of view.definitions[slot]?.clauses ?? []) {
      for (const part of [clause.when, clause.then]) factsOf(part).forEach((one) => found.add(one))
    }
    return found
  }
  const factsOf = (ir: Ir): ReadonlySet<number> => {
    const found = new Set<number>()
    for (const part of walkAll(ir)) {
      if (part.t === 'fact') found.add(part.slot)
      if (part.t === 'definition') factsOfDefinition(part.slot).forEach((one) => found.add(one))
    }
    return found
  }
  return [...expressionsOf(view)].flatMap((expression) =>
    [...walkOnce(expression)].flatMap((part) => {
      if (part.t !== 'compare') return []
      const sides = [part.left, part.right]
      const definitions = sides.flatMap((side) =>
        [...walkAll(side)].flatMap((each) => (each.t === 'definition' ? [each.slot] : [])),
      )
      const facts = new Set(sides.flatMap((side) => [...factsOf(side)]))
      return [{ left: part.left, right: part.right, facts: [...facts], definitions }]
    }),
  )
}
