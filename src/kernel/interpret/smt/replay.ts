import { InvariantError } from '../../errors.ts'
import { decide } from '../decide.ts'
import { encodeCase } from '../encode.ts'
import type { Evaluation } from '../evaluate.ts'
import { interpret } from '../evaluate.ts'
import { encodeValue } from '../encode-value.ts'
import { OPEN } from '../resolve.ts'
import type { View } from '../view.ts'
import type { FoundCase, Goal, Replayed, Role } from './goal.ts'

/** A found case decided anew: the evaluation that every explanation is made from. */
export interface Replay extends Replayed {
  readonly evaluation: Evaluation
}

/**
 * Decides a found case through the front door, as anyone would who is handed it. A case that is
 * refused there is a broken invariant: the solver must only find cases that can be stated.
 */
export function replay({ view, label }: Role, found: FoundCase, reads: readonly number[]): Replay {
  const { asOf, mode } = view
  const { facts, parameters } = found
  const result = decide(view.rules, facts, { asOf, mode, parameters })
  if (!result.ok) {
    const why = result.problems.map(({ message }) => message).join('; ')
    throw new InvariantError(`the case that was found (${label}) is refused: ${why}`)
  }
  const { encoded, parameters: values } = result.decision.evaluation
  return replayed(interpret(view, encoded, values, reads))
}

/** The same without the checks at the door, for trying many variants; undefined: refused. */
export function tried(
  { view }: Role,
  found: FoundCase,
  reads: readonly number[],
): Replayed | undefined {
  const coded = encodeCase(view.rules, found.facts)
  if (!coded.ok) return undefined
  const parameters = assumed(view, found.parameters)
  return replayed(interpret(view, coded.encoded, parameters, reads))
}

/** The results of cases that show what a goal looks for; undefined when they, or a refusal, do not. */
export function shown(goal: Goal, cases: readonly FoundCase[]): readonly Replayed[] | undefined {
  const replays: Replayed[] = []
  for (const [index, role] of goal.roles.entries()) {
    const found = cases[index]
    const one = found && tried(role, found, goal.reads)
    if (!one) return undefined
    replays.push(one)
  }
  return goal.reproduces(replays) ? replays : undefined
}

function assumed(view: View, stated: FoundCase['parameters']): readonly number[] {
  const values = [...view.parameters]
  for (const [name, value] of Object.entries(stated)) {
    const found = view.rules.scope.parameters.get(name)
    if (!found) continue
    const { type, bounds } = found.declaration
    const encoded = encodeValue(view.rules, value, { field: name, type, bounds, example: value })
    if (typeof encoded === 'number') values[found.slot] = encoded
  }
  return values
}

const replayed = (evaluation: Evaluation): Replay => ({
  evaluation,
  fact: (slot) => evaluation.encoded.facts[slot] ?? Number.NaN,
  of: (slot) => ({
    mark: evaluation.marks[slot] ?? OPEN,
    value: evaluation.values[slot] ?? Number.NaN,
  }),
})
