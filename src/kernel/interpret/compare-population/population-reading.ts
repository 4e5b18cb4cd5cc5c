import type { RuleSet } from '../../rules/load.ts'
import type { DecideOptions } from '../decide.ts'
import { assumeParameters } from '../decide.ts'
import type { FactProblem } from '../problem.ts'
import type { ViewProblem } from '../view.ts'
import { viewOf } from '../view.ts'
import type { PopulationReading } from './answers.ts'

export type PopulationReadingResult =
  | { readonly ok: true; readonly reading: PopulationReading }
  | { readonly ok: false; readonly problems: readonly (FactProblem | ViewProblem)[] }

/** The reading that a day, a mode and assumed parameters name; refused with every problem at once. */
export function populationReading(
  rules: RuleSet,
  { asOf, mode, parameters = {} }: Omit<DecideOptions, 'evaluator'>,
): PopulationReadingResult {
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) return { ok: false, problems: [found.problem] }
  const { values, names, problems } = assumeParameters(found.view, parameters)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, reading: { view: found.view, parameters: values, assumed: names } }
}
