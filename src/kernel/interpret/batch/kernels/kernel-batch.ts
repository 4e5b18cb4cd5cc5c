import type { Circuit } from '../../circuit/circuit.ts'
import { checkColumns, checkInputs } from '../check-columns.ts'
import { capacityOf, chunksOf } from '../chunks.ts'
import type { Batch, BatchOptions } from '../evaluator.ts'
import { shapesOf } from '../plan/outputs.ts'
import { planOf } from '../plan/plan.ts'
import { checkResults, emptyResults } from '../results.ts'
import { Staging } from '../staging.ts'
import { KernelList } from './kernel-list.ts'
import { writeOutput } from './write-outputs.ts'

/** So many rows at once keep what is computed near the processor. */
const rowsAtOnce = 1024

/**
 * A batch that generates no code: each gate runs over some rows before the next does. For pages,
 * whose content security policy forbids generated code, WebAssembly included.
 */
export function batchByKernels(circuit: Circuit, options: BatchOptions = {}): Batch {
  checkInputs(circuit)
  const plan = planOf(circuit, options.reasons === true)
  const outputs = shapesOf(plan, options)
  const capacity = capacityOf(plan, rowsAtOnce)
  const staging = new Staging(plan.inputs, capacity)
  const list = new KernelList(plan, staging, capacity)
  return {
    engine: 'kernels',
    circuit,
    outputs,
    run: (columns, given, range = { first: 0, end: columns.count }) => {
      checkColumns(columns, circuit.inputs)
      const results = given ?? emptyResults(outputs, columns.count)
      checkResults(outputs, results, range.end)
      for (const chunk of chunksOf(columns, range, capacity)) {
        staging.load(columns, chunk)
        for (const { run, relation } of list.steps) {
          const rows =
            relation === -1 ? chunk.count : (staging.offsets.get(relation)?.[chunk.count] ?? 0)
          run(rows, (rows + 31) >> 5)
        }
        plan.outputs.forEach((planned, index) => {
          const columnsOfOutput = results[index]
          if (columnsOfOutput) writeOutput(list, planned, columnsOfOutput, chunk)
        })
      }
      return results
    },
  }
}
