import type { Store, Transaction } from '#kernel'
import type { Outcome, Refusal } from './outcome.ts'

/** Carries a refusal out of a transaction, so that the database undoes what was done before it. */
class Undone extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * Runs work in one serializable transaction. A refusal undoes everything and is given back as a
 * value; a fault undoes everything and is thrown. Nothing is ever half-written.
 */
export async function inTransaction<Value>(
  store: Store,
  work: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await store.transaction(async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}
