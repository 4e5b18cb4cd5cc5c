import type { Job } from '#kernel'
import { z } from 'zod'

/** A job as whoever started it sees it. */
export const jobView = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    attempt: z.number(),
    attemptsMax: z.number(),
    input: z.unknown(),
    progress: z.object({ done: z.number(), total: z.number() }).optional(),
    result: z.unknown().optional(),
    problem: z
      .object({ code: z.string(), message: z.string(), field: z.string().optional() })
      .optional(),
    createdAt: z.string(),
    startedAt: z.string().optional(),
    endedAt: z.string().optional(),
    keptUntil: z.string(),
  })
  .meta({ id: 'Job', description: 'Long work with its progress and, once it is done, its result' })

/** A job of the kernel is what is sent. */
export const jobViewOf = (job: Job): z.input<typeof jobView> => ({ ...job })
