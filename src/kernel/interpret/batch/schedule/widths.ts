import type { GateId } from '../../circuit/circuit.ts'
import { columnWidth } from '../columns.ts'
import { operandsOf } from '../plan/operands.ts'
import type { Plan } from '../plan/planned.ts'
import type { Width } from '../reduce/width.ts'
import { widest, widthOf } from '../reduce/width.ts'

/** How each quantity is held: the narrowest width for it and all that it is computed from. */
export function gateWidths(plan: Plan): readonly Width[] {
  const widths: Width[] = []
  plan.gates.forEach((_, id) => widths.push(ownWidth(plan, widths, id)))
  return widths
}

function ownWidth({ gates, bounds, inputs }: Plan, widths: readonly Width[], id: GateId): Width {
  const gate = gates[id]
  const own = widthOf(bounds[id] ?? { min: 0, max: 0 })
  const of = (part: GateId): Width => widths[part] ?? 'f64'
  switch (gate?.t) {
    case 'value': {
      const input = inputs[gate.input]
      const width = input ? columnWidth(input.type, input.bounds) : 'f64'
      return width === 'bits' ? 'u8' : width
    }
    case 'add':
    case 'subtract':
    case 'multiply':
      return widest('i32', own, ...operandsOf(gate).map(of))
    case 'greatest':
    case 'least':
      return widest(own, ...gate.of.map(of))
    case 'select':
      return widest(own, of(gate.then), of(gate.otherwise))
    case 'quotient':
      return 'f64'
    case 'sumRows':
    case 'greatestRow':
      return widest('i32', own)
    default:
      return own
  }
}

/** Whether a gate of a plan is a quantity, not a bit. */
export function isInt({ gates, inputs }: Plan, id: GateId): boolean {
  const gate = gates[id]
  switch (gate?.t) {
    case 'value':
      return inputs[gate.input]?.type.kind !== 'bool'
    case 'int':
    case 'cell':
    case 'add':
    case 'greatest':
    case 'least':
    case 'subtract':
    case 'multiply':
    case 'quotient':
    case 'select':
    case 'sumRows':
    case 'greatestRow':
      return true
    default:
      return false
  }
}
