import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'
import { populationRun } from '../schemas/comparison.ts'
import { sent } from '../schemas/determination.ts'
import { rowsAtOnceMax, whatIfInput } from '../schemas/what-if.ts'
import { whatIf } from '../what-if/what-if.ts'

export const whatIfOperation = operation({
  name: 'what-if',
  title: 'Compare a reform with the law over a generated population',
  summary:
    'Decides a generated population of cases under two readings of the law (modes, days, assumed parameters): how many come out otherwise and how, which clauses and parameters make the difference, who is affected, and examples. Stores nothing; more rows than fit one request are a job.',
  access: 'public',
  effect: 'none',
  input: whatIfInput(rowsAtOnceMax, 2000),
  output: populationRun,
  example: {
    program: 'chip-exports',
    baseline: { mode: 'text' },
    reform: { mode: 'proposal:conditional-lpp', parameters: { restrictedLppLimit: 791_600 } },
    population: { rows: 2000, seed: 1 },
  },
  run: async (context, { program: id, ...stated }) => {
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const run = await whatIf(context, program.value, stated, async () => undefined)
    return run.ok ? done(sent(run.value)) : run
  },
})
