import type { Citation, Expr } from '../rules/ast.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import { walk } from '../rules/references.ts'
import { applying } from './applying.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { NOT_EVALUATED, OPEN } from './resolve.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'
import type { ClauseNode } from './view.ts'
import { statusOn } from './view.ts'

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
    const mark = evaluation.marks[slot]
    const clauses = definition.clauses.flatMap((node) => clauseTrace(node, mark, evaluation) ?? [])
    const { name, title } = definition.loaded.declaration
    traced.set(slot, { definition: name, title, verdict: verdictOf(evaluation, slot), clauses })
    for (const reading of clauses.flatMap(({ reads }) => reads)) {
      if (reading.kind !== 'definition') continue
      const next = evaluation.view.rules.scope.definitions.get(reading.name)
      if (next) visit(next.slot)
    }
  }
  for (const target of targets) visit(target)
  return [...traced.values()]
}

function clauseTrace(
  node: ClauseNode,
  mark: number | undefined,
  evaluation: Evaluation,
): ClauseTrace | undefined {
  const { clause, when } = node.clause
  const holds = settled(when, evaluation)
  if (holds === FALSE) return undefined
  const overriddenBy = applying(node.exceptions, evaluation).map((other) => other.clause.clause.id)
  const isOverridden = overriddenBy.length > 0
  // What an exception defeats is not looked into: whether it would have applied may be unknown.
  if (isOverridden && holds !== TRUE) return undefined
  const isDecided = holds === TRUE && mark !== OPEN
  const part = isOverridden ? 'overridden' : isDecided ? 'decided' : 'open'
  const status = statusOn(clause.status, evaluation.view.asOf)
  return {
    clause: clause.id,
    title: clause.title,
    part,
    cite: clause.cite,
    status: status?.status ?? 'proposed',
    statusCite: status?.cite ?? '',
    inForceFrom: clause.from,
    ...(clause.to === undefined ? {} : { inForceTo: clause.to }),
    verifiedAt: clause.verifiedAt,
    pack: clause.pack,
    ...(clause.note === undefined ? {} : { note: clause.note }),
    overriddenBy,
    reads: [...readings([clause.when, clause.then], evaluation)],
  }
}

function* readings(exprs: readonly Expr[], evaluation: Evaluation): Generator<Reading> {
  const seen = new Set<string>()
  for (const expr of exprs) {
    for (const part of walk(expr)) {
      const name = 'name' in part ? part.name : ''
      const reading = readingOf(part, evaluation)
      const key = `${reading?.kind ?? ''} ${reading?.name ?? name}`
      if (!reading || seen.has(key)) continue
      seen.add(key)
      yield reading
    }
  }
}

function readingOf(part: Expr, evaluation: Evaluation): Reading | undefined {
  const { rules } = evaluation.view
  if (part.op === 'fact') {
    const slot = rules.scope.facts.get(part.name)?.slot ?? 0
    const fact = rules.text.facts[slot]
    if (!fact) return undefined
    const fromTable = evaluation.encoded.prefilled.includes(part.name)
    const value = evaluation.encoded.facts[slot] ?? Number.NaN
    return { ...valued('fact', fact, value, evaluation), ...(fromTable ? { fromTable } : {}) }
  }
  if (part.op === 'parameter') {
    const slot = rules.scope.parameters.get(part.name)?.slot ?? 0
    const parameter = rules.text.parameters[slot]
    const cite = evaluation.view.parameterVersions[slot]?.cite
    if (!parameter) return undefined
    const value = evaluation.parameters[slot] ?? Number.NaN
    return { ...valued('parameter', parameter, value, evaluation), ...(cite ? { cite } : {}) }
  }
  if (part.op === 'definition') {
    const slot = rules.scope.definitions.get(part.name)?.slot ?? 0
    const definition = rules.text.definitions[slot]
    if (!definition || evaluation.marks[slot] === NOT_EVALUATED) return undefined
    return valued('definition', definition, evaluation.values[slot] ?? Number.NaN, evaluation)
  }
  if ('relation' in part && part.op !== 'field') {
    const slot = rules.scope.relations.get(part.relation)?.slot ?? 0
    const rows = evaluation.encoded.relations[slot]
    const title = rules.text.relations[slot]?.title ?? part.relation
    const value = rows ? { value: `${rows.length} rows` } : {}
    return { kind: 'relation', name: part.relation, title, ...value }
  }
  return undefined
}

function valued(
  kind: Reading['kind'],
  declaration: {
    readonly name: string
    readonly title: string
    readonly type: Parameters<typeof decodeValue>[1]
  },
  number: number,
  evaluation: Evaluation,
): Reading {
  const value = decodeValue(evaluation.view.rules, declaration.type, number)
  const { name, title, type } = declaration
  const unit = type.kind === 'number' ? { unit: type.unit } : {}
  return { kind, name, title, ...(value === undefined ? {} : { value }), ...unit }
}
