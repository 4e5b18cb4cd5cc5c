import type { Graph } from './graph.ts'
import type { NodeId } from './nodes.ts'
import { isAggregate, isConstant, isLeaf } from './nodes.ts'
import type { RowsPlan, Schedule } from './schedule.ts'

/** The columns of each layer, counted from 1: computed there, or carried for a later one. */
export type Layers = readonly (readonly NodeId[])[]

/** Keeps, per node, the last layer that must have it as a column. */
class Needs {
  readonly #schedule: Schedule
  readonly last = new Map<NodeId, number>()

  constructor(schedule: Schedule) {
    this.#schedule = schedule
  }

  /** What is written out over the columns of a layer needs its columns there. */
  text(id: NodeId, layer: number): void {
    const reads = this.#schedule.isNamed(id) ? [id] : this.#schedule.readsOf(id)
    for (const read of reads) this.column(read, layer)
  }

  column(id: NodeId, layer: number): void {
    this.last.set(id, Math.max(layer, this.last.get(id) ?? 0))
  }
}

/** The layers of the case: what the outputs, later layers and the rows of relations read. */
export function caseLayers(graph: Graph, schedule: Schedule): Layers {
  const { list } = graph
  const needs = new Needs(schedule)
  for (const root of schedule.roots) {
    if (!isConstant(list.at(root))) needs.text(root, schedule.layers)
  }
  for (const { reads, after } of schedule.rows) for (const id of reads) needs.column(id, after)
  const depth = Math.max(schedule.layers, ...schedule.rows.map(({ after }) => after))
  return layered(graph, schedule, needs, depth, -1)
}

/** The layers of the rows of a relation, before they are aggregated. */
export function rowLayers(graph: Graph, schedule: Schedule, plan: RowsPlan): Layers {
  const { list } = graph
  const needs = new Needs(schedule)
  const operands = plan.aggregates.flatMap((id) => {
    const node = list.at(id)
    return isAggregate(node) && !isConstant(list.at(node.of)) ? [node.of] : []
  })
  const inRows = operands.filter((id) => list.rows[id] === plan.relation)
  const depth = Math.max(0, ...inRows.map((id) => schedule.layerOf(id)))
  for (const id of operands) needs.text(id, depth)
  return layered(graph, schedule, needs, depth, plan.relation)
}

function layered(
  { list }: Graph,
  schedule: Schedule,
  needs: Needs,
  depth: number,
  scope: number,
): Layers {
  /** The layer from which on a node can be a column. */
  const first = (id: NodeId): number => {
    if ((list.rows[id] ?? -1) !== scope) return 1
    const node = list.at(id)
    return isLeaf(node) || isAggregate(node) ? schedule.layerOf(id) + 1 : schedule.layerOf(id)
  }
  const layers: NodeId[][] = []
  for (let layer = depth; layer >= 1; layer--) {
    const columns = [...needs.last].filter(([id, last]) => last >= layer && first(id) <= layer)
    const ids = columns.map(([id]) => id).sort((a, b) => a - b)
    layers[layer - 1] = ids
    for (const id of ids) {
      // A leaf, an aggregate or a column of the case is taken as it is, from the layer before.
      const isMade = first(id) === layer && schedule.isNamed(id) && list.rows[id] === scope
      if (isMade) for (const read of schedule.readsOf(id)) needs.column(read, layer - 1)
    }
  }
  return layers
}
