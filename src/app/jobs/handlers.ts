import type { JobHandler } from '#kernel'
import type { Context } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { whatIfJobInput } from '../schemas/what-if.ts'
import { answersFor } from '../what-if/answers.ts'
import { comparerOf } from '../what-if/comparer.ts'
import { compareGenerated } from '../what-if/generated.ts'

/** The work of each kind of job. Inputs were checked when the job was started. */
export function jobHandlers(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'what-if': async (input, { progress }) => {
      const { program: id, population, ...stated } = whatIfJobInput.parse(input)
      const program = findProgram(context.programs, id)
      if (!program.ok) return program
      const comparer = comparerOf(context, program.value, stated, answersFor(context))
      if (!comparer.ok) return comparer
      return compareGenerated(program.value, comparer.value, population, progress)
    },
  }
}
