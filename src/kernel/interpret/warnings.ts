import type { Evaluation } from './evaluate.ts'
import { NOT_EVALUATED } from './resolve.ts'
import type { ClauseNode, View } from './view.ts'
import { statusOn } from './view.ts'

/** Something a reader must know before relying on an answer. */
export interface Warning {
  readonly code: 'rules.recheck-overdue' | 'rules.contested'
  readonly message: string
  readonly clauses: readonly string[]
}

/**
 * Warnings for the law a decision looked at, whether or not it applied: clauses verified before a
 * date by which they had to be looked at again, and clauses that are contested. A clause that did
 * not apply matters as well, since it is the stale text that said so.
 */
export function warningsOf(evaluation: Evaluation): readonly Warning[] {
  const { view, marks } = evaluation
  const found = new Map<string, Warning & { clauses: string[] }>()
  for (const { loaded, clauses } of view.definitions) {
    if (marks[loaded.slot] === NOT_EVALUATED) continue
    for (const node of clauses) {
      const warning = warningFor(node, view)
      if (!warning) continue
      const known = found.get(warning.message) ?? { ...warning, clauses: [] }
      known.clauses.push(`${loaded.declaration.name}/${node.clause.clause.id}`)
      found.set(warning.message, known)
    }
  }
  return [...found.values()]
}

function warningFor(node: ClauseNode, { rules, asOf }: View): Omit<Warning, 'clauses'> | undefined {
  const { clause } = node.clause
  const { recheckBy, verifiedAt } = clause
  const title = rules.text.packs.find(({ id }) => id === clause.pack)?.title ?? clause.pack
  if (recheckBy !== undefined && asOf >= recheckBy && verifiedAt < recheckBy) {
    return {
      code: 'rules.recheck-overdue',
      message:
        `${title}: last verified ${verifiedAt}, and had to be looked at again by ` +
        `${recheckBy}; check the current text before relying on it`,
    }
  }
  if (statusOn(clause.status, asOf)?.status !== 'contested') return undefined
  return { code: 'rules.contested', message: `${title}: a clause is contested; see its citations` }
}
