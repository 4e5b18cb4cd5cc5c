import type { Refusal } from '../errors.ts'
import { invariant, refuse } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import { toBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { readNodes } from './nodes.ts'
import { parseNote } from './note.ts'
import type { Receipt } from './receipt.ts'
import { consistencyNodes, foldNodes, inclusionNodes } from './subtrees.ts'

/** A checkpoint that the log has signed. `note` is the C2SP signed note; `root` is base64. */
export interface SignedCheckpoint {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly note: string
  readonly verifierKey: string
  readonly signedAt: string
}

/** An entry as recorded; `entry` is the exact text that was hashed. */
export interface RecordedEntry {
  readonly leafIndex: number
  readonly entry: string
  readonly recordedAt: string
}

/** Which entries: from a place on (included), upwards or, when newest come first, downwards. */
export interface EntryCursor {
  readonly from?: number | undefined
  readonly newestFirst?: boolean | undefined
  readonly limit: number
}

/** Some entries in order, and the place to go on from; without it there are no more. */
export interface EntryPage {
  readonly entries: readonly RecordedEntry[]
  readonly next?: number
}

/** The checkpoint of the whole log; undefined while nothing is recorded. */
export async function latestCheckpoint(database: Queryable): Promise<SignedCheckpoint | undefined> {
  const [row] = await database.query<CheckpointRow>(
    sql`select * from record_checkpoint order by size desc limit 1`,
  )
  return row && checkpointOf(row)
}

/** The checkpoint signed when the log had this many entries; `record.not-found` when there is none. */
export async function checkpointAt(
  database: Queryable,
  size: number,
): Promise<{ readonly ok: true; readonly checkpoint: SignedCheckpoint } | Refusal> {
  const found = Number.isSafeInteger(size)
    ? await database.query<CheckpointRow>(sql`select * from record_checkpoint where size = ${size}`)
    : []
  const [row] = found
  if (row) return { ok: true, checkpoint: checkpointOf(row) }
  return refuse('record.not-found', `The record has no checkpoint of ${size} entries`, {
    field: 'size',
    example: 1,
  })
}

/** Entries in order of their places. */
export async function entries(
  database: Queryable,
  { from, newestFirst = false, limit }: EntryCursor,
): Promise<EntryPage> {
  const rows = await database.query<EntryRow>(
    newestFirst
      ? sql`select * from record_entry where leaf_index <= ${from ?? Number.MAX_SAFE_INTEGER}
            order by leaf_index desc limit ${limit + 1}`
      : sql`select * from record_entry where leaf_index >= ${from ?? 0}
            order by leaf_index limit ${limit + 1}`,
  )
  const following = rows[limit]
  return {
    entries: rows.slice(0, limit).map(entryOf),
    ...(following && { next: Number(following.leaf_index) }),
  }
}

/** The receipt of an entry against the latest checkpoint, in a number of reads that stays the same. */
export async function receiptFor(
  database: Queryable,
  leafIndex: number,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | Refusal> {
  const checkpoint = await latestCheckpoint(database)
  const page = Number.isSafeInteger(leafIndex)
    ? await entries(database, { from: leafIndex, limit: 1 })
    : { entries: [] }
  const [recorded] = page.entries
  if (!checkpoint || recorded?.leafIndex !== leafIndex || leafIndex >= checkpoint.size) {
    const size = checkpoint?.size ?? 0
    return refuse('record.not-found', `The record has no entry ${leafIndex}; it has ${size}`, {
      field: 'leafIndex',
      example: 0,
    })
  }
  const path = inclusionNodes(leafIndex, checkpoint.size)
  const leaf = { level: 0, index: leafIndex }
  const hashOf = await readNodes(database, [leaf, ...path.flat()])
  const receipt: Receipt = {
    format: 'proviso-receipt/v1',
    entry: recorded.entry,
    leafIndex,
    leafHash: toBase64(hashOf(leaf)),
    inclusionProof: path.map((nodes) => toBase64(foldNodes(nodes.map(hashOf)))),
    checkpoint: checkpoint.note,
    verifierKey: checkpoint.verifierKey,
    origin: checkpoint.origin,
  }
  return { ok: true, receipt }
}

/** Two checkpoints and the base64 hashes that show the later one to continue the earlier one. */
export interface ConsistencyProof {
  readonly from: SignedCheckpoint
  readonly to: SignedCheckpoint
  readonly proof: readonly string[]
}

/** The proof that the log of `to` entries begins with the log of `from` entries (RFC 6962 2.1.2). */
export async function consistencyProof(
  database: Queryable,
  from: number,
  to: number,
): Promise<({ readonly ok: true } & ConsistencyProof) | Refusal> {
  const earlier = await checkpointAt(database, from)
  if (!earlier.ok) return earlier
  const later = await checkpointAt(database, to)
  if (!later.ok) return later
  if (from > to) {
    return refuse('input.out-of-bounds', `The earlier size ${from} is larger than ${to}`, {
      field: 'from',
      example: to,
    })
  }
  const path = consistencyNodes(from, to)
  const hashOf = await readNodes(database, path.flat())
  const proof = path.map((nodes) => toBase64(foldNodes(nodes.map(hashOf))))
  return { ok: true, from: earlier.checkpoint, to: later.checkpoint, proof }
}

interface CheckpointRow {
  readonly size: bigint
  readonly note: string
  readonly verifier_key: string
  readonly signed_at: string
}

interface EntryRow {
  readonly leaf_index: bigint
  readonly entry: string
  readonly recorded_at: string
}

function checkpointOf(row: CheckpointRow): SignedCheckpoint {
  const note = parseNote(row.note)
  const checkpoint = note && parseCheckpoint(note.text)
  invariant(checkpoint, `The stored checkpoint of ${row.size} entries is not one`)
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: toBase64(checkpoint.root),
    note: row.note,
    verifierKey: row.verifier_key,
    signedAt: row.signed_at,
  }
}

const entryOf = (row: EntryRow): RecordedEntry => ({
  leafIndex: Number(row.leaf_index),
  entry: row.entry,
  recordedAt: row.recorded_at,
})
