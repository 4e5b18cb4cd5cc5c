import { InvariantError } from '../errors.ts'
import type { Assignment, Goal } from '../interpret/smt/goal.ts'
import { termsOf, variablesOf } from '../interpret/smt/goal.ts'
import type { Values } from '../interpret/smt/model.ts'
import type { Replay } from '../interpret/smt/replay.ts'
import { replay } from '../interpret/smt/replay.ts'
import { simplified } from '../interpret/smt/simplify.ts'
import { statedAs } from '../interpret/smt/space.ts'
import type { Term } from '../interpret/smt/terms.ts'
import { and, equal, not, truth, whole } from '../interpret/smt/terms.ts'
import type { Variable } from '../interpret/smt/variables.ts'
import type { Baseline } from '../interpret/smt/witness.ts'
import { assignmentOf } from '../interpret/smt/witness.ts'
import { verdictOf } from '../interpret/verdict.ts'
import { verdictInWords } from '../interpret/words.ts'
import type { Witness, WitnessCase } from './answers.ts'
import type { Checked, Limits, Session } from './session.ts'
import type { UnprovedReason } from './thread.ts'

/** What examining a goal gives: how the solver answered, and the examples it found. */
export interface Examined {
  readonly status: 'sat' | 'unsat' | 'unknown'
  readonly reason?: UnprovedReason
  readonly detail?: string
  readonly witnesses: readonly Witness[]
  /** All different examples were found. */
  readonly isComplete: boolean
}

/** Making an example plainer is a courtesy: no single step of it may take long. */
const courtesyMilliseconds = 1000

/**
 * Asks a solver for cases that a goal looks for, makes them as plain as they can be, and decides
 * each anew. Throws InvariantError where a case found does not show what the solver said it shows.
 */
export function examine(
  session: Session,
  goal: Goal,
  baseline: Baseline,
  limits: Limits,
): Promise<Examined> {
  const variables = variablesOf(goal)
  const terms = [...new Set([...termsOf(variables), ...(goal.distinct ?? [])])]
  return session.within(goal.claim, async (): Promise<Examined> => {
    const witnesses: Witness[] = []
    for (;;) {
      const checked = await session.check(limits)
      if (checked.status !== 'sat') return ended(checked, witnesses)
      const values = await session.values(terms)
      const found = assignmentOf(variables, values, baseline)
      const nearer =
        goal.caseMeans === 'fails'
          ? await near(session, { goal, variables, baseline, values, terms }, found, limits)
          : found
      witnesses.push(witnessOf(goal, nearer, baseline))
      if (witnesses.length >= (goal.casesMax ?? 1)) {
        return { status: 'sat', witnesses, isComplete: false }
      }
      await session.assert(apart(goal.distinct ?? [], values))
    }
  })
}

function ended(checked: Checked, witnesses: readonly Witness[]): Examined {
  if (witnesses.length > 0) {
    return { status: 'sat', witnesses, isComplete: checked.status === 'unsat' }
  }
  if (checked.status !== 'unknown') {
    return { status: checked.status, witnesses, isComplete: true }
  }
  const { reason, detail } = checked
  return { status: 'unknown', reason, detail, witnesses, isComplete: false }
}

/** The next example must differ in one of the terms. */
const apart = (terms: readonly Term[], values: Values): Term =>
  not(and(...terms.map((term) => equal(term, printed(values.get(term))))))

const printed = (value: boolean | number | undefined): Term =>
  typeof value === 'number' ? whole(value) : truth(value === true)

interface Found {
  readonly goal: Goal
  readonly variables: readonly Variable[]
  readonly baseline: Baseline
  readonly values: Values
  readonly terms: readonly Term[]
}

/**
 * An example that agrees with the usual case in as many inputs as it can. Many inputs are tried at
 * once, and by halves where that fails: most of them say nothing about the question.
 */
async function near(
  session: Session,
  found: Found,
  start: Assignment,
  { milliseconds, signal }: Limits,
): Promise<Assignment> {
  const { goal, variables, baseline, values, terms } = found
  const limits = { milliseconds: Math.min(milliseconds, courtesyMilliseconds), signal }
  let current = start
  const isUsual = (variable: Variable): boolean => current.get(variable) === baseline.of(variable)
  const settle = async (groups: readonly (readonly Variable[])[]): Promise<void> => {
    const [group, ...rest] = groups
    if (!group) return
    const same = and(...group.map((each) => statedAs(each, [baseline.of(each) ?? 0])))
    if (group.every(isUsual)) {
      await session.assert(same)
      return settle(rest)
    }
    const isDone = await session.within(same, async () => {
      if ((await session.check(limits)).status !== 'sat') return false
      current = assignmentOf(variables, await session.values(terms), baseline)
      await settle(rest)
      return true
    })
    if (isDone) return
    const half = Math.ceil(group.length / 2)
    await settle(group.length > 1 ? [group.slice(0, half), group.slice(half), ...rest] : rest)
  }
  // The kind of example that was found stays: only then are different kinds told apart.
  const kind = (goal.distinct ?? []).map((term) => equal(term, printed(values.get(term))))
  const known = variables.filter((variable) => baseline.of(variable) !== undefined)
  await session.within(and(...kind), () => settle([known]))
  return current
}

function witnessOf(goal: Goal, found: Assignment, baseline: Baseline): Witness {
  const { cases, differs } = simplified(goal, found, baseline)
  const replays = goal.roles.map((role, index) => {
    const one = cases[index]
    if (!one) throw new InvariantError(`the question has no case "${role.label}"`)
    return { one, role, replayed: replay(role, one, goal.reads) }
  })
  if (!goal.reproduces(replays.map(({ replayed }) => replayed))) {
    throw new InvariantError(
      `the case found for "${goal.statement}" does not show it: ${JSON.stringify(cases)}`,
    )
  }
  return {
    cases: replays.map(({ one, role: { view }, replayed }): WitnessCase => ({
      ...one,
      asOf: view.asOf,
      mode: view.mode,
      results: goal.reads.map((slot) => resultOf(replayed, slot)),
    })),
    differs,
  }
}

function resultOf({ evaluation }: Replay, slot: number): WitnessCase['results'][number] {
  const { rules } = evaluation.view
  const declared = rules.definitions[slot]?.declaration
  if (!declared) throw new RangeError(`there is no definition slot ${slot}`)
  const verdict = verdictOf(evaluation, slot)
  return {
    definition: declared.name,
    title: declared.title,
    verdict,
    label: verdictInWords(rules, declared.type, verdict),
  }
}
