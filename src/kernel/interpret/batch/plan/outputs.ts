import { columnBounds } from '../columns.ts'
import type { CircuitOutput, GateId } from '../../circuit/circuit.ts'
import { widthOf } from '../reduce/width.ts'
import type { Copy } from './copy.ts'
import type { BatchOptions, OutputShape } from '../evaluator.ts'
import type { Plan, PlannedOutput } from './planned.ts'

/** The columns of a definition, as gates added to the net. A refused case has no value. */
export function plannedOutput(
  copy: Copy,
  output: CircuitOutput,
  wantsReasons: boolean,
): PlannedOutput {
  const { net } = copy
  const { name, slot, type } = output
  const refused = copy.gate(copy.circuit.refused)
  const [decided, gap, conflict] = [output.decided, output.gap, output.conflict].map((id) =>
    copy.gate(id),
  ) as [GateId, GateId, GateId]
  const answered = net.not(refused)
  const status = [
    net.and(net.not(decided), net.not(gap), answered),
    net.and(net.or(gap, conflict), answered),
    refused,
  ]
  const reason = wantsReasons ? output.by.map((id) => net.and(copy.gate(id), answered)) : []
  return {
    ...{ name, slot, type, status, reason },
    reasonWidth: output.by.length <= 8 ? 'u8' : output.by.length <= 16 ? 'u16' : 'u32',
    ...valueOf(copy, output, answered),
  }
}

function valueOf(
  copy: Copy,
  output: CircuitOutput,
  answered: GateId,
): Pick<PlannedOutput, 'value' | 'width'> {
  const { net } = copy
  const { rules } = copy.circuit.view
  const { type, options } = output
  if (type.kind === 'bool') {
    return { value: { planes: [net.and(copy.gate(output.value), answered)] }, width: 'u8' }
  }
  const ofMembers = type.kind === 'enum' || type.kind === 'set'
  const bounds = copy.circuit.bounds[output.value] ?? { min: 0, max: 0 }
  // Where no case is decided the value is 0.
  const own = { min: Math.min(0, bounds.min), max: Math.max(0, bounds.max) }
  const width = widthOf(ofMembers ? columnBounds(rules, type) : own)
  if (!options || !options.every(({ value }) => value >= 0 && value <= 0xffff)) {
    const gate = copy.gate(output.value)
    return { value: { gate: net.select(answered, gate, net.int(0)) }, width }
  }
  const most = options.reduce((largest, { value }) => Math.max(largest, value), 0)
  const planes = Array.from({ length: most.toString(2).length }, (_, bit) => {
    const whens = options.filter(({ value }) => ((value >> bit) & 1) === 1)
    return net.and(net.or(...whens.map(({ when }) => copy.gate(when))), answered)
  })
  return { value: { planes }, width }
}

/** The columns that each definition of a plan is given in. */
export function shapesOf({ outputs }: Plan, { reasons }: BatchOptions): readonly OutputShape[] {
  return outputs.map(({ name, slot, type, width, reasonWidth }) => ({
    ...{ name, slot, type, width },
    ...(reasons === true ? { reasonWidth } : {}),
  }))
}
