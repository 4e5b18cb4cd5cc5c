import { z } from 'zod'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'

export const healthOperation = operation({
  name: 'health',
  title: 'Say whether the server works',
  summary: 'Answers when the server can serve, with its version.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({}),
  output: z.object({ ok: z.literal(true), version: z.string() }),
  example: {},
  run: async ({ version }) => done({ ok: true as const, version }),
})
