import { verifyReceipt } from '#rules'
import { z } from 'zod'
import { toBase64 } from '../../kernel/record/base64.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'

export const verifyOperation = operation({
  name: 'verify',
  title: 'Verify a receipt',
  summary:
    'Checks offline that a determination stands on a record: the form of the receipt, the key, the signature on the checkpoint, the entry and its place in the tree. Names the step that fails.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    receipt: z.unknown().meta({ description: 'A receipt, proviso-receipt/v1' }),
    verifierKey: z
      .string()
      .max(1000)
      .optional()
      .meta({ description: 'The key to trust; without it the key in the receipt is used' }),
  }),
  output: z
    .object({
      verified: z.boolean(),
      steps: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
      entry: z.unknown().optional(),
      leafIndex: z.int().optional(),
      checkpoint: z.object({ origin: z.string(), size: z.int(), root: z.string() }).optional(),
      verifierKey: z.string().optional(),
    })
    .meta({ id: 'Verification' }),
  example: { receipt: { format: 'proviso-receipt/v1' } },
  run: async (_, { receipt, verifierKey }) => {
    const result = verifyReceipt(receipt, { verifierKey })
    const steps = result.steps.map((step) => ({ ...step }))
    if (!result.ok) return done({ verified: false, steps })
    const { origin, size, root } = result.checkpoint
    return done({
      verified: true,
      steps,
      entry: result.entry,
      leafIndex: result.leafIndex,
      checkpoint: { origin, size, root: toBase64(root) },
      verifierKey: result.verifierKey,
    })
  },
})
