import { z } from 'zod'

/** A receipt as it is given out; `verify` and the pages check it offline. */
export const receipt = z
  .object({
    format: z.literal('proviso-receipt/v1'),
    entry: z.string(),
    leafIndex: z.int(),
    leafHash: z.string(),
    inclusionProof: z.array(z.string()),
    checkpoint: z.string(),
    verifierKey: z.string(),
    origin: z.string(),
  })
  .meta({ id: 'Receipt', description: 'Proves offline that an entry is on the record' })
