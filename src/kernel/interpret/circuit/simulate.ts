import { isUnknown, TRUE } from '../../rules/ir.ts'
import type { EncodedCase } from '../encode.ts'
import { quotient } from '../rows.ts'
import type { Circuit, CircuitInput, Gate } from './circuit.ts'

/** Values of inputs that are no part of a case: free parameters, encoded, and rows that are there. */
export type Given = (input: CircuitInput) => number | undefined

/**
 * Every gate of a circuit on one case, plainly: bits 0 or 1, ints as they are; gates that are read
 * per row are left NaN. The oracle of the printings; facts as the case states them, tables aside.
 */
export function simulate(
  circuit: Circuit,
  encoded: Pick<EncodedCase, 'facts' | 'relations'>,
  given: Given = () => undefined,
): readonly number[] {
  const read = (input: CircuitInput, row?: readonly number[]): number => {
    if (input.of === 'fact') return encoded.facts[input.slot] ?? Number.NaN
    if (input.of === 'relation') return encoded.relations[input.slot] === undefined ? 1 : TRUE
    if (input.of === 'field' && input.row === undefined) return row?.[input.slot] ?? Number.NaN
    const value = given(input)
    if (value === undefined) throw new RangeError(`the input "${input.name}" is not given`)
    return value
  }
  const run = (values: number[], row?: readonly number[], relation = -1): number[] => {
    circuit.gates.forEach((gate, id) => {
      if (circuit.rows[id] === relation || (row === undefined && circuit.rows[id] === -1)) {
        values[id] = valueOf(
          gate,
          values,
          (index) => {
            const input = circuit.inputs[index]
            if (!input) throw new RangeError(`there is no input ${index}`)
            return { input, value: read(input, row) }
          },
          overRows,
        )
      }
    })
    return values
  }
  const values: number[] = circuit.gates.map(() => Number.NaN)
  const overRows = (relation: number, of: number): readonly number[] =>
    (encoded.relations[relation] ?? []).map(
      (row) => (circuit.rows[of] === -1 ? values : run([...values], row, relation))[of] ?? 0,
    )
  return run(values)
}

type Read = (index: number) => { readonly input: CircuitInput; readonly value: number }
type OverRows = (relation: number, of: number) => readonly number[]

function valueOf(gate: Gate, values: readonly number[], read: Read, rows: OverRows): number {
  const at = (id: number): number => values[id] ?? Number.NaN
  const bit = (holds: boolean): number => (holds ? 1 : 0)
  switch (gate.t) {
    case 'bit':
      return bit(gate.value)
    case 'int':
      return gate.value
    case 'known': {
      const { input, value } = read(gate.input)
      return bit(!isUnknown(input.type.kind, value))
    }
    case 'value': {
      const { input, value } = read(gate.input)
      if (isUnknown(input.type.kind, value)) return 0
      return input.type.kind === 'bool' ? bit(value === TRUE) : value
    }
    case 'overlaps':
      return bit((at(gate.set) & gate.mask) !== 0)
    case 'covers':
      return bit((at(gate.set) & gate.mask) === gate.mask)
    case 'and':
      return bit(gate.of.every((id) => at(id) === 1))
    case 'or':
      return bit(gate.of.some((id) => at(id) === 1))
    case 'not':
      return 1 - at(gate.of)
    case 'less':
      return bit(at(gate.left) < at(gate.right))
    case 'equal':
      return bit(at(gate.left) === at(gate.right))
    case 'listed':
      return bit(gate.members[at(gate.key)] === true)
    case 'cell':
      return gate.cells[at(gate.key)] ?? 0
    case 'add':
      return gate.of.reduce((sum, id) => sum + at(id), 0)
    case 'greatest':
      return Math.max(...gate.of.map(at))
    case 'least':
      return Math.min(...gate.of.map(at))
    case 'subtract':
      return at(gate.left) - at(gate.right)
    case 'multiply':
      return at(gate.left) * at(gate.right)
    case 'quotient':
      return quotient(at(gate.left), at(gate.right), gate.round)
    case 'select':
      return at(gate.condition) === 1 ? at(gate.then) : at(gate.otherwise)
    case 'someRow':
      return bit(rows(gate.relation, gate.of).includes(1))
    case 'everyRow':
      return bit(rows(gate.relation, gate.of).every((each) => each === 1))
    case 'sumRows':
      return rows(gate.relation, gate.of).reduce((sum, each) => sum + each, 0)
    case 'greatestRow':
      return rows(gate.relation, gate.of).reduce((most, each) => Math.max(most, each), 0)
  }
}
