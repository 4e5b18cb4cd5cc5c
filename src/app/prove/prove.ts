import type { Answer, LoopholeAnswer, SolversAtHand } from '#kernel'
import { prove, solveLoophole, Solvers, Stopped } from '#kernel'
import type { AnalystQuestions, Program } from '#rules'
import { proofPlan } from '../../kernel/interpret/smt/plan.ts'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { refusedFacts } from '../operations/decide.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import type { Asked } from './questions.ts'
import { checkProof } from './check.ts'

/** A proof as inputs state it. */
export interface StatedProof {
  readonly mode: string
  readonly asOf?: string | undefined
  /** Kinds of questions, or names of questions that the program declares; all when left out. */
  readonly questions?: readonly string[] | undefined
  readonly definitions?: readonly string[] | undefined
  /** The reading that "equivalence" compares with. */
  readonly against?: { readonly mode: string; readonly asOf?: string | undefined } | undefined
  /** For one question; what is not answered by then is unproved. */
  readonly seconds: number
  /** Whether the second solver checks every answer, where it is installed. */
  readonly recheck: boolean
}

/** What a proof is run with besides its input. */
export interface ProofRun {
  readonly signal?: AbortSignal
  readonly onAnswer?: (answer: Answer, progress: { done: number; of: number }) => void
  /** Given each sheet of questions as SMT-LIB text. */
  readonly onText?: (name: string, text: string) => Promise<void>
}

/** Every answer, with what the answers are about and within what they hold. */
export interface ProofDocument {
  readonly format: 'proviso-proof/v1'
  readonly program: string
  readonly rulesHash: string
  readonly asOf: string
  readonly mode: string
  readonly answers: readonly Answer[]
  readonly loopholes: readonly LoopholeAnswer[]
  readonly limits: readonly string[]
  readonly solvers: readonly string[]
  readonly seconds: number
  /** False when it was canceled: the answers are those found until then. */
  readonly isFinished: boolean
}

/** Work for the solvers: those of the process, or some of its own. */
export async function withSolvers<Result>(
  { solvers }: Context,
  work: (solvers: SolversAtHand) => Promise<Result>,
): Promise<Outcome<Result>> {
  const own = solvers ? undefined : new Solvers()
  try {
    const used = await (solvers ?? own)?.use(work)
    if (used) return done(used.value)
    return refused('solver.busy', 'too many questions wait for the solvers; ask again in a minute')
  } finally {
    await own?.close()
  }
}

/** Milliseconds by the clock of the context. */
export const milliseconds =
  ({ clock }: Context): (() => number) =>
  () =>
    Date.parse(clock())

/** Asks the questions of a program; wrong input is refused before anything is asked. */
export async function proveProgram(
  context: Context,
  program: Program,
  stated: StatedProof,
  run: ProofRun = {},
): Promise<Outcome<ProofDocument>> {
  const asOf = stated.asOf ?? today(context)
  const checked = checkProof(program, { ...stated, asOf })
  if (!checked.ok) return checked
  const { view, against, asked } = checked.value
  const declared = declaredFor(program, asked)
  const plan = proofPlan(view, {
    questions: asked.questions,
    definitions: stated.definitions,
    against,
    declared,
    example: program.example,
  })
  const reading = { asOf, mode: view.mode }
  const clock = milliseconds(context)
  const began = clock()
  return withSolvers(context, async ({ z3, highs, second }): Promise<Outcome<ProofDocument>> => {
    const options = {
      milliseconds: stated.seconds * 1000,
      clock,
      second: stated.recheck ? second : undefined,
      ...run,
    }
    const report = await prove(plan, { ...options, solvers: z3 })
    const tools = { ...options, z3: z3[0], highs, baseline: plan.baseline }
    const loopholes: LoopholeAnswer[] = []
    for (const question of loopholesFor(declared, asked, stated.definitions)) {
      const solved = await unlessStopped(() => solveLoophole(view, question, reading, tools))
      if (!solved) break
      if (!solved.ok) return refusedFacts(solved.problems)
      loopholes.push(solved.answer)
    }
    return done({
      format: 'proviso-proof/v1',
      program: program.id,
      rulesHash: program.rules.hash,
      ...reading,
      answers: report.answers,
      loopholes,
      limits: report.limits,
      solvers: [z3[0].version, highs.version, second?.version ?? ''].filter((each) => each !== ''),
      seconds: Math.round(clock() - began) / 1000,
      isFinished: run.signal?.aborted !== true,
    })
  }).then((outcome) => (outcome.ok ? outcome.value : outcome))
}

/** What some work gives; undefined when it was canceled. */
async function unlessStopped<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Stopped && error.reason === 'canceled') return undefined
    throw error
  }
}

function declaredFor({ questions = {} }: Program, { declared }: Asked): AnalystQuestions {
  if (!declared) return questions
  const kept = Object.entries(questions as Record<string, readonly { readonly name: string }[]>)
  return Object.fromEntries(
    kept.map(([kind, list]) => [kind, list.filter(({ name }) => declared.has(name))]),
  )
}

function loopholesFor(
  { loopholes = [] }: AnalystQuestions,
  { questions }: Asked,
  definitions: readonly string[] | undefined,
) {
  if (!questions.includes('loophole')) return []
  return loopholes.filter(({ definition }) => definitions?.includes(definition) ?? true)
}
