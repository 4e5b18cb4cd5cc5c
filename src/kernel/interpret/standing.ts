import { FALSE, TRUE } from '../rules/ir.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import type { ClauseNode } from './view.ts'

const none: readonly ClauseNode[] = Object.freeze([])

/** How the clauses of one definition stand on a case; each is worked out once, when asked for. */
export class Standing {
  readonly #evaluation: Evaluation
  readonly #holds: number[] = []
  readonly #applying: (readonly ClauseNode[])[] = []

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation
  }

  /** Whether a clause's own condition holds (0, 1, 2), exceptions aside. */
  holds(node: ClauseNode): number {
    return (this.#holds[node.position] ??= settled(node.clause.when, this.#evaluation))
  }

  /** Whether a clause's one exception does not hold, so that nothing below it was looked at. */
  isUndoubted(node: ClauseNode): boolean {
    return node.sole !== undefined && this.holds(node.sole) === FALSE
  }

  /**
   * The clauses among these, or among their exceptions, whose condition holds and that no
   * exception defeats: one is what decides, several that differ are a conflict.
   */
  applying(nodes: readonly ClauseNode[]): readonly ClauseNode[] {
    if (nodes.length === 0) return none
    return nodes.flatMap((node) => (this.#applying[node.position] ??= this.#applyingIn(node)))
  }

  /** The clauses that defeat a clause. */
  defeating(node: ClauseNode): readonly ClauseNode[] {
    return this.isUndoubted(node) ? none : this.applying(node.exceptions)
  }

  /** The clauses that evaluation looked at, from these on: all but those below an undoubted one. */
  lookedAt(nodes: readonly ClauseNode[], found = new Set<ClauseNode>()): ReadonlySet<ClauseNode> {
    for (const node of nodes) {
      found.add(node)
      if (!this.isUndoubted(node)) this.lookedAt(node.exceptions, found)
    }
    return found
  }

  #applyingIn(node: ClauseNode): readonly ClauseNode[] {
    const above = this.defeating(node)
    if (above.length > 0) return above
    return this.holds(node) === TRUE ? [node] : none
  }
}
