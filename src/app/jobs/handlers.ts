import type { JobHandler } from '#kernel'
import type { Context } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { whatIfJobInput } from '../schemas/what-if.ts'
import { whatIf } from '../what-if/what-if.ts'

/** The work of each kind of job. Inputs were checked when the job was started. */
export function jobHandlers(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'what-if': async (input, { progress }) => {
      const { program: id, ...stated } = whatIfJobInput.parse(input)
      const program = findProgram(context.programs, id)
      return program.ok ? whatIf(context, program.value, stated, progress) : program
    },
  }
}
