import type { Graph } from './graph.ts'
import type { NodeId } from './nodes.ts'
import type { SqlColumnKind } from './options.ts'
import { isAggregate, isConstant, isLeaf, partsOf } from './nodes.ts'

/** Text nested deeper, or with more operations, is cut: parsers have limits. */
const depthMax = 30
const sizeMax = 200

/** The rows of one relation, read where everything up to a layer of the case is at hand. */
export interface RowsPlan {
  readonly relation: number
  /** The layer of the case whose columns the rows see; 0: the table of cases itself. */
  readonly after: number
  readonly aggregates: readonly NodeId[]
  /** Nodes of the case that the rows read. */
  readonly reads: readonly NodeId[]
}

/** Which nodes become columns, in which layer of subqueries, and what each aggregate waits for. */
export interface Schedule {
  /** Nodes with a column of their own: what they read is computed once. */
  readonly isNamed: (id: NodeId) => boolean
  /** Layer of a named node within its rows (or the case); 0 for what a table gives. */
  readonly layerOf: (id: NodeId) => number
  /** What the text of a node names: its nearest columns, leaves and aggregates. */
  readonly readsOf: (id: NodeId) => readonly NodeId[]
  readonly rows: readonly RowsPlan[]
  /** Layers of the case before the last SELECT. */
  readonly layers: number
  /** Nodes that the outputs name themselves. */
  readonly roots: readonly NodeId[]
}

/** The nodes whose text the last SELECT holds, once for each time it is written. */
export function rootsOf(
  { outputs, list }: Graph,
  columns: ReadonlySet<SqlColumnKind>,
): readonly NodeId[] {
  return outputs
    .flatMap(({ arms, code, value, options, by }) => [
      ...(columns.size === 1 ? arms.list.map(({ when }) => when) : [...columns].map(() => code)),
      ...(columns.has('value') && !options ? [value] : []),
      ...(columns.has('reason') && !arms.masks ? by : []),
    ])
    .filter((id) => !isConstant(list.at(id)))
}

/** Operations of everything, were nothing given a column of its own; at most `limit` are counted. */
export function flatSize({ list }: Graph, roots: readonly NodeId[], limit: number): number {
  let size = 0
  const visit = (id: NodeId): void => {
    size += 1
    if (size < limit) for (const part of partsOf(list.at(id))) visit(part)
  }
  for (const root of new Set(roots)) visit(root)
  return size
}

/** Plans the layers of a query. What is written at most `repeatMax` long is not given a column. */
export function scheduleOf(graph: Graph, roots: readonly NodeId[], repeatMax: number): Schedule {
  return new Scheduler(graph, roots, repeatMax).schedule()
}

class Scheduler {
  readonly #graph: Graph
  readonly #roots: readonly NodeId[]
  readonly #repeatMax: number
  readonly #uses: number[]
  readonly #named = new Set<NodeId>()
  readonly #size: number[] = []
  readonly #depth: number[] = []
  readonly #layers = new Map<NodeId, number>()

  constructor(graph: Graph, roots: readonly NodeId[], repeatMax: number) {
    this.#graph = graph
    this.#roots = roots
    this.#repeatMax = repeatMax
    this.#uses = graph.list.nodes.map(() => 0)
  }

