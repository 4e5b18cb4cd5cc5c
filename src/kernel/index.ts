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
