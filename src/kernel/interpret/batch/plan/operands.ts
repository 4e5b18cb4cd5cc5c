import type { Gate, GateId } from '../../circuit/circuit.ts'

/** The gates that a gate reads, in order. */
export function operandsOf(gate: Gate): readonly GateId[] {
  switch (gate.t) {
    case 'bit':
    case 'int':
    case 'known':
    case 'value':
      return []
    case 'overlaps':
    case 'covers':
      return [gate.set]
    case 'and':
    case 'or':
    case 'add':
    case 'greatest':
    case 'least':
      return gate.of
    case 'not':
    case 'someRow':
    case 'everyRow':
    case 'sumRows':
    case 'greatestRow':
      return [gate.of]
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
    case 'quotient':
      return [gate.left, gate.right]
    case 'listed':
    case 'cell':
      return [gate.key]
    case 'select':
      return [gate.condition, gate.then, gate.otherwise]
  }
}

/** The gate with what it reads found anew. */
export function withOperands(gate: Gate, at: (id: GateId) => GateId): Gate {
  switch (gate.t) {
    case 'bit':
    case 'int':
    case 'known':
    case 'value':
      return gate
    case 'overlaps':
    case 'covers':
      return { ...gate, set: at(gate.set) }
    case 'and':
    case 'or':
    case 'add':
    case 'greatest':
    case 'least':
      return { ...gate, of: gate.of.map(at) }
    case 'not':
    case 'someRow':
    case 'everyRow':
    case 'sumRows':
    case 'greatestRow':
      return { ...gate, of: at(gate.of) }
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
    case 'quotient':
      return { ...gate, left: at(gate.left), right: at(gate.right) }
    case 'listed':
    case 'cell':
      return { ...gate, key: at(gate.key) }
    case 'select':
      return {
        ...gate,
        condition: at(gate.condition),
        then: at(gate.then),
        otherwise: at(gate.otherwise),
      }
  }
}
