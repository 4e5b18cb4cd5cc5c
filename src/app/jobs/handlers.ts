import type { JobHandler } from '#kernel'
import type { Context } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { proofInput } from '../operations/prove.ts'
import type { ProofRun } from '../prove/prove.ts'
import { proveProgram } from '../prove/prove.ts'
import { solverThreads } from '../prove/solver-threads.ts'
import { whatIfJobInput } from '../schemas/what-if.ts'
import { whatIf } from '../what-if/what-if.ts'

/** The work of each kind of job. Inputs were checked when the job was started. */
export function jobHandlers(context: Context): Readonly<Record<string, JobHandler>> {
  // Proofs that take long do not make those wait who ask for one at once.
  const aside: Context = { ...context, solvers: solverThreads(1) }
  return {
    'what-if': async (input, { progress }) => {
      const { program: id, ...stated } = whatIfJobInput.parse(input)
      const program = findProgram(context.programs, id)
      return program.ok ? whatIf(context, program.value, stated, progress) : program
    },
    prove: async (input, { progress, signal }) => {
      const { program: id, ...stated } = proofInput.parse(input)
      const program = findProgram(context.programs, id)
      if (!program.ok) return program
      let told = Promise.resolve()
      const onAnswer: ProofRun['onAnswer'] = (_, { done, of }) => {
        // A job that is to stop says so here; the signal has ended the solvers already.
        told = told.then(() => progress(done, of)).catch(() => undefined)
      }
      const proof = await proveProgram(aside, program.value, stated, { signal, onAnswer })
      await told
      signal.throwIfAborted()
      return proof
    },
  }
}
