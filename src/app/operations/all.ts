import type { Operation } from '../operation.ts'
import {
  listKeysOperation,
  makeKeyOperation,
  revokeKeyOperation,
  sessionOperation,
  signInOperation,
  signOutOperation,
} from './access.ts'
import { decideCaseOperation, releaseCaseOperation, settleCaseOperation } from './case-decisions.ts'
import {
  createCaseOperation,
  listCasesOperation,
  readCaseOperation,
  saveFactsOperation,
} from './cases.ts'
import { healthOperation } from './health.ts'
import { accountOperation, accountsOperation } from './ledger.ts'
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
  createCaseOperation,
  readCaseOperation,
  saveFactsOperation,
  decideCaseOperation,
  listCasesOperation,
  settleCaseOperation,
  releaseCaseOperation,
  accountsOperation,
  accountOperation,
  recordOperation,
  checkpointOperation,
  entriesOperation,
  receiptOperation,
  consistencyOperation,
  signInOperation,
  sessionOperation,
  signOutOperation,
  makeKeyOperation,
  listKeysOperation,
  revokeKeyOperation,
  healthOperation,
]
