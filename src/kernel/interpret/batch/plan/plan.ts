import type { Circuit } from '../../circuit/circuit.ts'
import { reducedCircuit } from '../reduce/reduced.ts'
import { Copy } from './copy.ts'
import { plannedOutput } from './outputs.ts'
import type { Plan } from './planned.ts'
import { pruned } from './prune.ts'

/** The plan of a circuit; with the deciding clauses of every case where they are asked for. */
export function planOf(circuit: Circuit, wantsReasons: boolean): Plan {
  const reduced = reducedCircuit(circuit)
  const copy = new Copy(reduced)
  const outputs = reduced.outputs.map((output) => plannedOutput(copy, output, wantsReasons))
  const { list: gates, bounds, rows } = copy.net
  return pruned({ circuit, inputs: reduced.inputs, gates, bounds, rows, outputs })
}
