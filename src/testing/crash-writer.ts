// Run as a process of its own, to be killed: decides cases without end (nearly), three at a time,
// each in one transaction over all rooms, and says which ones were committed.
import { writeSync } from 'node:fs'
import {
  append,
  createCase,
  ensureCap,
  openStore,
  recordDetermination,
  reserveUnderCap,
  saveFacts,
  signerFromSeed,
  type Store,
} from '#kernel'
import { canonicalJson } from '../kernel/rules/canonical.ts'

const now = '2026-03-01T10:00:00.000Z'
const actor = 'crash test'
const salt = '5a'.repeat(16)
const signer = signerFromSeed('log.example/crash', new Uint8Array(32).fill(9))
const cap = { key: 'crash/2026', title: 'Crash', unit: 'chips', scale: 0, cap: 1_000_000n }
const writers = 3
/** Should nobody kill it, it ends by itself. */
const casesMax = 400

function must<Result extends { readonly ok: boolean }>(result: Result): Result & { ok: true } {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result as Result & { ok: true }
}

/** One decided case: draft, facts, entry on the record, reservation, determination. */
async function decideOne(store: Store, caseId: string): Promise<void> {
  await store.transaction(async (tx) => {
    const write = { caseId, actor, now }
    must(await createCase(tx, { ...write, program: 'lakes' }))
    must(await saveFacts(tx, { ...write, expectedVersion: 1 }, { value: { caseId }, salt }))
    const reservation = { id: `reserve-${caseId}`, key: cap.key, unit: cap.unit, amount: 1n }
    must(await reserveUnderCap(tx, reservation, now))
    const { leafIndex } = await append(tx, signer, canonicalJson({ caseId }), now)
    const mark = {
      outcome: 'granted',
      asOf: '2026-03-01',
      mode: 'text',
      rulesHash: '00',
      leafIndex,
      reservations: [reservation.id],
    }
    const document = { value: { outcome: 'granted' }, salt }
    must(await recordDetermination(tx, { ...write, expectedVersion: 2 }, mark, document))
  })
}

const [, , kind, place, round] = process.argv
if (place === undefined) throw new Error('usage: crash-writer pglite|postgres PLACE ROUND')
const store = await openStore(kind === 'postgres' ? { url: place } : { dataDir: place })
await store.transaction(async (tx) => must(await ensureCap(tx, cap, now)))
await Promise.all(
  Array.from({ length: writers }, async (_, writer) => {
    for (let number = 0; number < casesMax / writers; number += 1) {
      const caseId = `case-${round}-${writer}-${number}`
      await decideOne(store, caseId)
      writeSync(1, `${caseId}\n`)
    }
  }),
)
await store.close()
