import type { Evaluation } from './evaluate.ts'
import type { DefinitionTrace } from './trace.ts'

/** Something a reader must know before relying on an answer. */
export interface Warning {
  readonly code: 'rules.recheck-overdue' | 'rules.contested' | 'rules.unset-parameter-assumed'
  readonly message: string
  readonly clauses: readonly string[]
}

/**
 * Warnings for the clauses a decision relied on: verified before a date by which they had to be
 * looked at again, or contested in court. One warning per pack and date.
 */
export function warningsOf(
  evaluation: Evaluation,
  trace: readonly DefinitionTrace[],
): readonly Warning[] {
  const { rules, asOf } = evaluation.view
  const relied = new Set(
    trace.flatMap(({ definition, clauses }) =>
      clauses.map(({ clause }) => `${definition}/${clause}`),
    ),
  )
  const found = new Map<string, Warning & { clauses: string[] }>()
  for (const { clause } of rules.clauses) {
    const id = `${clause.definition}/${clause.id}`
    if (!relied.has(id) || clause.from > asOf || (clause.to !== undefined && clause.to <= asOf))
      continue
    const { recheckBy, verifiedAt } = clause
    if (recheckBy !== undefined && asOf >= recheckBy && verifiedAt < recheckBy) {
      const key = `${clause.pack} ${recheckBy}`
      const message =
        `${clause.cite[0]?.provision ?? clause.id}: last verified ${verifiedAt}, and had to be ` +
        `looked at again by ${recheckBy}; check the current text before relying on it`
      const warning = found.get(key) ?? { code: 'rules.recheck-overdue', message, clauses: [] }
      warning.clauses.push(id)
      found.set(key, warning)
    }
  }
  for (const { definition, clauses } of trace) {
    for (const { clause, status } of clauses) {
      if (status !== 'contested') continue
      const id = `${definition}/${clause}`
      found.set(id, {
        code: 'rules.contested',
        message: `${id} is contested; see its citations`,
        clauses: [id],
      })
    }
  }
  return [...found.values()]
}
