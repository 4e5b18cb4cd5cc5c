import { operandsOf } from './operands.ts'
import type { Plan } from './planned.ts'
import { gatesOf } from './prune.ts'

/** Per gate the last gate that reads it; infinite for what an output reads. */
export function lastUses({ gates, outputs }: Plan): readonly number[] {
  const last = gates.map((_, id) => id)
  gates.forEach((gate, id) => {
    for (const of of operandsOf(gate)) last[of] = id
  })
  for (const id of outputs.flatMap(gatesOf)) last[id] = Infinity
  return last
}
