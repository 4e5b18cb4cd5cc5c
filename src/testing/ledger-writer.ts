// Run as a process of its own, to be killed: draws on one cap until nothing is left, over four
// connections, each order as linked transfers, and says which orders were committed.
import { writeSync } from 'node:fs'
import { openStore } from '../kernel/store/open.ts'
import { transferAll } from '../kernel/ledger/transfer.ts'

const [, , url, key, writer] = process.argv
if (url === undefined || key === undefined || writer === undefined)
  throw new Error('usage: ledger-writer URL CAP NAME')

const at = '2026-03-01T10:00:00.000Z'
const lanes = 4
const store = await openStore({ url })

/** Reserves seven and settles five of them: with the rest given back, an order uses five. */
async function order(id: string): Promise<boolean> {
  const result = await store.transaction((tx) =>
    transferAll(
      tx,
      [
        { kind: 'reserve', id, debit: `${key}`, credit: `used/${key}`, unit: 'chips', amount: 7n },
        { kind: 'settle', id: `${id}/end`, reserve: id, amount: 5n },
      ],
      at,
    ),
  )
  return result.ok
}

await Promise.all(
  Array.from({ length: lanes }, async (_, lane) => {
    for (let number = 0; ; number += 1) {
      const id = `${writer}/${lane}/${number}`
      if (!(await order(id))) return
      writeSync(1, `${id}\n`)
    }
  }),
)
await store.close()
