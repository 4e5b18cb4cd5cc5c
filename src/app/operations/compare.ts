import { compare } from '#rules'
import { z } from 'zod'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'
import { determination, sent } from '../schemas/determination.ts'
import { asOf, facts, mode, parameters, programId } from '../schemas/inputs.ts'
import { optionsFor, refusedFacts } from './decide.ts'

const comparison = z
  .object({
    determinations: z.array(determination),
    lines: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        labels: z.array(z.string()),
        same: z.boolean(),
      }),
    ),
    clauses: z.array(z.object({ added: z.array(z.string()), dropped: z.array(z.string()) })),
  })
  .meta({
    id: 'Comparison',
    description: 'Readings of the law side by side; the first is the base',
  })

export const compareOperation = operation({
  name: 'compare',
  title: 'Compare readings of the law',
  summary:
    'Decides one case under two to six readings (modes, days, assumed parameters) and lays them side by side: every conclusion, and the clauses each reading adds or drops against the first. Stores nothing.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId,
    facts,
    readings: z
      .array(z.strictObject({ mode, asOf: asOf.optional(), parameters: parameters.optional() }))
      .min(2)
      .max(6),
  }),
  output: comparison,
  example: {
    program: 'chip-exports',
    facts: { chip: 'H100 SXM', quantity: 1700, destination: 'MY' },
    readings: [{ mode: 'text' }, { mode: 'enforced' }],
  },
  run: async (context, { program: id, facts: stated, readings }) => {
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const options = readings.map((reading) => optionsFor(context, reading))
    const result = compare(program.value.rules, stated, options)
    return result.ok ? done(sent(result.comparison)) : refusedFacts(result.problems)
  },
})
