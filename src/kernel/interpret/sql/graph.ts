import type { Circuit, CircuitOutput, Gate, GateId } from '../circuit/circuit.ts'
import type { CircuitArms } from './alike/arm-search.ts'
import type { Arms } from './arms.ts'
import { armsOf, codeOf } from './arms.ts'
import type { MemberPlan } from './members.ts'
import type { GraphOutput, Node, NodeId } from './nodes.ts'
import { bitBounds, NodeList } from './nodes.ts'

/** An output with the choice that its columns are read from. */
export interface ArmedOutput extends GraphOutput {
  readonly arms: Arms
  /** The code of the arm that holds. */
  readonly code: NodeId
}

/** Everything a query computes: nodes, the outputs, and how members are looked up. */
export interface Graph {
  readonly circuit: Circuit
  readonly list: NodeList
  readonly outputs: readonly ArmedOutput[]
  readonly members: MemberPlan
}

export interface GraphOptions {
  readonly members: MemberPlan
  /**
   * What is outside its bounds, no member of its list, or a row of a list that is not known or too
   * long, refuses its case.
   */
  readonly isChecked: boolean
  /** Per output its arms, where better ones were found than its own conditions. */
  readonly arms?: readonly (CircuitArms | undefined)[]
}

/** The nodes of some outputs of a circuit. */
export function graphOf(
  circuit: Circuit,
  outputs: readonly CircuitOutput[],
  { members, isChecked, arms: found = [] }: GraphOptions,
): Graph {
  const copy = new Copy(circuit, members)
  const { list } = copy
  const made = outputs.map((output) => outputOf(output, copy))
  const better = outputs.map((_, index) => {
    const arms = found[index]
    if (!arms) return undefined
    return { ...arms, list: arms.list.map(({ when, code }) => ({ when: copy.gate(when), code })) }
  })
  const contradicts = copy.gate(circuit.refused)
  const refused = isChecked ? list.or([...copy.checks(), contradicts]) : contradicts
  const armed = made.map((output, index): ArmedOutput => {
    const arms = armsOf(list, output, refused, better[index])
    return { ...output, arms, code: codeOf(list, arms) }
  })
  return { circuit, list, outputs: armed, members }
}

function outputOf(output: CircuitOutput, copy: Copy): GraphOutput {
  const { name, slot, type } = output
  const [value, decided] = [copy.gate(output.value), copy.gate(output.decided)]
  const constants = output.options?.map((option) => ({
    when: copy.gate(option.when),
    value: option.value,
  }))
  const isNot = copy.list.and([decided, copy.list.not(value)])
  const options =
    type.kind === 'bool'
      ? [
          { when: value, value: 1 },
          { when: isNot, value: 0 },
        ]
      : constants
  return {
    ...{ name, slot, type, value, decided },
    ...(options ? { options } : {}),
    gap: copy.gate(output.gap),
    conflict: copy.gate(output.conflict),
    by: output.by.map((id) => copy.gate(id)),
  }
}

class Copy {
  readonly list = new NodeList()
  readonly #circuit: Circuit
  readonly #members: MemberPlan
  readonly #copied = new Map<GateId, NodeId>()

  constructor(circuit: Circuit, members: MemberPlan) {
    this.#circuit = circuit
    this.#members = members
  }

