import type { Bounds, ValueType } from '../../rules/ast.ts'
import type { Gate } from '../circuit/circuit.ts'

/** The position of a node in its list. */
export type NodeId = number

/** What is printed: gates of a circuit, and what SQL has to ask of its tables besides. */
export type Node =
  | Exclude<Gate, { t: 'everyRow' }>
  /** Bit: something that is stated in the case, or in a row of a relation, cannot be what it says. */
  | { readonly t: 'invalid'; readonly relation: number }
  /** Bit: a condition is stated, and stated to be false. */
  | { readonly t: 'isFalse'; readonly input: number }
  /** Int: the number of the class of members that the rules treat alike; -1 where not known. */
  | { readonly t: 'class'; readonly input: number }
  /** Bit: a stated member is one of some; false where not known. */
  | { readonly t: 'isMember'; readonly input: number; readonly members: readonly boolean[] }
  /** Int: `cells[member]` of a stated member; that of the first where it is not known. */
  | { readonly t: 'cellOf'; readonly input: number; readonly cells: readonly number[] }

/** Nodes that are read straight from a table. */
export type Leaf = Extract<
  Node,
  { t: 'known' | 'value' | 'invalid' | 'isFalse' | 'class' | 'isMember' | 'cellOf' }
>
/** Nodes made of the rows of a relation. */
export type Aggregate = Extract<Node, { t: 'someRow' | 'sumRows' | 'greatestRow' }>

const leaves: ReadonlySet<Node['t']> = new Set<Node['t']>([
  ...(['known', 'value', 'invalid', 'isFalse', 'class', 'isMember', 'cellOf'] as const),
])

export const isLeaf = (node: Node): node is Leaf => leaves.has(node.t)
export const isConstant = (node: Node): boolean => node.t === 'bit' || node.t === 'int'
export const isAggregate = (node: Node): node is Aggregate =>
  node.t === 'someRow' || node.t === 'sumRows' || node.t === 'greatestRow'

/** What a node reads, as often as its text names it. */
export function partsOf(node: Node): readonly NodeId[] {
  switch (node.t) {
    case 'and':
    case 'or':
    case 'add':
    case 'greatest':
    case 'least':
      return node.of
    case 'not':
    case 'someRow':
    case 'sumRows':
    case 'greatestRow':
      return [node.of]
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
      return [node.left, node.right]
    case 'quotient':
      // Rounding other than down names the divisor twice.
      return node.round === 'down' ? [node.left, node.right] : [node.left, node.right, node.right]
    case 'listed':
    case 'cell':
      return [node.key]
    case 'overlaps':
    case 'covers':
      return [node.set]
    case 'select':
      return [node.condition, node.then, node.otherwise]
    default:
      return []
  }
}

/** One output of a query; see CircuitOutput. A condition's options are that it holds, or does not. */
export interface GraphOutput {
  readonly name: string
  readonly slot: number
  readonly type: ValueType
  readonly value: NodeId
  readonly options?: readonly { readonly when: NodeId; readonly value: number }[]
  readonly decided: NodeId
  readonly gap: NodeId
  readonly conflict: NodeId
  readonly by: readonly NodeId[]
}

/** Nodes in order, each after what it reads, with what they can be and where they are read. */
export class NodeList {
  readonly nodes: Node[] = []
  readonly bounds: Bounds[] = []
  /** Per node the relation in whose rows it is read, or -1. */
  readonly rows: number[] = []
  readonly #made = new Map<string, NodeId>()

  add(node: Node, bounds: Bounds, row: number): NodeId {
    const key = `${row} ${JSON.stringify(node)}`
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const id = this.nodes.push(node) - 1
    this.bounds.push(bounds)
    this.rows.push(row)
    this.#made.set(key, id)
    return id
  }

  at(id: NodeId): Node {
    const node = this.nodes[id]
    if (!node) throw new RangeError(`there is no node ${id}`)
    return node
  }

  boundsOf(id: NodeId): Bounds {
    return this.bounds[id] ?? bitBounds
  }

  bit(value: boolean): NodeId {
    return this.add({ t: 'bit', value }, bitBounds, -1)
  }

  int(value: number): NodeId {
    return this.add({ t: 'int', value }, { min: value, max: value }, -1)
  }

  not(of: NodeId): NodeId {
    const node = this.at(of)
    if (node.t === 'bit') return this.bit(!node.value)
    if (node.t === 'not') return node.of
    return this.add({ t: 'not', of }, bitBounds, this.rows[of] ?? -1)
  }

  or(of: readonly NodeId[]): NodeId {
    const parts = [...new Set(of)].filter((part) => !this.#isBit(part, false))
    if (parts.some((part) => this.#isBit(part, true))) return this.bit(true)
    const [first, second] = parts
    if (first === undefined) return this.bit(false)
    if (second === undefined) return first
    const row = Math.max(...parts.map((part) => this.rows[part] ?? -1))
    return this.add({ t: 'or', of: parts }, bitBounds, row)
  }

  and(of: readonly NodeId[]): NodeId {
    const parts = [...new Set(of)].filter((part) => !this.#isBit(part, true))
    if (parts.some((part) => this.#isBit(part, false))) return this.bit(false)
    const [first, second] = parts
    if (first === undefined) return this.bit(true)
    if (second === undefined) return first
    const row = Math.max(...parts.map((part) => this.rows[part] ?? -1))
    return this.add({ t: 'and', of: parts }, bitBounds, row)
  }

  #isBit(id: NodeId, value: boolean): boolean {
    const node = this.at(id)
    return node.t === 'bit' && node.value === value
  }
}

export const bitBounds: Bounds = Object.freeze({ min: 0, max: 1 })
