import type { Circuit, CircuitInput, Gate, GateId } from '../circuit/circuit.ts'

/** What identifies an input across circuits of one rule text. */
export const inputKey = ({ of, name }: Pick<CircuitInput, 'of' | 'name'>): string => `${of} ${name}`

/** Members of an enumeration that no gate can tell apart, in order of their first member. */
export interface Classes {
  /** Per class its members; the first stands for all of them in witnesses. */
  readonly members: readonly (readonly number[])[]
  /** Per member its class. */
  readonly of: readonly number[]
}

type Column = readonly (boolean | number)[]

/**
 * The classes of every enumeration that circuits read: members for which all lists and table
 * columns read by that key agree. A member that is compared with anything but a constant, or given
 * as a result, stays alone.
 */
export function classesOf(circuits: readonly Circuit[]): ReadonlyMap<string, Classes> {
  const columns = new Map<string, Column[]>()
  const exact = new Set<string>()
  const sizes = new Map<string, number>()
  for (const circuit of circuits) {
    for (const input of circuit.inputs) {
      if (input.type.kind === 'enum') sizes.set(inputKey(input), input.bounds.max + 1)
    }
    collect(circuit, columns, exact)
  }
  return new Map(
    [...sizes].map(([key, size]) => [key, grouped(size, columns.get(key) ?? [], exact.has(key))]),
  )
}

function collect(circuit: Circuit, columns: Map<string, Column[]>, exact: Set<string>): void {
  const asColumn = (id: GateId, column: Column): void => {
    const gate = circuit.gates[id]
    if (gate?.t === 'select') {
      asColumn(gate.then, column)
      asColumn(gate.otherwise, column)
    } else if (gate?.t === 'value') {
      const key = keyOf(circuit, gate.input)
      const known = columns.get(key)
      if (known) known.push(column)
      else columns.set(key, [column])
    }
  }
  const asInt = (id: GateId): void => {
    const gate = circuit.gates[id]
    if (gate?.t === 'value') exact.add(keyOf(circuit, gate.input))
    if (gate?.t !== 'select') return
    asInt(gate.then)
    asInt(gate.otherwise)
  }
  for (const gate of circuit.gates) {
    if (gate.t === 'listed') asColumn(gate.key, gate.members)
    else if (gate.t === 'cell') asColumn(gate.key, gate.cells)
    else for (const operand of intOperands(gate)) asInt(operand)
  }
  for (const { value } of circuit.outputs) asInt(value)
}

function keyOf({ inputs }: Circuit, index: number): string {
  const input = inputs[index]
  if (!input) throw new RangeError(`there is no input ${index}`)
  return inputKey(input)
}

/** What a gate reads as a number; selects are looked through by whoever reads them. */
function intOperands(gate: Gate): readonly GateId[] {
  switch (gate.t) {
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
    case 'quotient':
      return [gate.left, gate.right]
    case 'add':
    case 'greatest':
    case 'least':
      return gate.of
    default:
      return []
  }
}

function grouped(size: number, columns: readonly Column[], isExact: boolean): Classes {
  const byCells = new Map<string, number[]>()
  for (let member = 0; member < size; member++) {
    const cells = isExact ? String(member) : columns.map((column) => column[member]).join()
    const group = byCells.get(cells)
    if (group) group.push(member)
    else byCells.set(cells, [member])
  }
  const members = [...byCells.values()]
  const of = Array.from({ length: size }, (_, member) =>
    members.findIndex((group) => group.includes(member)),
  )
  return { members, of }
}
