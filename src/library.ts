/**
 * The typed library: `import { chipExports, decide } from 'proviso'`. The rule language, its
 * interpretations and the programs; no server, no database, no clock. `compiled` is the fast
 * evaluator for hosts that allow generated code: `decide(rules, facts, { …, evaluator: compiled })`.
 *
 * @module
 */
export * from '#rules'
export { programById, programs } from '#programs'
export { chipExports } from './programs/chip-exports/index.ts'
export { compiled } from './kernel/interpret/compile.ts'

// Many cases at once: columns in, outcome, status and deciding clauses out.
export type { Circuit, CircuitOptions } from './kernel/interpret/circuit/circuit.ts'
export { circuitOf } from './kernel/interpret/circuit/build.ts'
export { viewOf } from './kernel/interpret/view.ts'
export { alwaysKnown } from './kernel/interpret/batch/check-columns.ts'
export type { CaseColumns, Column, RelationColumns } from './kernel/interpret/batch/columns.ts'
export { compileBatch } from './kernel/interpret/batch/compile-batch.ts'
export type { Batch, Engine, OutputColumns } from './kernel/interpret/batch/evaluator.ts'
export { emptyResults } from './kernel/interpret/batch/results.ts'
export { BatchMemory } from './kernel/interpret/batch/wasm/memory.ts'
