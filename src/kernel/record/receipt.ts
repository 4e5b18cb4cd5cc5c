import { z } from 'zod'

/** The most that a receipt may hold; a larger one is refused before any of it is hashed. */
export const entryCharacters = 1_000_000
const checkpointCharacters = 100_000
/** A tree of 2^53 leaves, more than a number can count, has no longer proof. */
const proofHashes = 63

/**
 * The file that lets anyone check, offline, that an entry is on the record. `entry` is the exact
 * text whose UTF-8 bytes are the leaf; hashes are base64; `checkpoint` is a C2SP signed note.
 */
export const receiptSchema = z
  .strictObject({
    format: z.literal('proviso-receipt/v1'),
    entry: z.string().max(entryCharacters),
    leafIndex: z.int().nonnegative(),
    leafHash: z.string().max(64),
    inclusionProof: z.array(z.string().max(64)).max(proofHashes),
    checkpoint: z.string().max(checkpointCharacters),
    verifierKey: z.string().max(1000),
    origin: z.string().max(1000),
  })
  .readonly()

export type Receipt = z.infer<typeof receiptSchema>
