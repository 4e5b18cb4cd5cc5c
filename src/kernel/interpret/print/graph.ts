import type { Clause } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { View } from '../view.ts'
import { anchorOf } from './anchors.ts'
import type { Reads } from './reads.ts'
import { readsOf } from './reads.ts'

export type GraphKind = 'outcome' | 'output' | 'step' | 'fact' | 'relation' | 'parameter' | 'table'

/** A conclusion, or something that conclusions are reached from. */
export interface GraphNode {
  /** Unique in the graph: the name of a definition, or kind and name of what it reads. */
  readonly id: string
  readonly kind: GraphKind
  readonly name: string
  readonly title: string
  /** Where it is printed. */
  readonly anchor: string
  /** What it is drawn among: the instrument that states its general rule. */
  readonly group?: string
}

/** `to` reads `from`. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

const rulesOf = (source: View | RuleSet): RuleSet => ('rules' in source ? source.rules : source)

/** The clauses of a view, or all that a rule text has ever had. */
const clausesOf = (source: View | RuleSet): readonly Clause[] =>
  'rules' in source
    ? source.definitions.flatMap(({ clauses }) => clauses.map(({ clause }) => clause.clause))
    : source.text.clauses

/**
 * How the definitions rest on each other, of a view or of a whole rule text. An arrow leads from
 * what is read to what reads it; facts are left to the cone of one definition, where there is room.
 */
export function graphOf(source: View | RuleSet): Graph {
  const rules = rulesOf(source)
  const edges = [...readsOf(rules, clausesOf(source))].flatMap(([to, { definitions }]) =>
    [...definitions].map((from) => ({ from, to })),
  )
  return { nodes: rules.text.definitions.map(({ name }) => definitionNode(rules, name)), edges }
}

/**
 * One definition: everything it rests on, what it reads directly down to facts, numbers and tables,
 * and what reads it. Undefined when there is no such definition.
 */
export function coneOf(source: View | RuleSet, definition: string): Graph | undefined {
  const rules = rulesOf(source)
  const all = readsOf(rules, clausesOf(source))
  const direct = all.get(definition)
  if (!direct) return undefined
  const reached = reachedFrom(definition, all)
  const below = [...reached].flatMap((to) =>
    [...(all.get(to)?.definitions ?? [])].map((from) => ({ from, to })),
  )
  const above = [...all].flatMap(([to, { definitions }]) =>
    definitions.has(definition) ? [{ from: definition, to }] : [],
  )
  const leaves = leavesOf(rules, direct)
  const names = [...reached, ...above.map(({ to }) => to)]
  return {
    nodes: [...leaves, ...[...new Set(names)].map((name) => definitionNode(rules, name))],
    edges: [...leaves.map(({ id }) => ({ from: id, to: definition })), ...below, ...above],
  }
}

/** What everything reads and what reads it, by the id of its node: the whole graph down to facts. */
export function linksOf(source: View | RuleSet): {
  readonly reads: ReadonlyMap<string, readonly GraphNode[]>
  readonly readBy: ReadonlyMap<string, readonly GraphNode[]>
} {
  const rules = rulesOf(source)
  const reads = new Map<string, readonly GraphNode[]>()
  const readBy = new Map<string, readonly GraphNode[]>()
  for (const [name, own] of readsOf(rules, clausesOf(source))) {
    const definitions = [...own.definitions].map((one) => definitionNode(rules, one))
    const below = [...definitions, ...leavesOf(rules, own)]
    reads.set(name, below)
    const reader = definitionNode(rules, name)
    for (const { id } of below) readBy.set(id, [...(readBy.get(id) ?? []), reader])
  }
  return { reads, readBy }
}

/** Every fact and relation that a definition may depend on, in the order of the rule text. */
export function factsBelow(source: View | RuleSet, definition: string): readonly GraphNode[] {
  const rules = rulesOf(source)
  const all = readsOf(rules, clausesOf(source))
  const reached = [...reachedFrom(definition, all)].map((name) => all.get(name))
  const { facts, relations } = rules.text
  return [
    ...facts
      .filter(({ name }) => reached.some((reads) => reads?.facts.has(name)))
      .map(({ name }) => leafNode(rules, 'fact', name)),
    ...relations
      .filter(({ name }) => reached.some((reads) => reads?.relations.has(name)))
      .map(({ name }) => leafNode(rules, 'relation', name)),
  ]
}

/** A definition and all that it rests on, itself first. */
function reachedFrom(start: string, all: ReadonlyMap<string, Reads>): ReadonlySet<string> {
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    all.get(name)?.definitions.forEach(visit)
  }
  visit(start)
  return reached
}

function leavesOf(rules: RuleSet, reads: Reads): readonly GraphNode[] {
  return [
    ...[...reads.facts].map((name) => leafNode(rules, 'fact', name)),
    ...[...reads.relations].map((name) => leafNode(rules, 'relation', name)),
    ...[...reads.parameters].map((name) => leafNode(rules, 'parameter', name)),
    ...[...reads.tables].map((name) => leafNode(rules, 'table', name)),
  ]
}

function leafNode(
  { scope }: RuleSet,
  kind: 'fact' | 'relation' | 'parameter' | 'table',
  name: string,
): GraphNode {
  const indexes = {
    fact: scope.facts,
    relation: scope.relations,
    parameter: scope.parameters,
    table: scope.tables,
  }
  const title = indexes[kind].get(name)?.declaration.title ?? name
  return { id: `${kind} ${name}`, kind, name, title, anchor: anchorOf[kind](name) }
}

function definitionNode({ text, scope }: RuleSet, name: string): GraphNode {
  const { outcome, outputs, packs } = text
  const own = text.clauses.filter((clause) => clause.definition === name)
  const general = own.filter(({ exceptTo }) => exceptTo === undefined).at(-1) ?? own.at(-1)
  const group = packs.find(({ id }) => id === general?.pack)?.title
  return {
    id: name,
    kind: name === outcome ? 'outcome' : outputs.includes(name) ? 'output' : 'step',
    name,
    title: scope.definitions.get(name)?.declaration.title ?? name,
    anchor: anchorOf.definition(name),
    ...(group === undefined ? {} : { group }),
  }
}