  gate(id: GateId): NodeId {
    const known = this.#copied.get(id)
    if (known !== undefined) return known
    const { gates, bounds, rows } = this.#circuit
    const gate = gates[id]
    if (!gate) throw new RangeError(`there is no gate ${id}`)
    const made = this.#copy(gate, (node) =>
      this.list.add(node, bounds[id] ?? bitBounds, rows[id] ?? -1),
    )
    this.#copied.set(id, made)
    return made
  }

  #copy(gate: Gate, add: (node: Node) => NodeId): NodeId {
    switch (gate.t) {
      case 'bit':
      case 'int':
      case 'known':
      case 'value':
        return add(gate)
      case 'and':
        return this.#conjunction(gate.of.map((part) => this.gate(part)))
      case 'or':
        return this.list.or(gate.of.map((part) => this.gate(part)))
      case 'add':
      case 'greatest':
      case 'least':
        return add({ ...gate, of: gate.of.map((part) => this.gate(part)) })
      case 'not':
        return this.#negation(gate.of)
      case 'someRow':
      case 'sumRows':
      case 'greatestRow':
        return add({ ...gate, of: this.gate(gate.of) })
      case 'everyRow':
        return this.list.not(add({ ...gate, t: 'someRow', of: this.list.not(this.gate(gate.of)) }))
      case 'less':
      case 'equal':
      case 'subtract':
      case 'multiply':
      case 'quotient':
        return add({ ...gate, left: this.gate(gate.left), right: this.gate(gate.right) })
      case 'overlaps':
      case 'covers':
        return add({ ...gate, set: this.gate(gate.set) })
      case 'listed':
      case 'cell':
        return this.#keyed(gate, add)
      case 'select':
        return add({
          ...gate,
          condition: this.gate(gate.condition),
          then: this.gate(gate.then),
          otherwise: this.gate(gate.otherwise),
        })
    }
  }

  /** Not all of (not a, not b) reads better as: a or b. */
  #negation(of: GateId): NodeId {
    const { gates } = this.#circuit
    const inner = gates[of]
    if (inner?.t !== 'and') return this.list.not(this.gate(of))
    const negations = inner.of.filter((part) => gates[part]?.t === 'not').length
    if (negations * 2 <= inner.of.length) return this.list.not(this.gate(of))
    return this.list.or(inner.of.map((part) => this.list.not(this.gate(part))))
  }

  /** What is looked up by a stated member asks for its class, or for the member itself. */
  #keyed(gate: Extract<Gate, { t: 'listed' | 'cell' }>, add: (node: Node) => NodeId): NodeId {
    const key = this.#circuit.gates[gate.key]
    const input = key?.t === 'value' ? key.input : -1
    const plan = this.#members.of(input)
    if (plan === undefined) return add({ ...gate, key: this.gate(gate.key) })
    if (gate.t === 'listed' && gate.members[0] === true) {
      // Where it is not known the gate holds, which no member says of itself.
      const others = gate.members.map((member) => !member)
      return this.list.not(this.#keyed({ ...gate, members: others }, add))
    }
    if (plan.by === 'text') {
      return gate.t === 'cell'
        ? add({ t: 'cellOf', input, cells: gate.cells })
        : add({ t: 'isMember', input, members: gate.members })
    }
    const { representatives } = plan
    const row = this.#circuit.rows[gate.key] ?? -1
    const bounds = { min: -1, max: representatives.length - 1 }
    const number = this.list.add({ t: 'class', input }, bounds, row)
    return gate.t === 'cell'
      ? add({ t: 'cell', key: number, cells: representatives.map((of) => gate.cells[of] ?? 0) })
      : add({
          t: 'listed',
          key: number,
          members: representatives.map((of) => gate.members[of] === true),
        })
  }

  /** A conjunction in which what is known, and what it is, are asked at once. */
  #conjunction(of: readonly NodeId[]): NodeId {
    const { list } = this
    const known = new Map<number, NodeId>()
    for (const part of of) {
      const node = list.at(part)
      if (node.t === 'known') known.set(node.input, part)
    }
    const merged = new Set<NodeId>()
    const parts = of.map((part) => {
      const node = list.at(part)
      const [input, stated] = this.#statedIn(node)
      const isKnown = known.get(input)
      if (isKnown === undefined || stated === undefined) return part
      merged.add(isKnown)
      return stated()
    })
    return list.and(parts.filter((part) => !merged.has(part)))
  }

  /** The input a condition is about, and the condition that says it of a known input only. */
  #statedIn(node: Node): readonly [input: number, stated?: () => NodeId] {
    const { list } = this
    const isNegated = node.t === 'not'
    const id = isNegated ? node.of : -1
    const inner = isNegated ? list.at(node.of) : node
    const row = isNegated ? (list.rows[id] ?? -1) : -1
    const opposite = (members: readonly boolean[]) => members.map((member) => !member)
    if (inner.t === 'value' && this.#circuit.inputs[inner.input]?.type.kind === 'bool') {
      const { input } = inner
      if (!isNegated) return [input, () => list.add(inner, bitBounds, this.#rowOf(input))]
      return [input, () => list.add({ t: 'isFalse', input }, bitBounds, row)]
    }
    if (inner.t === 'isMember') {
      const { input } = inner
      const members = isNegated ? opposite(inner.members) : inner.members
      return [input, () => list.add({ ...inner, members }, bitBounds, this.#rowOf(input))]
    }
    if (inner.t === 'listed') {
      const key = list.at(inner.key)
      if (key.t !== 'class') return [-1]
      const members = isNegated ? opposite(inner.members) : inner.members
      return [key.input, () => list.add({ ...inner, members }, bitBounds, this.#rowOf(key.input))]
    }
    return [-1]
  }

  #rowOf = (input: number): number => scopeOf(this.#circuit.inputs[input])

  /** What may be wrong with what is read so far. */
  checks(): readonly NodeId[] {
    const { list } = this
    const { inputs, view } = this.#circuit
    const relations = new Set<number>()
    const checks: NodeId[] = []
    for (const node of [...list.nodes]) {
      if (node.t !== 'someRow' && node.t !== 'sumRows' && node.t !== 'greatestRow') continue
      relations.add(node.relation)
    }
    const reads = new Set(list.nodes.flatMap((node) => ('input' in node ? [node.input] : [])))
    const scopes = new Set(
      [...reads].flatMap((index) => {
        const input = inputs[index]
        const canBeWrong = input && (input.type.kind !== 'bool' || input.alwaysKnown)
        return canBeWrong ? [scopeOf(input)] : []
      }),
    )
    for (const relation of scopes) {
      const invalid = list.add({ t: 'invalid', relation }, bitBounds, relation)
      if (relation < 0) checks.push(invalid)
      else checks.push(list.add({ t: 'someRow', relation, of: invalid }, bitBounds, -1))
    }
    for (const relation of relations) {
      const max = view.rules.text.relations[relation]?.maxRows ?? 0
      const bounds = { min: 0, max: Number.MAX_SAFE_INTEGER }
      const count = list.add({ t: 'sumRows', relation, of: list.int(1) }, bounds, -1)
      checks.push(list.add({ t: 'less', left: list.int(max), right: count }, bitBounds, -1))
      const input = inputs.findIndex(({ of, slot }) => of === 'relation' && slot === relation)
      if (input < 0) continue
      const isUnlisted = list.not(list.add({ t: 'known', input }, bitBounds, -1))
      const isThere = list.add({ t: 'less', left: list.int(0), right: count }, bitBounds, -1)
      checks.push(list.add({ t: 'and', of: [isUnlisted, isThere] }, bitBounds, -1))
    }
    return checks
  }
}

const scopeOf = (input: Circuit['inputs'][number] | undefined): number =>
  input?.of === 'field' ? (input.relation ?? -1) : -1
