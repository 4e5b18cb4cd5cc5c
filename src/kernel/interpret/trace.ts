import { FALSE, TRUE } from '../rules/ir.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { NOT_EVALUATED, OPEN } from './resolve.ts'
import { Standing } from './standing.ts'
import type { ClausePlan, ClauseTrace, PlannedReading, Reading } from './trace-plan.ts'
import { tracePlanOf } from './trace-plan.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'
import type { ClauseNode } from './view.ts'

export type { ClauseTrace, Reading } from './trace-plan.ts'

/** A definition with the clauses that decided it; `reads` of kind definition name further steps. */
export interface DefinitionTrace {
  readonly definition: string
  readonly title: string
  readonly verdict: Verdict
  readonly clauses: readonly ClauseTrace[]
}

/**
 * Why each target came out as it did: every definition reached through what the deciding clauses
 * read, in the order in which a reader meets them, each once.
 */
export function traceOf(
  evaluation: Evaluation,
  targets: readonly number[],
): readonly DefinitionTrace[] {
  const traced = new Map<number, DefinitionTrace>()
  const visit = (slot: number): void => {
    const definition = evaluation.view.definitions[slot]
    if (!definition || traced.has(slot) || evaluation.marks[slot] === NOT_EVALUATED) return
    const { name, title } = definition.loaded.declaration
    const clauses: ClauseTrace[] = []
    traced.set(slot, { definition: name, title, verdict: verdictOf(evaluation, slot), clauses })
    const standing = new Standing(evaluation)
    const looked = standing.lookedAt(definition.roots)
    const isOpen = evaluation.marks[slot] === OPEN
    const read: number[] = []
    for (const plan of tracePlanOf(definition, evaluation.view)) {
      const part = looked.has(plan.node) ? partOf(plan.node, standing, isOpen) : undefined
      if (!part) continue
      clauses.push(clauseTrace(plan, part, standing.defeating(plan.node), evaluation))
      read.push(...plan.definitions)
    }
    read.forEach(visit)
  }
  targets.forEach(visit)
  return [...traced.values()]
}

/** The part a clause had; none when it did not apply. */
function partOf(
  node: ClauseNode,
  standing: Standing,
  isOpen: boolean,
): ClauseTrace['part'] | undefined {
  const holds = standing.holds(node)
  if (holds === FALSE) return undefined
  if (standing.defeating(node).length === 0) {
    return holds === TRUE && !isOpen ? 'decided' : 'open'
  }
  // What an exception defeats is not looked into: whether it would have applied may be unknown.
  return holds === TRUE ? 'overridden' : undefined
}

function clauseTrace(
  plan: ClausePlan,
  part: ClauseTrace['part'],
  defeating: readonly ClauseNode[],
  evaluation: Evaluation,
): ClauseTrace {
  // A copy in one go, filled in: much faster than spreading into a literal.
  const made = { ...plan.shown }
  made.part = part
  if (defeating.length > 0) made.overriddenBy = defeating.map(({ clause }) => clause.clause.id)
  const reads: Reading[] = []
  for (const planned of plan.reads) {
    const reading = readingOf(planned, evaluation)
    if (reading) reads.push(reading)
  }
  made.reads = reads
  return made
}

function readingOf(planned: PlannedReading, evaluation: Evaluation): Reading | undefined {
  const { kind, slot } = planned
  if (kind === 'definition' && evaluation.marks[slot] === NOT_EVALUATED) return undefined
  const value = plainOf(planned, evaluation)
  if (value === undefined) return { ...planned.unknown }
  const made = { ...planned.known }
  made.value = value
  if (kind === 'fact' && evaluation.encoded.prefilled.includes(made.name)) made.fromTable = true
  return made
}

function plainOf({ kind, slot, type }: PlannedReading, evaluation: Evaluation): Plain | undefined {
  const { encoded, parameters, values, view } = evaluation
  if (kind === 'relation') {
    const rows = encoded.relations[slot]
    return rows && (rows.length === 1 ? '1 row' : `${rows.length} rows`)
  }
  const list = kind === 'fact' ? encoded.facts : kind === 'parameter' ? parameters : values
  return decodeValue(view.rules, type, list[slot] ?? Number.NaN)
}
