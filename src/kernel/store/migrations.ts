import { caseTables } from '../cases/case.sql.ts'
import { ledgerTables } from '../ledger/ledger.sql.ts'
import { recordTables } from '../record/record.sql.ts'
import { accessTables } from './access.sql.ts'

/** One step of the schema. Its text never changes once released; later changes are new steps. */
export interface Migration {
  readonly name: string
  readonly text: string
}

/** All steps in the order in which they are applied: one file per room. */
export const migrations: readonly Migration[] = [
  { name: 'access-1', text: accessTables },
  { name: 'ledger-1', text: ledgerTables },
  { name: 'record-1', text: recordTables },
  { name: 'cases-1', text: caseTables },
]
