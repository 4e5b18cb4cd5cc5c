import { TRUE } from '../rules/ir.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import type { ClauseNode } from './view.ts'

/**
 * The clauses among these, or among their exceptions, whose condition holds and that no exception
 * defeats: one is what decides, several that differ are a conflict.
 */
export function applying(
  nodes: readonly ClauseNode[],
  evaluation: Evaluation,
): readonly ClauseNode[] {
  return nodes.flatMap((node) => {
    const above = applying(node.exceptions, evaluation)
    if (above.length > 0) return above
    return settled(node.clause.when, evaluation) === TRUE ? [node] : []
  })
}
