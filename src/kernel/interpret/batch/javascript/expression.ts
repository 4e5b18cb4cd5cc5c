import type { Gate, GateId } from '../../circuit/circuit.ts'
import { isInt } from '../schedule/widths.ts'
import type { Names } from './names.ts'

type Read = (id: GateId) => string

/** A gate as an expression over single rows: bits are 0 or 1, quantities numbers. */
export function expressionOf(names: Names, id: GateId, read: Read): string {
  const gate = names.gate(id)
  switch (gate.t) {
    case 'and':
      return gate.of.map(read).join(' & ')
    case 'or':
      return gate.of.map(read).join(' | ')
    case 'not':
      return `${read(gate.of)} ^ 1`
    case 'less':
      return less(names, gate.left, gate.right, read)
    case 'equal':
      return `${read(gate.left)} === ${read(gate.right)} ? 1 : 0`
    case 'listed':
      return `${names.table(gate.members.map(Number))}[${read(gate.key)}]`
    case 'overlaps':
      return `(${read(gate.set)} & ${gate.mask}) !== 0 ? 1 : 0`
    case 'covers':
      return `(${read(gate.set)} & ${gate.mask}) === ${gate.mask} ? 1 : 0`
    default:
      return quantity(names, id, gate, read)
  }
}

function quantity(names: Names, id: GateId, gate: Gate, read: Read): string {
  const small = names.isSmall(id)
  const sum = (text: string): string => (small ? `(${text}) | 0` : text)
  switch (gate.t) {
    case 'add':
      return sum(gate.of.map(read).join(' + '))
    case 'subtract':
      return sum(`${read(gate.left)} - ${read(gate.right)}`)
    case 'multiply':
      return small
        ? `Math.imul(${read(gate.left)}, ${read(gate.right)})`
        : `${read(gate.left)} * ${read(gate.right)}`
    case 'greatest':
      return `Math.max(${gate.of.map(read).join(', ')})`
    case 'least':
      return `Math.min(${gate.of.map(read).join(', ')})`
    case 'select':
      return `${read(gate.condition)} === 1 ? ${read(gate.then)} : ${read(gate.otherwise)}`
    case 'cell':
      return `${names.table(gate.cells)}[${read(gate.key)}]`
    case 'quotient':
      return `quotient(${read(gate.left)}, ${read(gate.right)}, '${gate.round}')`
    default:
      throw new TypeError(`a ${gate.t} gate is no expression of one row`)
  }
}

/** Where the difference fits 32 bits, its sign is the answer, without a branch. */
function less(names: Names, left: GateId, right: GateId, read: Read): string {
  const { bounds } = names.plan
  const [a, b] = [bounds[left], bounds[right]]
  const isNear = a && b && a.min - b.max >= -(2 ** 31) && a.max - b.min < 2 ** 31
  return isNear
    ? `(${read(left)} - ${read(right)}) >>> 31`
    : `${read(left)} < ${read(right)} ? 1 : 0`
}

/** A constant as it is written, or undefined. */
export function constantOf(names: Names, id: GateId): string | undefined {
  const gate = names.gate(id)
  if (gate.t === 'int') return gate.value < 0 ? `(${gate.value})` : String(gate.value)
  return gate.t === 'bit' ? String(Number(gate.value)) : undefined
}

/** The value of a column or stored gate in a row, given where rows are counted from. */
export function rowOf(names: Names, id: GateId, array: string, row: string): string {
  return isInt(names.plan, id) ? `${array}[${row}]` : `(${array}[(${row}) >>> 5] >>> (${row})) & 1`
}
