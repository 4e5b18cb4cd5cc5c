import type { GateId } from '../../circuit/circuit.ts'
import { operandsOf, withOperands } from './operands.ts'
import type { Plan, PlannedOutput } from './planned.ts'

/** The plan without gates and inputs that no output reads, in the order that they were in. */
export function pruned(plan: Plan): Plan {
  const read = gatesRead(plan)
  const moved: GateId[] = []
  const movedInputs = new Map<number, number>()
  const kept = { gates: [] as Plan['gates'][number][], bounds: [] as Plan['bounds'][number][] }
  const rows: number[] = []
  plan.gates.forEach((gate, id) => {
    if (!read.has(id)) return
    const own = withOperands(gate, (of) => moved[of] ?? 0)
    if (own.t === 'known' || own.t === 'value') {
      const input = movedInputs.get(own.input) ?? movedInputs.size
      movedInputs.set(own.input, input)
      moved[id] = kept.gates.push({ ...own, input }) - 1
    } else moved[id] = kept.gates.push(own) - 1
    kept.bounds.push(plan.bounds[id] ?? { min: 0, max: 1 })
    rows.push(plan.rows[id] ?? -1)
  })
  const inputs = [...movedInputs.keys()].flatMap((index) => plan.inputs[index] ?? [])
  const outputs = plan.outputs.map((output) => renewed(output, (id) => moved[id] ?? 0))
  return { circuit: plan.circuit, inputs, ...kept, rows, outputs }
}

/** The gates that a planned output needs. */
export function gatesOf({ value, status, reason }: PlannedOutput): readonly GateId[] {
  return [...('gate' in value ? [value.gate] : value.planes), ...status, ...reason]
}

function gatesRead({ gates, outputs }: Plan): ReadonlySet<GateId> {
  const read = new Set(outputs.flatMap(gatesOf))
  for (let id = gates.length - 1; id >= 0; id--) {
    const gate = gates[id]
    if (gate && read.has(id)) for (const of of operandsOf(gate)) read.add(of)
  }
  return read
}

function renewed(output: PlannedOutput, at: (id: GateId) => GateId): PlannedOutput {
  const { value } = output
  return {
    ...output,
    value: 'gate' in value ? { gate: at(value.gate) } : { planes: value.planes.map(at) },
    status: output.status.map(at),
    reason: output.reason.map(at),
  }
}
