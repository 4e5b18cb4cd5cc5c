import { z } from 'zod'
import { programId, reading } from './inputs.ts'

const strictReading = z.strictObject(reading)

/** What every comparison over a generated population is asked with; `rowsMax` bounds its size. */
export const whatIfInput = (rowsMax: number, rowsDefault: number) =>
  z.strictObject({
    program: programId,
    baseline: strictReading
      .default({ mode: 'text' })
      .meta({ description: 'The law to start from' }),
    reform: strictReading.meta({ description: 'The law to compare with it' }),
    population: z
      .strictObject({
        rows: z.int().min(1).max(rowsMax).default(rowsDefault),
        seed: z.int().min(0).max(4_294_967_295).default(1),
      })
      .default({ rows: rowsDefault, seed: 1 })
      .meta({
        description: 'Size and seed of the generated population: the same give the same cases',
      }),
    examples: z
      .int()
      .min(0)
      .max(20)
      .default(3)
      .meta({ description: 'Cases given per cell of the matrix, the first ones' }),
  })

/** Rows that one request compares at once; more is a job. */
export const rowsAtOnceMax = 20_000
/** Rows that a job compares. */
const rowsOfJobMax = 10_000_000

/** What a what-if job is asked. */
export const whatIfJobInput = whatIfInput(rowsOfJobMax, 1_000_000)
