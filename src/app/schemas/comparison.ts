import { z } from 'zod'
import type { PopulationRun } from '../../kernel/interpret/compare-population/statement.ts'
import type { sent } from './determination.ts'
import { citation, plain } from './determination.ts'

const reading = z
  .object({
    asOf: z.string(),
    mode: z.string(),
    assumedParameters: z.record(z.string(), plain),
  })
  .meta({
    id: 'ComparedReading',
    description: 'A day, a way to read the law, and what was assumed',
  })

const cell = {
  from: z.string(),
  to: z.string(),
  rows: z.number(),
  changedRows: z.number(),
  quantities: z.array(z.object({ total: z.string(), unknownRows: z.number() })),
}
const comparedCell = z.object(cell).meta({
  id: 'ComparedCell',
  description: 'Rows that come out as `from` under the baseline and as `to` under the reform',
})

const clauseDifference = z
  .object({
    clause: z.string(),
    title: z.string(),
    pack: z.string(),
    cite: z.array(citation),
    addedRows: z.number(),
    droppedRows: z.number(),
    alteredRows: z.number(),
  })
  .meta({
    id: 'ClauseDifference',
    description: 'In how many changed rows a clause decides under one reading only, or otherwise',
  })

const definitionDifference = z
  .object({
    definition: z.string(),
    title: z.string(),
    origin: z.enum(['itself', 'carried']),
    rows: z.number(),
    clauses: z.array(clauseDifference),
    text: z.object({
      added: z.array(z.string()),
      dropped: z.array(z.string()),
      parameters: z.array(
        z.object({
          parameter: z.string(),
          title: z.string(),
          unit: z.string().optional(),
          baseline: plain.optional(),
          reform: plain.optional(),
        }),
      ),
    }),
  })
  .meta({
    id: 'DefinitionDifference',
    description:
      'A definition that comes out otherwise in changed rows, itself or by what it reads',
  })

const comparison = z
  .object({
    format: z.literal('proviso-comparison/v1'),
    program: z.string(),
    rulesHash: z.string(),
    baseline: reading,
    reform: reading,
    outcome: z.object({ name: z.string(), title: z.string() }),
    categories: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(['value', 'undetermined', 'gap', 'conflict', 'refused']),
      }),
    ),
    rows: z.number(),
    changedRows: z.number(),
    otherGroundsRows: z.number(),
    measures: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string() })),
    cells: z.array(
      z.object({
        ...cell,
        examples: z.array(z.object({ row: z.number(), facts: z.record(z.string(), z.unknown()) })),
      }),
    ),
    dimensions: z.array(
      z.object({
        fact: z.string(),
        title: z.string(),
        members: z.array(
          z.object({
            value: z.string().nullable(),
            label: z.string(),
            rows: z.number(),
            changedRows: z.number(),
            cells: z.array(comparedCell),
          }),
        ),
      }),
    ),
    attribution: z.array(definitionDifference),
  })
  .meta({
    id: 'PopulationComparison',
    description:
      'Two readings of the law over many cases: transitions, examples, and what makes them',
  })

/** A comparison with the population it was made over, and the whole of it in one sentence. */
export const populationRun = z
  .object({
    population: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('generated'), rows: z.number(), seed: z.number() }),
      z.object({
        kind: z.literal('file'),
        rows: z.number(),
        name: z.string(),
        rejectedRows: z.number(),
      }),
    ]),
    statement: z.string(),
    comparison,
  })
  .meta({ id: 'PopulationRun', description: 'A comparison over a population, with its limits' })

type Assert<T extends true> = T
/** Fails to compile when the schema and the kernel's document part ways. */
export type SchemaFollowsKernel = Assert<
  ReturnType<typeof sent<PopulationRun>> extends z.infer<typeof populationRun> ? true : false
>
