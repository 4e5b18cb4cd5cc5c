/**
 * The full door of the kernel: what the application builds on. It needs a server (node:); pages
 * use `#rules` instead.
 */
export type { Code, CodeMeaning, Refusal } from './errors.ts'
export { catalogue, invariant, InvariantError, refuse } from './errors.ts'

// The database.
export type { StoreOptions } from './store/open.ts'
export { openStore } from './store/open.ts'
export type { Sql, SqlValue } from './store/sql.ts'
export { json, sql } from './store/sql.ts'
export type { Queryable, Store, Transaction } from './store/store.ts'

// Who may come in.
export type { ApiKey, Credential, Identity } from './store/access.ts'
export {
  createAdministratorLink,
  createApiKey,
  endSession,
  findApiKey,
  findSession,
  grantCaseKey,
  hasAdministratorLink,
  holdsCaseKey,
  listApiKeys,
  redeemAdministratorLink,
  revokeApiKey,
  startSession,
} from './store/access.ts'

// The record.
export type { Appended } from './record/append.ts'
export { append } from './record/append.ts'
export type { Audit } from './record/audit.ts'
export { auditRecord } from './record/audit.ts'
export type { Signer } from './record/note.ts'
export { signerFromSeed, verifierKeyOf } from './record/note.ts'
export type {
  ConsistencyProof,
  EntryCursor,
  EntryPage,
  RecordedEntry,
  SignedCheckpoint,
} from './record/read.ts'
export {
  checkpointAt,
  consistencyProof,
  entries,
  latestCheckpoint,
  receiptFor,
} from './record/read.ts'

// The ledger: entitlements as double-entry accounts.
export { createAccount, readAccount } from './ledger/accounts.ts'
export type { Cap, CapPage, CapPlan, CapReservation } from './ledger/caps.ts'
export { calendarYearKey, ensureCap, listCaps, readCap, reserveUnderCap } from './ledger/caps.ts'
export { lapseExpired } from './ledger/lapse.ts'
export type { LedgerCheck } from './ledger/recompute.ts'
export { recomputeBalances } from './ledger/recompute.ts'
export { transfer, transferAll } from './ledger/transfer.ts'
export type { Account, AccountPlan, Made, Transfer, TransferRequest } from './ledger/types.ts'

// Cases.
export type {
  CaseChange,
  CaseEvent,
  CaseState,
  CaseStatus,
  DeterminationMark,
} from './cases/events.ts'
export type { CaseDetail, CaseFilter, CasePage } from './cases/read.ts'
export { getCase, listCases } from './cases/read.ts'
export type { CaseResult, CaseWrite, PrivateValue } from './cases/write.ts'
export {
  assignCase,
  createCase,
  erasePrivate,
  markReleased,
  markSettled,
  recordDetermination,
  saveFacts,
} from './cases/write.ts'
