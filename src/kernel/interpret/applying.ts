import { FALSE, TRUE } from '../rules/ir.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { soleException } from './resolve.ts'
import type { ClauseNode, ViewDefinition } from './view.ts'

/**
 * The clauses among these, or among their exceptions, whose condition holds and that no exception
 * defeats: one is what decides, several that differ are a conflict.
 */
export function applying(
  nodes: readonly ClauseNode[],
  evaluation: Evaluation,
): readonly ClauseNode[] {
  return nodes.flatMap((node) => {
    if (isUndoubted(node, evaluation)) return [node]
    const above = applying(node.exceptions, evaluation)
    if (above.length > 0) return above
    return settled(node.clause.when, evaluation) === TRUE ? [node] : []
  })
}

/** Whether a clause's one exception does not hold, so that nothing below it was looked at. */
export function isUndoubted(node: ClauseNode, evaluation: Evaluation): boolean {
  const only = soleException(node)
  return only !== undefined && settled(only.clause.when, evaluation) === FALSE
}

/** The clauses of a definition that evaluation looked at: all but those below an undoubted clause. */
export function lookedAt(
  { roots }: ViewDefinition,
  evaluation: Evaluation,
): ReadonlySet<ClauseNode> {
  const found = new Set<ClauseNode>()
  const visit = (node: ClauseNode): void => {
    found.add(node)
    if (!isUndoubted(node, evaluation)) node.exceptions.forEach(visit)
  }
  roots.forEach(visit)
  return found
}
