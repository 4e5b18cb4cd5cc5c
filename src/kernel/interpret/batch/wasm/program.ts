import type { Circuit } from '../../circuit/circuit.ts'
import { checkInputs } from '../check-columns.ts'
import type { Capacity } from '../chunks.ts'
import { capacityOf } from '../chunks.ts'
import { columnWidth } from '../columns.ts'
import type { BatchOptions, OutputShape } from '../evaluator.ts'
import { shapesOf } from '../plan/outputs.ts'
import { planOf } from '../plan/plan.ts'
import { scheduleOf } from '../schedule/schedule.ts'
import { bytesFor, stagingBytes } from './addresses.ts'
import { emit } from './emit.ts'
import type { Layout } from './layout.ts'
import { blockRows } from './layout.ts'
import type { BatchMemory } from './memory.ts'
import { roomFor } from './memory.ts'

/** Longer functions run slower: what they keep no longer fits the registers and caches. */
const logicAtOnce = 600
/** So many bytes of columns at once stay near the processor. */
const bytesAtOnce = 400_000

/** A compiled circuit, before it has a memory: the module is shared by all threads. */
export interface WasmProgram {
  readonly module: WebAssembly.Module
  readonly layout: Layout
  readonly outputs: readonly OutputShape[]
  readonly capacity: Capacity
}

/** Compiles a circuit to a WebAssembly module of our own. */
export function wasmProgramOf(circuit: Circuit, options: BatchOptions): WasmProgram {
  checkInputs(circuit)
  const plan = planOf(circuit, options.reasons === true)
  const { bytes, layout } = emit(scheduleOf(plan, logicAtOnce))
  const outputs = shapesOf(plan, options)
  const rowBytes = plan.inputs.reduce(
    (sum, { type, bounds }) => sum + bytesFor(columnWidth(type, bounds), 8) / 8,
    outputs.length * 2,
  )
  const blocks = Math.min(32, Math.max(4, Math.floor(bytesAtOnce / rowBytes / blockRows)))
  const capacity = capacityOf(plan, blocks * blockRows)
  return { module: new WebAssembly.Module(bytes), layout, outputs, capacity }
}

/** The bytes that running a program takes beside the columns. */
export const workBytes = ({ layout, outputs, capacity }: WasmProgram): number =>
  roomFor(layout.words.count * 4) +
  roomFor(layout.scratchBytes) +
  roomFor(layout.tables.length) +
  stagingBytes(layout, outputs, capacity)

/** The words of a program's arguments in a memory, its scratch area and tables in place. */
export function argumentsIn(memory: BatchMemory, { layout }: WasmProgram): Int32Array {
  const { words, tables, scratchBytes } = layout
  const argumentsPlace = memory.allocate(words.count * 4)
  const list = new Int32Array(memory.buffer, argumentsPlace, words.count)
  list[words.scratch] = memory.allocate(scratchBytes)
  const place = memory.allocate(tables.length)
  new Uint8Array(memory.buffer).set(tables, place)
  list[words.tables] = place
  return list
}

/** The export of a program's module in a memory. */
export function runnerIn(
  memory: BatchMemory,
  { module }: WasmProgram,
): (place: number, first: number, end: number) => void {
  const instance = new WebAssembly.Instance(module, { host: { memory: memory.memory } })
  return instance.exports['run'] as (place: number, first: number, end: number) => void
}
