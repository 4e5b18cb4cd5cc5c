import type { Decision, DecideOptions, FactProblem, Mode, Program, ViewProblem } from '#rules'
import { decide, documentOf, interviewOf } from '#rules'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done, refusedInput } from '../outcome.ts'
import { determination, sent } from '../schemas/determination.ts'
import { facts, programId, reading } from '../schemas/inputs.ts'
import { interview } from '../schemas/rules.ts'

/** A reading of the law as inputs state it. */
export interface StatedReading {
  readonly asOf?: string | undefined
  readonly mode: string
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
}

/** The kernel's options for a stated reading; the day is today when none is stated. */
export function optionsFor(context: Context, stated: StatedReading): DecideOptions {
  const { evaluator } = context
  return {
    asOf: stated.asOf ?? today(context),
    // The kernel refuses a mode that the rules do not know, and lists those they do.
    mode: stated.mode as Mode,
    ...(stated.parameters === undefined ? {} : { parameters: stated.parameters }),
    ...(evaluator === undefined ? {} : { evaluator }),
  }
}

/** Problems of a case as a refusal. */
export const refusedFacts = (problems: readonly (FactProblem | ViewProblem)[]) =>
  refusedInput(problems)

/** Decides a case of a program; whatever is wrong with the input is refused at once. */
export function decideCase(
  context: Context,
  program: Program,
  stated: StatedReading & { readonly facts: Readonly<Record<string, unknown>> },
): Outcome<Decision> {
  const result = decide(program.rules, stated.facts, optionsFor(context, stated))
  return result.ok ? done(result.decision) : refusedFacts(result.problems)
}

const input = z.strictObject({ program: programId, facts, ...reading })
const example = {
  program: 'chip-exports',
  facts: { chip: 'H100 SXM', quantity: 1700, destination: 'MY' },
  asOf: '2026-11-23',
  mode: 'text',
}

export const decideOperation = operation({
  name: 'decide',
  title: 'Decide a case',
  summary:
    'Decides on the stated facts, under the rules of a program, as of a day. Gives the outcome, the clauses that decided it with citations and the values they read, what is still needed, and warnings. Stores nothing.',
  access: 'public',
  effect: 'none',
  input,
  output: determination,
  example,
  run: async (context, stated) => {
    const program = findProgram(context.programs, stated.program)
    if (!program.ok) return program
    const decision = decideCase(context, program.value, stated)
    return decision.ok ? done(sent(documentOf(decision.value))) : decision
  },
})

export const interviewOperation = operation({
  name: 'interview',
  title: 'Ask what a case still needs',
  summary:
    'Decides a case as far as its facts go, and gives the next question that can still change the outcome, with why it is asked. Stores nothing.',
  access: 'public',
  effect: 'none',
  input,
  output: z.object({ determination, interview }).meta({ id: 'InterviewStep' }),
  example,
  run: async (context, stated) => {
    const program = findProgram(context.programs, stated.program)
    if (!program.ok) return program
    const decision = decideCase(context, program.value, stated)
    if (!decision.ok) return decision
    const { value } = decision
    return done(sent({ determination: documentOf(value), interview: interviewOf(value) }))
  },
})
