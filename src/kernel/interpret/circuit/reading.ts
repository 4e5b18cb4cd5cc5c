import { unknownOf } from '../../rules/ir.ts'
import { CONFLICT, GAP, OPEN } from '../resolve.ts'
import type { Circuit, CircuitOutput } from './circuit.ts'

/** How the outputs of a circuit came out, from the values of its gates, as `interpret` marks them. */
export function statedMarks(
  circuit: Circuit,
  values: readonly number[],
): readonly { readonly mark: number; readonly value: number }[] {
  return circuit.outputs.map((output) => {
    const mark = markOf(output, values)
    const { kind } = output.type
    const value = values[output.value] ?? Number.NaN
    if (mark <= 0) return { mark, value: unknownOf(kind) }
    return { mark, value: kind === 'bool' ? value * 2 : value }
  })
}

function markOf({ decided, gap, conflict, by }: CircuitOutput, values: readonly number[]): number {
  if (values[decided] === 1) {
    return by.reduce((mask, id, position) => mask | ((values[id] ?? 0) << position), 0)
  }
  if (values[gap] === 1) return GAP
  return values[conflict] === 1 ? CONFLICT : OPEN
}
