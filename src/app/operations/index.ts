import type { Operation } from '../operation.ts'
import { healthOperation } from './health.ts'
import {
  checkpointOperation,
  consistencyOperation,
  entriesOperation,
  receiptOperation,
  recordOperation,
} from './record.ts'
import { statelessOperations } from './stateless.ts'

/** Everything the product can be asked to do. Routes, commands and tools are made from this list. */
export const operations: readonly Operation[] = [
  ...statelessOperations,
  recordOperation,
  checkpointOperation,
  entriesOperation,
  receiptOperation,
  consistencyOperation,
  healthOperation,
]
