import type { Assignment, FoundCase, Goal } from './goal.ts'
import { variablesOf } from './goal.ts'
import { shown } from './replay.ts'
import type { Variable } from './variables.ts'
import type { Background, Baseline } from './witness.ts'
import { backgroundOf, caseOf, noBackground } from './witness.ts'

/** Cases in their simplest form, with the inputs in which they differ from the usual case. */
export interface Simplified {
  readonly assignment: Assignment
  readonly cases: readonly FoundCase[]
  /** Facts, rows and parameters that had to differ from the example, by name. */
  readonly differs: readonly string[]
}

const roundsMax = 3

/**
 * Makes found cases as plain as they can be and still show the same, one input at a time: as the
 * example has it, else the smallest number and the fewest members; what does not matter is left
 * unknown at last. The same cases always give the same result.
 */
export function simplified(goal: Goal, found: Assignment, baseline: Baseline): Simplified {
  const variables = variablesOf(goal)
  const whole = backgroundOf(goal.roles[0] ?? none(), variables, baseline.facts)
  const derive = goal.derive ?? ((assignment: Assignment) => assignment)
  const isStill = sameKind(goal, casesOf(goal, found, whole))
  let current = found
  const attempt = (variable: Variable, value: number): boolean => {
    if (current.get(variable) === value) return false
    const changed = derive(new Map(current).set(variable, value))
    if (changed.get(variable) !== value || isOutside(changed)) return false
    if (!isStill(casesOf(goal, changed, whole))) return false
    current = changed
    return true
  }
  for (let round = 0; round < roundsMax; round++) {
    let changed = false
    for (const variable of variables) {
      const usual = baseline.of(variable)
      if (current.get(variable) === usual) continue
      if (usual !== undefined && attempt(variable, usual)) changed = true
      else if (reduced(variable, current, attempt)) changed = true
    }
    if (!changed) break
  }
  const background = lessBackground(goal, current, whole, isStill)
  const without = new Set<Variable>()
  for (const variable of [...variables].reverse()) {
    if (variable.input.of === 'row' || variable.input.of === 'parameter') continue
    const trial = new Set(without).add(variable)
    if (isStill(casesOf(goal, current, background, trial))) without.add(variable)
  }
  const differs = variables
    .filter((variable) => !without.has(variable))
    .filter((variable) => current.get(variable) !== baseline.of(variable))
    .map(({ input }) => input.name)
  return {
    assignment: current,
    cases: casesOf(goal, current, background, without),
    differs: [...new Set(differs)],
  }
}

const none = (): never => {
  throw new RangeError('a question speaks of at least one case')
}

/** Whether cases still show what the goal looks for; with the same results, where kinds differ. */
function sameKind(
  goal: Goal,
  first: readonly FoundCase[],
): (cases: readonly FoundCase[]) => boolean {
  if (!goal.distinct) return (cases) => shown(goal, cases) !== undefined
  const results = (cases: readonly FoundCase[]): string | undefined =>
    shown(goal, cases)
      ?.flatMap((one) => goal.reads.map((slot) => one.of(slot)))
      .map(({ mark, value }) => `${Math.min(mark, 1)} ${value}`)
      .join()
  const wanted = results(first)
  return (cases) => results(cases) === wanted
}

/** The background that the cases cannot do without: mostly nothing. */
function lessBackground(
  goal: Goal,
  current: Assignment,
  whole: Background,
  isStill: (cases: readonly FoundCase[]) => boolean,
): Background {
  const isEnough = (background: Background): boolean => isStill(casesOf(goal, current, background))
  if (isEnough(noBackground)) return noBackground
  let kept = whole
  for (const slot of whole.facts.keys()) {
    const facts = new Map(kept.facts)
    facts.delete(slot)
    if (isEnough({ ...kept, facts })) kept = { ...kept, facts }
  }
  for (const name of whole.emptyLists) {
    const emptyLists = kept.emptyLists.filter((each) => each !== name)
    if (isEnough({ ...kept, emptyLists })) kept = { ...kept, emptyLists }
  }
  const bare = { ...kept, hasFields: false, parameters: {} }
  return isEnough(bare) ? bare : kept
}

/** The cases of a goal under an assignment. */
const casesOf = (
  { roles }: Goal,
  assignment: Assignment,
  background: Background,
  without: ReadonlySet<Variable> = new Set(),
): readonly FoundCase[] => roles.map((role) => caseOf(role, assignment, background, without))

/** Whether a value that was derived is none that the input can have. */
const isOutside = (assignment: Assignment): boolean =>
  [...assignment].some(
    ([{ kind, input }, value]) =>
      kind === 'int' && (value < input.bounds.min || value > input.bounds.max),
  )

type Attempt = (variable: Variable, value: number) => boolean

function reduced(variable: Variable, current: Assignment, attempt: Attempt): boolean {
  const value = current.get(variable) ?? Number.NaN
  const { kind } = variable.input.type
  if (kind === 'set') {
    let left = value
    for (let bit = 0; bit < 31; bit++) {
      const fewer = left & ~(1 << bit)
      if (fewer !== left && attempt(variable, fewer)) left = fewer
    }
    return left !== value
  }
  return kind === 'number' ? smaller(variable, value, attempt) : false
}

/** Towards zero by halves, as long as the cases still show the same. */
function smaller(variable: Variable, value: number, attempt: Attempt): boolean {
  const { min, max } = variable.input.bounds
  const goal = Math.min(Math.max(0, min), max)
  if (Number.isNaN(value) || value === goal) return false
  if (attempt(variable, goal)) return true
  let [fails, holds] = [goal, value]
  while (Math.abs(holds - fails) > 1) {
    const middle = Math.trunc((fails + holds) / 2)
    if (attempt(variable, middle)) holds = middle
    else fails = middle
  }
  return holds !== value
}
