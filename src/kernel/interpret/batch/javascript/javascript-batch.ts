import type { Circuit } from '../../circuit/circuit.ts'
import { quotient } from '../../rows.ts'
import { checkColumns, checkInputs } from '../check-columns.ts'
import { capacityOf, chunksOf } from '../chunks.ts'
import type { Batch, BatchOptions, OutputColumns } from '../evaluator.ts'
import { shapesOf } from '../plan/outputs.ts'
import { planOf } from '../plan/plan.ts'
import { checkResults, emptyResults } from '../results.ts'
import { scheduleOf } from '../schedule/schedule.ts'
import { Staging } from '../staging.ts'
import { generate } from './generate.ts'

/** So many rows are staged at once. */
const rowsAtOnce = 4096
/** Longer functions are not optimized by their host. */
const gatesPerFunction = 300

type Factory = (
  values: Staging['values'],
  known: Staging['known'],
  offsets: Staging['offsets'],
  outputs: readonly OutputColumns[],
  tables: readonly ArrayLike<number>[],
  divide: typeof quotient,
  nibble: Int32Array,
) => (rows: number) => void

/** Four bits, each in a byte of its own. */
const nibble = Int32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((word, bit) => word | (((bits >> bit) & 1) << (8 * bit)), 0),
)

/**
 * A batch as generated JavaScript: the twin of the WebAssembly, for hosts that allow `new Function`
 * but no vectors. Conditions take 32 rows an operation.
 */
export function batchByJavaScript(circuit: Circuit, options: BatchOptions = {}): Batch {
  checkInputs(circuit)
  const plan = planOf(circuit, options.reasons === true)
  const outputs = shapesOf(plan, options)
  const capacity = capacityOf(plan, rowsAtOnce)
  const staging = new Staging(plan.inputs, capacity)
  const staged = emptyResults(outputs, rowsAtOnce)
  const { source, tables } = generate(scheduleOf(plan, gatesPerFunction))
  const parameters = ['values', 'known', 'offsets', 'outputs', 'tables', 'quotient', 'nibble']
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- generate() prints names and numbers of ours only
  const factory = new Function(...parameters, source) as Factory
  const run = factory(
    staging.values,
    staging.known,
    staging.offsets,
    staged,
    tables.map(narrowest),
    quotient,
    nibble,
  )
  return {
    engine: 'javascript',
    circuit,
    outputs,
    run: (columns, given, range = { first: 0, end: columns.count }) => {
      checkColumns(columns, circuit.inputs)
      const results = given ?? emptyResults(outputs, columns.count)
      checkResults(outputs, results, range.end)
      for (const chunk of chunksOf(columns, range, capacity)) {
        staging.load(columns, chunk)
        run(chunk.count)
        staged.forEach(({ value, status, reason }, index) => {
          const result = results[index]
          result?.value.set(value.subarray(0, chunk.count), chunk.first)
          result?.status.set(status.subarray(0, chunk.count), chunk.first)
          if (reason) result?.reason?.set(reason.subarray(0, chunk.count), chunk.first)
        })
      }
      return results
    },
  }
}

function narrowest(cells: readonly number[]): ArrayLike<number> {
  const isSmall = cells.every((cell) => cell === (cell | 0))
  return isSmall ? Int32Array.from(cells) : Float64Array.from(cells)
}
