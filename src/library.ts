/**
 * The typed library: `import { chipExports, decide } from 'proviso'`. The rule language, its
 * interpretations and the programs; no server, no database, no clock.
 *
 * @module
 */
export * from '#rules'
export { programById, programs } from '#programs'
export { chipExports } from './programs/chip-exports/index.ts'
