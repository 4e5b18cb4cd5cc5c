import type { ClauseTrace, DefinitionTrace, DeterminationDocument, Reading } from '#rules'

/** A step of the reasons: one definition, its clauses, and below them the steps they read. */
export interface ReasonNode {
  readonly trace: DefinitionTrace
  readonly clauses: readonly ReasonClause[]
  /** True where the same step stands earlier in the tree: its clauses are shown there only. */
  readonly isRepeated: boolean
}

export interface ReasonClause {
  readonly clause: ClauseTrace
  readonly readings: readonly ReasonReading[]
}

/** One value that a clause read; a conclusion carries the step that reached it. */
export interface ReasonReading {
  readonly reading: Reading
  readonly step?: ReasonNode
}

export interface ReasonTree {
  readonly root: ReasonNode
  /** Conclusions that are outputs of the program but not part of the outcome's reasons. */
  readonly others: readonly ReasonNode[]
}

/** What decided it comes first, what was overridden last. */
const ranks = { decided: 0, open: 1, overridden: 2 } as const

/**
 * The flat trace of a determination as a tree from its outcome. Each definition is unfolded once,
 * where a reader first meets it.
 */
export function reasonTree({ trace, outcome }: DeterminationDocument): ReasonTree {
  const byName = new Map(trace.map((step) => [step.definition, step]))
  const shown = new Set<string>()
  const nodeOf = (step: DefinitionTrace): ReasonNode => {
    if (shown.has(step.definition)) return { trace: step, clauses: [], isRepeated: true }
    shown.add(step.definition)
    const ordered = [...step.clauses].sort((a, b) => ranks[a.part] - ranks[b.part])
    const clauses = ordered.map((clause) => ({
      clause,
      readings: clause.reads.map((reading) => {
        const next = reading.kind === 'definition' ? byName.get(reading.name) : undefined
        return next ? { reading, step: nodeOf(next) } : { reading }
      }),
    }))
    return { trace: step, clauses, isRepeated: false }
  }
  const first = byName.get(outcome.name)
  if (!first) throw new Error(`the trace does not reach the outcome "${outcome.name}"`)
  const root = nodeOf(first)
  const others = trace.flatMap((step) => (shown.has(step.definition) ? [] : nodeOf(step)))
  return { root, others }
}
