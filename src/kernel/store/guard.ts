import { AsyncLocalStorage } from 'node:async_hooks'
import { invariant } from '../errors.ts'
import type { Store } from './store.ts'

/** The store, refusing to be used from inside one of its own transactions, which would wait forever. */
export function guarded(store: Store): Store {
  const running = new AsyncLocalStorage<true>()
  const outside = (): void =>
    invariant(
      running.getStore() === undefined,
      'A transaction is running: use the transaction that was passed in, not the store',
    )
  return {
    kind: store.kind,
    close: () => store.close(),
    async query(statement) {
      outside()
      return store.query(statement)
    },
    async transaction(work) {
      outside()
      return store.transaction((tx) => running.run(true, () => work(tx)))
    },
  }
}
