import { namesIn } from '../../rules/references.ts'
import type { LoadedClause } from '../../rules/load.ts'
import type { ViewDefinition } from '../view.ts'
import type { PopulationReading } from './answers.ts'

/** A definition that can come out otherwise under the reform, and why. */
export interface DifferingDefinition {
  readonly slot: number
  /** Clauses that count under one reading only; both empty where only what it reads differs. */
  readonly added: readonly LoadedClause[]
  readonly dropped: readonly LoadedClause[]
  /** Slots of the parameters it reads itself whose values differ. */
  readonly parameters: readonly number[]
  /** Slots of the differing definitions that it reads. */
  readonly reads: readonly number[]
}

/**
 * The definitions that reach the outcome and can differ between two readings of one rule set: those
 * whose own clauses or parameters differ, and those that read such a definition. In an order in
 * which each stands before everything it reads.
 */
export function differingDefinitions(
  baseline: PopulationReading,
  reform: PopulationReading,
): readonly DifferingDefinition[] {
  const { rules } = baseline.view
  const pairs = rules.definitions.map(({ slot }) =>
    pairOf(baseline.view.definitions[slot], reform.view.definitions[slot]),
  )
  const reached = new Set<number>()
  const reach = (slot: number): void => {
    if (reached.has(slot)) return
    reached.add(slot)
    for (const name of pairs[slot]?.definitions ?? []) {
      reach(rules.scope.definitions.get(name)?.slot ?? -1)
    }
  }
  baseline.view.targets.outcome.forEach(reach)
  const found = new Map<number, DifferingDefinition>()
  for (const slot of rules.order) {
    const pair = pairs[slot]
    if (!pair || !reached.has(slot)) continue
    const { added, dropped } = pair
    const parameters = pair.parameters.flatMap((name) => {
      const parameter = rules.scope.parameters.get(name)?.slot ?? -1
      const values = [baseline.parameters[parameter], reform.parameters[parameter]]
      return Object.is(values[0], values[1]) ? [] : [parameter]
    })
    const reads = pair.definitions
      .map((name) => rules.scope.definitions.get(name)?.slot ?? -1)
      .filter((read) => found.has(read))
    if (added.length + dropped.length + parameters.length + reads.length === 0) continue
    found.set(slot, { slot, added, dropped, parameters, reads })
  }
  return [...found.values()].reverse()
}

/** One definition's clauses under both readings, and every name they read. */
function pairOf(before: ViewDefinition | undefined, after: ViewDefinition | undefined) {
  const [old, now] = [before, after].map((one) => one?.clauses.map(({ clause }) => clause) ?? [])
  const both = [...new Set([...(old ?? []), ...(now ?? [])])]
  const names = (op: 'definition' | 'parameter') => [
    ...new Set(
      both.flatMap(({ clause: { when, then } }) => [...namesIn(when, op), ...namesIn(then, op)]),
    ),
  ]
  return {
    added: (now ?? []).filter((clause) => !old?.includes(clause)),
    dropped: (old ?? []).filter((clause) => !now?.includes(clause)),
    definitions: names('definition'),
    parameters: names('parameter'),
  }
}
