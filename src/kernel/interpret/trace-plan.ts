import type { Citation, Expr, ValueType } from '../rules/ast.ts'
import { walk } from '../rules/references.ts'
import type { ClauseNode, View, ViewDefinition } from './view.ts'
import { statusOn } from './view.ts'

/** What a clause reads, known before any case: a name with its slot, type and citation. */
export interface PlannedReading {
  readonly kind: 'fact' | 'parameter' | 'relation' | 'definition'
  readonly name: string
  readonly title: string
  readonly slot: number
  readonly type: ValueType
  readonly cite?: readonly Citation[]
}

/** All of a clause's trace that is the same for every case of a view. */
export interface ClausePlan {
  readonly node: ClauseNode
  readonly head: { readonly clause: string; readonly title: string }
  readonly tail: {
    readonly cite: readonly Citation[]
    readonly status: string
    readonly statusCite: string
    readonly inForceFrom: string
    readonly inForceTo?: string
    readonly verifiedAt: string
    readonly pack: string
    readonly note?: string
  }
  readonly reads: readonly PlannedReading[]
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

function planOf(node: ClauseNode, view: View): ClausePlan {
  const { clause } = node.clause
  const status = statusOn(clause.status, view.asOf)
  return {
    node,
    head: { clause: clause.id, title: clause.title },
    tail: {
      cite: clause.cite,
      status: status?.status ?? 'proposed',
      statusCite: status?.cite ?? '',
      inForceFrom: clause.from,
      ...(clause.to === undefined ? {} : { inForceTo: clause.to }),
      verifiedAt: clause.verifiedAt,
      pack: clause.pack,
      ...(clause.note === undefined ? {} : { note: clause.note }),
    },
    reads: readings([clause.when, clause.then], view),
  }
}

function readings(exprs: readonly Expr[], view: View): readonly PlannedReading[] {
  const found = new Map<string, PlannedReading>()
  for (const expr of exprs) {
    for (const part of walk(expr)) {
      const reading = readingOf(part, view)
      const key = `${reading?.kind} ${reading?.name}`
      if (reading && !found.has(key)) found.set(key, reading)
    }
  }
  return [...found.values()]
}

function readingOf(part: Expr, { rules, parameterVersions }: View): PlannedReading | undefined {
  if (part.op === 'fact') return named('fact', part.name, rules.scope.facts)
  if (part.op === 'definition') return named('definition', part.name, rules.scope.definitions)
  if (part.op === 'parameter') {
    const reading = named('parameter', part.name, rules.scope.parameters)
    const cite = parameterVersions[reading?.slot ?? -1]?.cite
    return reading && cite ? { ...reading, cite } : reading
  }
  if (!('relation' in part) || part.op === 'field') return undefined
  const relation = rules.scope.relations.get(part.relation)
  if (!relation) return undefined
  const { name, title } = relation.declaration
  return { kind: 'relation', name, title, slot: relation.slot, type: { kind: 'bool' } }
}

type Declared = ReadonlyMap<
  string,
  {
    readonly slot: number
    readonly declaration: { readonly title: string; readonly type: ValueType }
  }
>

function named(
  kind: PlannedReading['kind'],
  name: string,
  index: Declared,
): PlannedReading | undefined {
  const found = index.get(name)
  if (!found) return undefined
  const { title, type } = found.declaration
  return { kind, name, title, slot: found.slot, type }
}