  schedule(): Schedule {
    const reached = this.#countUses()
    const codes = new Set(this.#graph.outputs.map(({ code }) => code))
    for (const id of reached) {
      this.#measure(id)
      // Several columns are read from a code: it is always computed once.
      if (codes.has(id) && (this.#uses[id] ?? 0) > 1) this.#named.add(id)
    }
    const aggregates = reached.filter((id) => isAggregate(this.#graph.list.at(id)))
    const rows = this.#rowsPlans(aggregates)
    const layers = Math.max(0, ...this.#roots.map((id) => this.#layerOf(id)))
    return {
      isNamed: (id) => this.#named.has(id),
      layerOf: (id) => this.#layerOf(id),
      readsOf: (id) => this.#readsOf(id),
      rows,
      layers,
      roots: this.#roots,
    }
  }

  /** Counts how often each node is written; gives what is reached, each after what it reads. */
  #countUses(): readonly NodeId[] {
    const { list } = this.#graph
    const reached = new Set<NodeId>()
    const visit = (id: NodeId): void => {
      this.#uses[id] = (this.#uses[id] ?? 0) + 1
      if (reached.has(id)) return
      reached.add(id)
      for (const part of partsOf(list.at(id))) visit(part)
    }
    for (const root of this.#roots) visit(root)
    // A node is made after its parts, except for what the checks add to what was there before.
    return [...reached].sort((a, b) => a - b)
  }

  #measure(id: NodeId): void {
    const { list } = this.#graph
    const node = list.at(id)
    const parts = partsOf(node)
    let size = 1
    let depth = 0
    for (const part of parts) {
      const isColumn = this.#named.has(part)
      size += isColumn ? 1 : (this.#size[part] ?? 1)
      depth = Math.max(depth, isColumn ? 0 : (this.#depth[part] ?? 0))
      // Rows see of their case only what is a column there.
      const isFromCase = (list.rows[id] ?? -1) >= 0 && (list.rows[part] ?? -1) < 0
      if (isFromCase && !isLeaf(list.at(part)) && !isConstant(list.at(part))) this.#named.add(part)
    }
    this.#size[id] = size
    this.#depth[id] = depth + 1
    if (isConstant(node) || isLeaf(node) || isAggregate(node)) {
      this.#size[id] = 1
      this.#depth[id] = 0
      if (isAggregate(node)) this.#crossInto(node.of, node.relation)
      return
    }
    const isRepeated = (this.#uses[id] ?? 0) > 1 && size > this.#repeatMax
    if (isRepeated || depth >= depthMax || size > sizeMax) this.#named.add(id)
  }

  /** What an aggregate takes of the case, rather than of a row, is a column of the case. */
  #crossInto(of: NodeId, relation: number): void {
    const { list } = this.#graph
    const node = list.at(of)
    if (list.rows[of] === relation || isConstant(node) || isLeaf(node)) return
    this.#named.add(of)
  }

  #readsOf(id: NodeId): readonly NodeId[] {
    const { list } = this.#graph
    const found = new Set<NodeId>()
    const visit = (part: NodeId): void => {
      const node = list.at(part)
      if (isConstant(node)) return
      if (this.#named.has(part) || isLeaf(node) || isAggregate(node)) found.add(part)
      else for (const each of partsOf(node)) visit(each)
    }
    const node = list.at(id)
    if (isLeaf(node) || isAggregate(node)) return [id]
    for (const part of partsOf(node)) visit(part)
    return [...found]
  }

  /** Layer of a column; for other text the layer of the last column that it names. */
  #layerOf(id: NodeId): number {
    const known = this.#layers.get(id)
    if (known !== undefined) return known
    const { list } = this.#graph
    const node = list.at(id)
    const row = list.rows[id] ?? -1
    let layer = 0
    if (isAggregate(node)) layer = this.#afterOf(node.of, node.relation)
    else if (!isLeaf(node) && !isConstant(node)) {
      const here = this.#readsOf(id).filter((part) => (list.rows[part] ?? -1) === row)
      layer = Math.max(0, ...here.map((part) => this.#layerOf(part)))
      if (this.#named.has(id)) layer += 1
    }
    this.#layers.set(id, layer)
    return layer
  }

  /** What nodes of the case the rows behind an aggregate read. */
  #caseReads(of: NodeId, relation: number): readonly NodeId[] {
    const { list } = this.#graph
    const found = new Set<NodeId>()
    const seen = new Set<NodeId>()
    const visit = (id: NodeId): void => {
      if (seen.has(id)) return
      seen.add(id)
      const node = list.at(id)
      if (isConstant(node)) return
      if (list.rows[id] !== relation) found.add(id)
      else if (!isLeaf(node)) for (const part of partsOf(node)) visit(part)
    }
    visit(of)
    return [...found]
  }

  #afterOf(of: NodeId, relation: number): number {
    return Math.max(0, ...this.#caseReads(of, relation).map((id) => this.#layerOf(id)))
  }

  #rowsPlans(aggregates: readonly NodeId[]): readonly RowsPlan[] {
    const { list } = this.#graph
    const plans = new Map<string, { relation: number; after: number; aggregates: NodeId[] }>()
    for (const id of aggregates) {
      const node = list.at(id)
      if (!isAggregate(node)) continue
      const after = this.#afterOf(node.of, node.relation)
      const key = `${node.relation} ${after}`
      const plan = plans.get(key) ?? { relation: node.relation, after, aggregates: [] }
      plan.aggregates.push(id)
      plans.set(key, plan)
    }
    return [...plans.values()].map((plan) => ({
      ...plan,
      reads: [
        ...new Set(
          plan.aggregates.flatMap((id) => {
            const node = list.at(id)
            return isAggregate(node) ? this.#caseReads(node.of, plan.relation) : []
          }),
        ),
      ],
    }))
  }
}
