import { canAnythingChange } from '#kernel'
import { questionTexts } from '#rules'
import { z } from 'zod'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'
import { findLoophole } from '../prove/loophole.ts'
import { proveProgram, withSolvers } from '../prove/prove.ts'
import { declaredQuestions } from '../prove/questions.ts'
import { sent } from '../schemas/determination.ts'
import { asOf, facts, mode, parameters, programId, reading } from '../schemas/inputs.ts'
import { loophole, possibilities, proof } from '../schemas/proof.ts'
import { optionsFor, refusedFacts } from './decide.ts'

/** A request is answered within this time, finished or not: what is left is for a job. */
const requestSeconds = 50

const names = (description: string) =>
  z.array(z.string().min(1).max(100)).min(1).max(100).optional().meta({ description })
const seconds = z
  .number()
  .min(0.1)
  .max(60)
  .default(10)
  .meta({ description: 'For one question; what is not answered by then is unproved' })
const recheck = z.boolean().default(false).meta({
  description: 'Check every answer with the second solver too, where it is installed',
})

/** What a proof is asked with; also that of a job. */
export const proofInput = z.strictObject({
  program: programId,
  mode: mode.default('text'),
  asOf: asOf.optional(),
  questions: names('Kinds of questions, or names of declared ones; all when left out'),
  definitions: names('Definitions to ask about; all with clauses in force when left out'),
  against: z
    .strictObject({ mode, asOf: asOf.optional() })
    .optional()
    .meta({ description: 'The reading that "equivalence" compares with' }),
  seconds,
  recheck,
})

export const questionsOperation = operation({
  name: 'questions',
  title: 'List the questions that can be proved',
  summary:
    'Lists the questions that solvers answer about every case of a program at once, in plain words, and those that the program declares.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({ program: programId }),
  output: z
    .object({
      questions: z.array(
        z.object({ name: z.string(), title: z.string(), asks: z.string(), about: z.string() }),
      ),
      declared: z.array(z.object({ name: z.string(), kind: z.string(), statement: z.string() })),
    })
    .meta({ id: 'Questions' }),
  example: { program: 'chip-exports' },
  run: async ({ programs }, { program: id }) => {
    const program = findProgram(programs, id)
    if (!program.ok) return program
    return done(sent({ questions: questionTexts, declared: declaredQuestions(program.value) }))
  },
})

export const proveOperation = operation({
  name: 'prove',
  title: 'Prove statements about every case',
  summary: `Asks solvers about every case at once: gaps, conflicts, dead clauses, results that nothing comes to, what more of a quantity does, limits, splitting, relabelling, two readings of the law, ways around a limit. Each answer is a proof, or a case that shows it, decided anew. What is not finished within ${requestSeconds} seconds is left out, and the answer says so. Stores nothing.`,
  access: 'public',
  effect: 'none',
  input: proofInput,
  output: proof,
  example: { program: 'chip-exports', questions: ['gap', 'conflict'], definitions: ['eccn'] },
  run: async (context, { program: id, ...stated }) => {
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const signal = AbortSignal.timeout(requestSeconds * 1000)
    const found = await proveProgram(context, program.value, stated, { signal })
    return found.ok ? done(sent(found.value)) : found
  },
})

export const loopholeOperation = operation({
  name: 'loophole',
  title: 'Find the cheapest way around a limit',
  summary:
    'Answers a loophole question that a program declares: how few parties bring a quantity together that the rules are to keep from any one of them, with the proof that fewer cannot, the orders, and the answer as a series over the number that nobody has set. Stores nothing.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId,
    name: z.string().min(1).max(100).meta({ description: 'Name of the question' }),
    ...reading,
    parameters: parameters.optional(),
    seconds,
    recheck,
    series: z.boolean().default(true).meta({ description: 'Give the series as well' }),
  }),
  output: loophole,
  example: { program: 'chip-exports', name: 'h100s-under-lpp', mode: 'text' },
  run: async (context, { program: id, ...stated }) => {
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const signal = AbortSignal.timeout(requestSeconds * 1000)
    const found = await findLoophole(context, program.value, stated, signal)
    return found.ok ? done(sent(found.value)) : found
  },
})

export const possibleOperation = operation({
  name: 'possible',
  title: 'See what can still come out of a case',
  summary:
    'Says which results the open facts of a case can still lead to, each with answers that do, or proves that no answer can change the outcome any more, also where three-valued logic leaves it open. Stores nothing.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId,
    facts,
    ...reading,
    results: z.int().min(1).max(50).default(2).meta({
      description: 'Look for at most so many results; 2 tell whether anything can change',
    }),
  }),
  output: possibilities,
  example: {
    program: 'chip-exports',
    facts: { chip: 'H100 SXM', quantity: 1700, destination: 'MY' },
    mode: 'text',
  },
  run: async (context, { program: id, results: resultsMax, ...stated }) => {
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const { rules, example } = program.value
    const options = { ...optionsFor(context, stated), resultsMax, example }
    const limits = { milliseconds: 10_000, signal: AbortSignal.timeout(requestSeconds * 1000) }
    const found = await withSolvers(context, ({ z3: [z3] }) =>
      canAnythingChange(rules, stated.facts, { ...options, z3, limits }),
    )
    if (!found.ok) return found
    return found.value.ok ? done(sent(found.value.possible)) : refusedFacts(found.value.problems)
  },
})
