import type { Transaction } from './store.ts'

/** What migrations need beyond statements: a script of several, without values. */
export interface Session extends Transaction {
  script(text: string): Promise<void>
}
