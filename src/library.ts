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
