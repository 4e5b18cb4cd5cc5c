import { InvariantError } from '../errors.ts'
import type { Evaluation } from '../interpret/evaluate.ts'
import type { CaseFacts } from '../interpret/encode.ts'
import type { Decision, DecideOptions } from '../interpret/decide.ts'
import { decide } from '../interpret/decide.ts'
import { circuitOf } from '../interpret/circuit/build.ts'
import type { Circuit } from '../interpret/circuit/circuit.ts'
import type { FactProblem } from '../interpret/problem.ts'
import { distinctOf } from '../interpret/smt/declared.ts'
import { termsOf } from '../interpret/smt/goal.ts'
import { replay } from '../interpret/smt/replay.ts'
import { Space } from '../interpret/smt/space.ts'
import { and, equal, not, truth, whole } from '../interpret/smt/terms.ts'
import { assignmentOf, backgroundOf, baselineOf, caseOf, isOpen } from '../interpret/smt/witness.ts'
import type { Verdict } from '../interpret/verdict.ts'
import { verdictOf } from '../interpret/verdict.ts'
import type { ViewProblem } from '../interpret/view.ts'
import { verdictInWords } from '../interpret/words.ts'
import { isUnknown } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import type { Checked, Limits } from './session.ts'
import { Session } from './session.ts'
import type { UnprovedReason } from './thread.ts'
import type { Z3 } from './z3.ts'

/** A result that a case can still come to, and what would have to be answered for it. */
export interface PossibleResult {
  readonly verdict: Verdict
  readonly label: string
  /** The case completed so that it comes to this result. */
  readonly facts: CaseFacts
  readonly parameters: Readonly<Record<string, unknown>>
}

/** What open facts can still do to an outcome. */
export interface Possibilities {
  /**
   * `settled`: whatever the open answers are, the outcome is the one in `results`. `open`: at least
   * the results listed can still come out. `unproved`: nothing is claimed.
   */
  readonly status: 'settled' | 'open' | 'unproved'
  readonly results: readonly PossibleResult[]
  /** Whether no other result than those listed is possible. */
  readonly isComplete: boolean
  /** How it is known: three-valued logic alone, or a proof by the solver. */
  readonly by: 'logic' | 'solver'
  readonly reason?: UnprovedReason
}

export type PossibleResultOf =
  | { readonly ok: true; readonly possible: Possibilities }
  | { readonly ok: false; readonly problems: readonly (FactProblem | ViewProblem)[] }

export interface PossibleOptions extends DecideOptions {
  readonly z3: Z3
  readonly limits: Limits
  /** As many different results are looked for; 2 tell whether anything can change. */
  readonly resultsMax?: number
  /** A complete case, for facts that no result depends on. */
  readonly example?: CaseFacts
}

/**
 * Whether any answer to an open question can change the outcome of a case. Three-valued logic is
 * asked first; what it leaves open is closed by the solver: a case is settled only when it is
 * proved that every completion comes to the same result. Lists that are not known may have as many
 * rows as they may, parameters that nobody has set any value within their bounds.
 */
export async function canAnythingChange(
  rules: RuleSet,
  facts: CaseFacts,
  options: PossibleOptions,
): Promise<PossibleResultOf> {
  const decided = decide(rules, facts, options)
  if (!decided.ok) return decided
  const { decision } = decided
  const { kind } = decision.outcome
  if (kind !== 'undetermined') {
    const results = [resultOf(decision.evaluation, facts, options.parameters ?? {})]
    return { ok: true, possible: { status: 'settled', results, isComplete: true, by: 'logic' } }
  }
  return { ok: true, possible: await solved(decision, facts, options) }
}

async function solved(
  { evaluation }: Decision,
  facts: CaseFacts,
  { z3, limits, resultsMax = 2, example = {}, parameters: assumed = {} }: PossibleOptions,
): Promise<Possibilities> {
  const { view } = evaluation
  const { rules } = view
  const circuit = openCircuit(evaluation)
  const space = new Space([circuit])
  const one = space.case('the case', circuit)
  const role = { ...one.role, stated: known(facts) }
  const result = one.result(rules.text.outcome)
  const distinct = distinctOf(result)
  const value = result.output.options || result.output.type.kind === 'bool' ? [] : [result.value()]
  const variables = role.variables.list
  space.close()
  const session = new Session(z3, space.script)
  const baseline = baselineOf(rules, example)
  const background = backgroundOf(role, variables, baseline.facts)
  const terms = [...new Set([...termsOf(variables), ...distinct, ...value])]
  const results: PossibleResult[] = []
  return session.within('true', async (): Promise<Possibilities> => {
    while (results.length < resultsMax) {
      const checked = await session.check(limits)
      if (checked.status === 'unsat') return ended(results, true)
      if (checked.status === 'unknown') return { ...ended(results, false), ...reasonOf(checked) }
      const values = await session.values(terms)
      const found = caseOf(role, assignmentOf(variables, values, baseline), background)
      const parameters = { ...found.parameters, ...assumed }
      const again = replay(role, { ...found, parameters }, [result.output.slot]).evaluation
      const next = resultOf(again, found.facts, parameters)
      if (results.some(({ label }) => label === next.label)) {
        throw new InvariantError(`the solver gives "${next.label}" as a result unlike itself`)
      }
      results.push(next)
      const same = [...distinct, ...value].map((term) => {
        const stated = values.get(term)
        return equal(term, typeof stated === 'number' ? whole(stated) : truth(stated === true))
      })
      await session.assert(not(and(...same)))
    }
    return ended(results, false)
  })
}

/** The outcome's circuit over every completion of what is not known yet. */
function openCircuit({ view, encoded, parameters }: Evaluation): Circuit {
  const { text } = view.rules
  return circuitOf(view, {
    known: 'all',
    parameters,
    facts: encoded.facts.map((value, slot) => {
      const kind = text.facts[slot]?.type.kind ?? 'bool'
      return isUnknown(kind, value) ? undefined : value
    }),
    relations: text.relations.map(({ maxRows }, slot) => {
      const given = encoded.relations[slot]
      return given ? { given } : { upTo: maxRows }
    }),
    free: text.parameters
      .filter(({ type }, slot) => isUnknown(type.kind, parameters[slot] ?? Number.NaN))
      .map(({ name }) => name),
  })
}

/** What a case states as known; the rest is left to be completed. */
const known = (facts: CaseFacts): CaseFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => !isOpen(value)))

function resultOf(
  evaluation: Evaluation,
  facts: CaseFacts,
  parameters: Readonly<Record<string, unknown>>,
): PossibleResult {
  const { rules } = evaluation.view
  const found = rules.scope.definitions.get(rules.text.outcome)
  if (!found) throw new RangeError(`there is no definition "${rules.text.outcome}"`)
  const verdict = verdictOf(evaluation, found.slot)
  const label = verdictInWords(rules, found.declaration.type, verdict)
  return { verdict, label, facts, parameters }
}

function ended(results: readonly PossibleResult[], isComplete: boolean): Possibilities {
  if (isComplete && results.length === 0) {
    throw new InvariantError('a case that can be stated has no completion')
  }
  const settled = isComplete && results.length === 1
  const status = settled ? 'settled' : results.length > 1 ? 'open' : 'unproved'
  return { status, results, isComplete, by: 'solver' }
}

const reasonOf = (checked: Checked): Pick<Possibilities, 'reason'> =>
  checked.status === 'unknown' ? { reason: checked.reason } : {}
