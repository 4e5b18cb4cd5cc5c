import type { Signer, Store } from '#kernel'
import { invariant } from '../kernel/errors.ts'
import type { DecideOptions, Program } from '#rules'
import type { Caller } from './caller.ts'
import type { ChipRow } from './chip-row.ts'

/** What operations need that is not their input: everything outside the program is passed in. */
export interface Context {
  readonly programs: readonly Program[]
  /** The table of chips, for the programs that classify them. */
  readonly chips?: readonly ChipRow[]
  /** The present instant, ISO 8601 in UTC. */
  readonly clock: () => string
  readonly version: string
  /** Generated code in place of the interpreter, where the platform allows it. */
  readonly evaluator?: DecideOptions['evaluator']
  /** What stored things need; absent where nothing is stored, as on a command line. */
  readonly deployment?: Deployment
  /** Who calls; anyone when absent. */
  readonly caller?: Caller
}

/** A running installation: its database, its key, its randomness, its address. */
export interface Deployment {
  readonly store: Store
  /** Signs the checkpoints of the record. */
  readonly signer: Signer
  /** So many random bytes as lowercase hexadecimal digits. */
  readonly random: (bytes: number) => string
  /** Where people reach it: `https://permits.example.gov`, without a slash at the end. */
  readonly publicOrigin: string
}

/** Today's date in UTC, by the injected clock. */
export const today = (context: Context): string => context.clock().slice(0, 10)

/** The installation; operations that store things are offered only where there is one. */
export function deploymentOf({ deployment }: Context): Deployment {
  invariant(deployment, 'An operation that stores things was called where nothing is stored')
  return deployment
}
