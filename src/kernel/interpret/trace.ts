import type { Citation } from '../rules/ast.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import { applying, isUndoubted, lookedAt } from './applying.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { NOT_EVALUATED, OPEN } from './resolve.ts'
import type { ClausePlan, PlannedReading } from './trace-plan.ts'
import { tracePlanOf } from './trace-plan.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'

/** One value a clause read. A value absent here is unknown. */
export interface Reading {
  readonly kind: 'fact' | 'parameter' | 'relation' | 'definition'
  readonly name: string
  readonly title: string
  readonly value?: Plain
  readonly unit?: string
  /** Whether the value came from a cited table rather than from the case. */
  readonly fromTable?: boolean
  readonly cite?: readonly Citation[]
}

export interface ClauseTrace {
  readonly clause: string
  readonly title: string
  /** Applied and decided; applied but an exception took precedence; or the whole is still open. */
  readonly part: 'decided' | 'overridden' | 'open'
  readonly cite: readonly Citation[]
  readonly status: string
  readonly statusCite: string
  readonly inForceFrom: string
  readonly inForceTo?: string
  readonly verifiedAt: string
  readonly pack: string
  readonly note?: string
  readonly overriddenBy: readonly string[]
  readonly reads: readonly Reading[]
}

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
    const plans: ClausePlan[] = []
    const looked = lookedAt(definition, evaluation)
    for (const plan of tracePlanOf(definition, evaluation.view)) {
      const clause = looked.has(plan.node) ? clauseTrace(plan, slot, evaluation) : undefined
      if (!clause) continue
      clauses.push(clause)
      plans.push(plan)
    }
    for (const reading of plans.flatMap(({ reads }) => reads)) {
      if (reading.kind === 'definition') visit(reading.slot)
    }
  }
  for (const target of targets) visit(target)
  return [...traced.values()]
}

function clauseTrace(
  { node, head, tail, reads }: ClausePlan,
  slot: number,
  evaluation: Evaluation,
): ClauseTrace | undefined {
  const holds = settled(node.clause.when, evaluation)
  if (holds === FALSE) return undefined
  const defeating = isUndoubted(node, evaluation) ? [] : applying(node.exceptions, evaluation)
  const overriddenBy = defeating.map((other) => other.clause.clause.id)
  const isOverridden = overriddenBy.length > 0
  // What an exception defeats is not looked into: whether it would have applied may be unknown.
  if (isOverridden && holds !== TRUE) return undefined
  const isDecided = holds === TRUE && evaluation.marks[slot] !== OPEN
  const part = isOverridden ? 'overridden' : isDecided ? 'decided' : 'open'
  const shown = reads.flatMap((reading) => readingOf(reading, evaluation) ?? [])
  return { ...head, part, ...tail, overriddenBy, reads: shown }
}

function readingOf(planned: PlannedReading, evaluation: Evaluation): Reading | undefined {
  const { kind, name, title, slot, cite } = planned
  if (kind === 'relation') {
    const rows = evaluation.encoded.relations[slot]
    return { kind, name, title, ...(rows ? { value: `${rows.length} rows` } : {}) }
  }
  if (kind === 'definition' && evaluation.marks[slot] === NOT_EVALUATED) return undefined
  const value = decodeValue(evaluation.view.rules, planned.type, numberOf(planned, evaluation))
  const fromTable = kind === 'fact' && evaluation.encoded.prefilled.includes(name)
  return {
    kind,
    name,
    title,
    ...(value === undefined ? {} : { value }),
    ...(planned.type.kind === 'number' ? { unit: planned.type.unit } : {}),
    ...(fromTable ? { fromTable } : {}),
    ...(cite ? { cite } : {}),
  }
}

function numberOf({ kind, slot }: PlannedReading, evaluation: Evaluation): number {
  const { encoded, parameters, values } = evaluation
  const list = kind === 'fact' ? encoded.facts : kind === 'parameter' ? parameters : values
  return list[slot] ?? Number.NaN
}
