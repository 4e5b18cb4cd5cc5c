import type { Citation, Expr, ValueType } from '../rules/ast.ts'
import { walk } from '../rules/references.ts'
import type { Plain } from './decode.ts'
import type { ClauseNode, View, ViewDefinition } from './view.ts'
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

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** What a clause reads, known before any case: where its value is, and the reading ready to be shown. */
export interface PlannedReading {
  readonly kind: Reading['kind']
  readonly slot: number
  readonly type: ValueType
  readonly known: Draft<Reading>
  readonly unknown: Draft<Reading>
}

/** A clause's trace as far as it is the same for every case of a view. */
export interface ClausePlan {
  readonly node: ClauseNode
  readonly shown: Draft<ClauseTrace>
  readonly reads: readonly PlannedReading[]
  /** Slots of the definitions it reads. */
  readonly definitions: readonly number[]
}

const plans = new WeakMap<ViewDefinition, readonly ClausePlan[]>()

/** The plans of a definition's clauses in a view, in their order; made once. */
export function tracePlanOf(definition: ViewDefinition, view: View): readonly ClausePlan[] {
  const known = plans.get(definition)
  if (known) return known
  const made = definition.clauses.map((node) => planOf(node, view))
  plans.set(definition, made)
  return made
}

const nobody: readonly never[] = Object.freeze([])

function planOf(node: ClauseNode, view: View): ClausePlan {
  const { clause } = node.clause
  const status = statusOn(clause.status, view.asOf)
  const reads = readings([clause.when, clause.then], view)
  const shown: ClauseTrace = {
    clause: clause.id,
    title: clause.title,
    part: 'decided',
    cite: clause.cite,
    status: status?.status ?? 'proposed',
    statusCite: status?.cite ?? '',
    inForceFrom: clause.from,
    ...(clause.to === undefined ? {} : { inForceTo: clause.to }),
    verifiedAt: clause.verifiedAt,
    pack: clause.pack,
    ...(clause.note === undefined ? {} : { note: clause.note }),
    overriddenBy: nobody,
    reads: nobody,
  }
  const definitions = reads.flatMap(({ kind, slot }) => (kind === 'definition' ? slot : []))
  return { node, shown, reads, definitions }
}

function readings(exprs: readonly Expr[], view: View): readonly PlannedReading[] {
  const found = new Map<string, PlannedReading>()
  for (const expr of exprs) {
    for (const part of walk(expr)) {
      const reading = readingOf(part, view)
      const key = `${reading?.kind} ${reading?.known.name}`
      if (reading && !found.has(key)) found.set(key, reading)
    }
  }
  return [...found.values()]
}

function readingOf(part: Expr, { rules, parameterVersions }: View): PlannedReading | undefined {
  if (part.op === 'fact') return planned('fact', part.name, rules.scope.facts)
  if (part.op === 'definition') return planned('definition', part.name, rules.scope.definitions)
  if (part.op === 'parameter') {
    const slot = rules.scope.parameters.get(part.name)?.slot ?? -1
    return planned('parameter', part.name, rules.scope.parameters, parameterVersions[slot]?.cite)
  }
  if (!('relation' in part) || part.op === 'field') return undefined
  const relation = rules.scope.relations.get(part.relation)
  if (!relation) return undefined
  const { name, title } = relation.declaration
  const unknown: Reading = { kind: 'relation', name, title }
  const known: Reading = { ...unknown, value: '' }
  return { kind: 'relation', slot: relation.slot, type: { kind: 'bool' }, known, unknown }
}

type Declared = ReadonlyMap<
  string,
  {
    readonly slot: number
    readonly declaration: { readonly title: string; readonly type: ValueType }
  }
>

function planned(
  kind: Reading['kind'],
  name: string,
  index: Declared,
  cite?: readonly Citation[],
): PlannedReading | undefined {
  const found = index.get(name)
  if (!found) return undefined
  const { title, type } = found.declaration
  const unit = type.kind === 'number' ? { unit: type.unit } : {}
  const rest = { ...unit, ...(cite ? { cite } : {}) }
  const known: Reading = { kind, name, title, value: '', ...rest }
  const unknown: Reading = { kind, name, title, ...rest }
  return { kind, slot: found.slot, type, known, unknown }
}
