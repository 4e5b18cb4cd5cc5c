import type { Bounds } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import { columnBounds } from '../batch/columns.ts'
import type { EncodedCase } from '../encode.ts'
import type { Evaluator } from '../evaluate.ts'
import { settled } from '../evaluate.ts'
import type { View } from '../view.ts'
import type { Compared } from './comparisons.ts'

/**
 * The values of single facts at which a comparison turns over, all else in a case staying as it
 * is: per fact slot, the last value before the turn. Found by halving, so that a comparison of
 * derived quantities (a sum, a product, a quotient) is found as well as one with a plain number; one that
 * turns more than once is found at one of its turns.
 */
export function crossingsOf(
  view: View,
  compared: readonly Compared[],
  encoded: EncodedCase,
  evaluator: Evaluator,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const comparison of compared) {
    for (const slot of comparison.facts) {
      const bounds = searchedBounds(view.rules, slot)
      if (!bounds) continue
      const facts = [...encoded.facts]
      const sideAt = (value: number): number => {
        facts[slot] = value
        return sideOf(view, comparison, { ...encoded, facts }, evaluator)
      }
      const turn = turnBetween(bounds, sideAt)
      if (turn !== undefined) found.set(slot, [...(found.get(slot) ?? []), turn])
    }
  }
  return found
}

/** Facts that have an order to search in. */
function searchedBounds(rules: RuleSet, slot: number): Bounds | undefined {
  const fact = rules.text.facts[slot]
  if (!fact || (fact.type.kind !== 'number' && fact.type.kind !== 'date')) return undefined
  return columnBounds(rules, fact.type, fact.bounds)
}

/** -1, 0 or 1 as the left side is less than, equal to or more than the right; NaN where open. */
function sideOf(
  view: View,
  { left, right, definitions }: Compared,
  encoded: EncodedCase,
  evaluator: Evaluator,
): number {
  const evaluation = evaluator(view, encoded, view.parameters, definitions)
  return Math.sign(settled(left, evaluation) - settled(right, evaluation))
}

function turnBetween({ min, max }: Bounds, sideAt: (value: number) => number): number | undefined {
  let [low, high] = [min, max]
  const first = sideAt(low)
  if (Number.isNaN(first) || sideAt(high) === first) return undefined
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    const side = sideAt(middle)
    if (Number.isNaN(side)) return undefined
    if (side === first) low = middle
    else high = middle
  }
  return low
}
