import type { Gate, GateId } from '../../circuit/circuit.ts'
import { operandsOf } from '../plan/operands.ts'
import type { Plan } from '../plan/planned.ts'

/** How a gate is come by. */
export type Role = 'constant' | 'column' | 'logic' | 'lane' | 'aggregate' | 'row'

/** The role of a gate of a plan. */
export function roleOf({ gates, rows }: Plan, id: GateId): Role {
  const gate = gates[id]
  if (gate?.t === 'bit' || gate?.t === 'int') return 'constant'
  if (rows[id] !== -1) return 'row'
  return gate ? caseRole(gate) : 'constant'
}

function caseRole(gate: Gate): Role {
  switch (gate.t) {
    case 'known':
    case 'value':
      return 'column'
    case 'and':
    case 'or':
    case 'not':
      return 'logic'
    case 'someRow':
    case 'everyRow':
    case 'sumRows':
    case 'greatestRow':
      return 'aggregate'
    default:
      return 'lane'
  }
}

/** What a gate reads of its case: through the gates of related rows, where it is an aggregate. */
export function readBy(plan: Plan, id: GateId): readonly GateId[] {
  const gate = plan.gates[id]
  if (!gate) throw new RangeError(`there is no gate ${id}`)
  const operands = operandsOf(gate)
  if (roleOf(plan, id) !== 'aggregate') return operands
  return rowGatesOf(plan, [id])
    .flatMap((row) =>
      operandsOf(plan.gates[row] as Gate).filter((of) => roleOf(plan, of) !== 'row'),
    )
    .concat(operands.filter((of) => roleOf(plan, of) !== 'row'))
}

/** The gates of related rows that some aggregates read, in order. */
export function rowGatesOf(plan: Plan, aggregates: readonly GateId[]): readonly GateId[] {
  const found = new Set<GateId>()
  const visit = (id: GateId): void => {
    for (const of of operandsOf(plan.gates[id] as Gate)) {
      if (roleOf(plan, of) !== 'row' || found.has(of)) continue
      found.add(of)
      visit(of)
    }
  }
  for (const id of aggregates) visit(id)
  return [...found].sort((a, b) => a - b)
}
