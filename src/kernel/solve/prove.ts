import type { View } from '../interpret/view.ts'
import { findingInWords } from '../interpret/smt/findings.ts'
import type { Goal, Sheet } from '../interpret/smt/goal.ts'
import type { ProofPlan } from '../interpret/smt/plan.ts'
import { sheetText } from '../interpret/smt/text.ts'
import type { Baseline } from '../interpret/smt/witness.ts'
import type { Answer, ProofReport, Recheck } from './answers.ts'
import type { SecondSolver } from './cvc5.ts'
import type { Examined } from './examine.ts'
import { examine } from './examine.ts'
import { Session } from './session.ts'
import { Stopped } from './thread.ts'
import { Z3 } from './z3.ts'

export interface ProveOptions {
  /** For one question; what is not answered by then is unproved. */
  readonly milliseconds: number
  /** Milliseconds of any clock that only goes forward. */
  readonly clock: () => number
  readonly signal?: AbortSignal
  /** Told after each answer; `done` and `of` count sheets. */
  readonly onAnswer?: (answer: Answer, progress: { done: number; of: number }) => void
  /** Checks every answer anew from the same text. */
  readonly second?: SecondSolver | undefined
  /** Given each sheet as SMT-LIB text, with the answers in it. */
  readonly onText?: (name: string, text: string) => Promise<void>
  /** Solvers that work side by side; one when left out. */
  readonly solvers?: readonly Z3[]
}

/**
 * Answers every question of a plan. Questions do not depend on each other: one that is not answered
 * in time, or that the solver gives up, is unproved, with the reason, and the rest go on.
 */
export async function prove(plan: ProofPlan, options: ProveOptions): Promise<ProofReport> {
  const { clock, signal } = options
  const started = clock()
  const solvers = options.solvers ?? [new Z3()]
  const answers = new Map<number, readonly Answer[]>()
  let next = 0
  const work = async (z3: Z3): Promise<void> => {
    while (next < plan.sheets.length && signal?.aborted !== true) {
      const index = next++
      const sheet = plan.sheets[index]?.()
      if (!sheet) continue
      const told = (answer: Answer): void =>
        options.onAnswer?.(answer, { done: answers.size, of: plan.sheets.length })
      answers.set(index, await answerSheet(z3, sheet, plan, options, told))
    }
  }
  try {
    await Promise.all(solvers.map(work))
  } finally {
    if (!options.solvers) await solvers[0]?.close()
  }
  const inOrder = [...answers].sort(([a], [b]) => a - b).flatMap(([, each]) => each)
  return {
    answers: inOrder,
    limits: plan.limits,
    solver: solvers[0]?.version ?? '',
    seconds: secondsBetween(started, clock()),
    isCanceled: signal?.aborted === true,
  }
}

/** Answers the questions of one sheet, in order; the second solver checks all of them at once. */
export async function answerSheet(
  z3: Z3,
  sheet: Sheet,
  plan: Pick<ProofPlan, 'view' | 'baseline'>,
  options: Omit<ProveOptions, 'solvers' | 'onAnswer'>,
  told: (answer: Answer) => void = () => undefined,
): Promise<readonly Answer[]> {
  const session = new Session(z3, sheet.script)
  const examined: { readonly goal: Goal; readonly seconds: number; readonly found: Examined }[] = []
  for (const goal of sheet.goals) {
    if (options.signal?.aborted === true) break
    const began = options.clock()
    const found = await examineOrStop(session, goal, plan.baseline, options)
    examined.push({ goal, found, seconds: secondsBetween(began, options.clock()) })
  }
  const heading = headingOf(plan.view)
  const statuses = examined.map(({ found }) => found.status)
  const text = sheetText(sheet, heading, statuses)
  await options.onText?.(sheet.name, text)
  const second = await recheck(sheetText(sheet, heading), options)
  return examined.map(({ goal, found, seconds }, index) => {
    const again = compared(found.status, second.answers?.[index], second.version)
    const answer = answerOf(goal, found, again, z3.version, seconds)
    told(answer)
    return answer
  })
}

async function examineOrStop(
  session: Session,
  goal: Goal,
  baseline: Baseline,
  { milliseconds, signal }: Pick<ProveOptions, 'milliseconds' | 'signal'>,
): Promise<Examined> {
  try {
    return await examine(session, goal, baseline, { milliseconds, signal })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const { reason, message: detail } = error
    return { status: 'unknown', reason, detail, witnesses: [], isComplete: false }
  }
}

function headingOf({ rules, mode, asOf }: View) {
  const { text, hash } = rules
  return { program: text.program, reading: `${mode} as of ${asOf}`, rulesHash: hash }
}

interface Second {
  readonly version: string | undefined
  readonly answers: readonly ('sat' | 'unsat' | 'unknown')[] | undefined
}

async function recheck(
  text: string,
  options: Pick<ProveOptions, 'milliseconds' | 'signal' | 'second'>,
): Promise<Second> {
  const { second, signal } = options
  if (!second || signal?.aborted === true) return { version: second?.version, answers: undefined }
  const checks = text.split('(check-sat)').length - 1
  const milliseconds = Math.min(options.milliseconds * checks, 120_000)
  return { version: second.version, answers: await second.check(text, { milliseconds, signal }) }
}

function compared(
  status: Examined['status'],
  other: 'sat' | 'unsat' | 'unknown' | undefined,
  solver: string | undefined,
): Recheck & { readonly other?: 'sat' | 'unsat' } {
  if (solver === undefined) return { kind: 'notInstalled' }
  if (other === undefined) return { kind: 'notAsked' }
  if (other === 'unknown') return { kind: 'noAnswer', solver }
  if (status === 'unknown') return { kind: 'agrees', solver, other }
  return { kind: status === other ? 'agrees' : 'differs', solver }
}

function answerOf(
  goal: Goal,
  found: Examined,
  { other, ...again }: Recheck & { readonly other?: 'sat' | 'unsat' },
  z3: string,
  seconds: number,
): Answer {
  const { question, subject, statement } = goal
  const { witnesses, isComplete } = found
  const common = {
    question,
    subject,
    statement,
    witnesses,
    ...(goal.distinct ? { isComplete } : {}),
    seconds,
    recheck: again,
  }
  // Where only the second solver has a proof that there is no such case, it counts.
  const isSecond = found.status === 'unknown' && other === 'unsat'
  const status = isSecond ? 'unsat' : found.status
  const solver = isSecond && again.kind === 'agrees' ? again.solver : z3
  if (status === 'unknown' || again.kind === 'differs') {
    const reason = found.reason ?? 'incomplete'
    const finding = again.kind === 'differs' ? disagreement : unprovedWords[reason]
    return { ...common, solver, verdict: 'unproved', reason, finding }
  }
  const verdict = (status === 'sat') === (goal.caseMeans === 'fails') ? 'fails' : 'holds'
  return { ...common, solver, verdict, finding: findingInWords(goal, verdict) }
}

const disagreement = 'Unproved: two solvers disagree about it, which is a fault of one of them.'

const unprovedWords: Readonly<Record<NonNullable<Answer['reason']>, string>> = {
  timeLimit: 'Unproved: no answer within the time limit.',
  memoryLimit: 'Unproved: the solver ran out of memory.',
  incomplete: 'Unproved: the solver gave up; the question is beyond what it can decide.',
  canceled: 'Unproved: canceled.',
  fault: 'Unproved: the solver failed.',
}

const secondsBetween = (from: number, to: number): number => Math.round(to - from) / 1000
