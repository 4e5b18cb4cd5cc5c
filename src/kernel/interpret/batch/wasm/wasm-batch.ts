import type { Circuit } from '../../circuit/circuit.ts'
import { checkColumns } from '../check-columns.ts'
import { chunksOf } from '../chunks.ts'
import type { Batch, BatchOptions } from '../evaluator.ts'
import { checkResults, emptyResults } from '../results.ts'
import { Addresses } from './addresses.ts'
import { BatchMemory } from './memory.ts'
import { argumentsIn, runnerIn, wasmProgramOf, workBytes } from './program.ts'

/** Rows of one call where nothing is copied. */
const rowsInPlace = 65_536

export interface WasmOptions extends BatchOptions {
  /** Memory whose columns are read without a copy; the batch takes the room that it needs. */
  readonly memory?: BatchMemory
}

/**
 * A batch as WebAssembly: conditions 128 rows an operation, quantities 2 to 16. For hosts that
 * allow code generation; `hasWasm` says whether this one does.
 */
export function batchByWasm(circuit: Circuit, options: WasmOptions = {}): Batch {
  const program = wasmProgramOf(circuit, options)
  const { layout, outputs, capacity } = program
  const memory = options.memory ?? new BatchMemory(workBytes(program))
  const words = argumentsIn(memory, program)
  const addresses = new Addresses(memory, layout, capacity, words)
  const run = runnerIn(memory, program)
  return {
    engine: 'wasm',
    circuit,
    outputs,
    run: (columns, given, range = { first: 0, end: columns.count }) => {
      checkColumns(columns, circuit.inputs)
      const results = given ?? emptyResults(outputs, columns.count)
      checkResults(outputs, results, range.end)
      // What needs no copies needs no parts, save for the host to change to faster code between.
      const isInPlace = addresses.isInPlace(columns, results, range.end)
      const room = isInPlace ? { rows: rowsInPlace, related: new Map<number, number>() } : capacity
      for (const chunk of chunksOf(columns, range, room)) {
        addresses.point(columns, results, chunk)
        run(words.byteOffset, chunk.first, chunk.first + chunk.count)
        addresses.copyOut()
      }
      return results
    },
  }
}
