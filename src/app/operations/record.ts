import { consistencyProof, entries, latestCheckpoint, receiptFor, verifierKeyOf } from '#kernel'
import { z } from 'zod'
import { deploymentOf } from '../context.ts'
import { operation } from '../operation.ts'
import { done, refused } from '../outcome.ts'
import { receipt } from '../schemas/receipt.ts'

const entriesMax = 100

export const recordOperation = operation({
  name: 'record',
  title: 'The state of the record',
  summary:
    'Gives the size and root of the append-only record, the key that its checkpoints verify with, and the latest signed checkpoint; size 0 and null while nothing is recorded.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({}),
  output: z
    .object({
      size: z.int(),
      root: z.string().nullable(),
      verifierKey: z.string(),
      origin: z.string(),
      checkpoint: z.string().nullable(),
      signedAt: z.string().nullable(),
    })
    .meta({ id: 'RecordState' }),
  example: {},
  run: async (context) => {
    const { store, signer } = deploymentOf(context)
    const latest = await latestCheckpoint(store)
    if (latest) {
      const { size, root, verifierKey, origin, note, signedAt } = latest
      return done({ size, root, verifierKey, origin, checkpoint: note, signedAt })
    }
    const verifierKey = verifierKeyOf(signer)
    const none = { root: null, checkpoint: null, signedAt: null }
    return done({ size: 0, ...none, verifierKey, origin: signer.name })
  },
})

export const checkpointOperation = operation({
  name: 'checkpoint',
  title: 'The latest checkpoint',
  summary: 'Gives the latest signed checkpoint as a signed note (C2SP tlog-checkpoint).',
  access: 'public',
  effect: 'none',
  input: z.strictObject({}),
  output: z.object({ checkpoint: z.string() }),
  example: {},
  run: async (context) => {
    const latest = await latestCheckpoint(deploymentOf(context).store)
    if (latest) return done({ checkpoint: latest.note })
    return refused('record.not-found', 'nothing is recorded yet, so there is no checkpoint')
  },
})

export const entriesOperation = operation({
  name: 'record-entries',
  title: 'List entries of the record',
  summary: `Lists recorded entries, ${entriesMax} at most, oldest first unless asked otherwise; go on from nextCursor.`,
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    cursor: z.int().min(0).optional().meta({ description: 'The index to begin with' }),
    order: z.enum(['oldest', 'newest']).default('oldest'),
    limit: z.int().min(1).max(entriesMax).default(50),
  }),
  output: z
    .object({
      entries: z.array(z.object({ index: z.int(), recordedAt: z.string(), entry: z.unknown() })),
      nextCursor: z.int().optional(),
    })
    .meta({ id: 'RecordEntries' }),
  example: { cursor: 0, order: 'oldest', limit: 50 },
  run: async (context, { cursor, order, limit }) => {
    const { store } = deploymentOf(context)
    const page = await entries(store, { from: cursor, newestFirst: order === 'newest', limit })
    const listed = page.entries.map(({ leafIndex, recordedAt, entry }) => ({
      index: leafIndex,
      recordedAt,
      entry: JSON.parse(entry) as unknown,
    }))
    return done({
      entries: listed,
      ...(page.next === undefined ? {} : { nextCursor: page.next }),
    })
  },
})

export const receiptOperation = operation({
  name: 'record-receipt',
  title: 'The receipt of an entry',
  summary:
    'Gives the file that proves offline that an entry is on the record: the entry, its inclusion proof and the signed checkpoint.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({ index: z.int().min(0) }),
  output: receipt,
  example: { index: 0 },
  run: async (context, { index }) => {
    const found = await receiptFor(deploymentOf(context).store, index)
    return found.ok
      ? done({ ...found.receipt, inclusionProof: [...found.receipt.inclusionProof] })
      : found
  },
})

export const consistencyOperation = operation({
  name: 'record-consistency',
  title: 'Prove that the record only grew',
  summary:
    'Gives the RFC 6962 proof that the record of `to` entries begins with the record of `from` entries, with both signed checkpoints.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
  output: z
    .object({
      proof: z.array(z.string()),
      fromCheckpoint: z.string(),
      toCheckpoint: z.string(),
    })
    .meta({ id: 'ConsistencyProof' }),
  example: { from: 1, to: 2 },
  run: async (context, { from, to }) => {
    const found = await consistencyProof(deploymentOf(context).store, from, to)
    if (!found.ok) return found
    const { proof } = found
    return done({
      proof: [...proof],
      fromCheckpoint: found.from.note,
      toCheckpoint: found.to.note,
    })
  },
})
