import type { RuleSet } from '../rules/load.ts'
import type { CaseFacts, EncodedCase } from './encode.ts'
import { encodeCase } from './encode.ts'
import { encodeValue } from './encode-value.ts'
import type { Evaluation, Evaluator } from './evaluate.ts'
import { interpret } from './evaluate.ts'
import type { Need } from './needs.ts'
import { needsOf } from './needs.ts'
import type { FactProblem } from './problem.ts'
import type { DefinitionTrace } from './trace.ts'
import { traceOf } from './trace.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'
import type { Mode, View, ViewProblem } from './view.ts'
import { viewOf } from './view.ts'
import type { Warning } from './warnings.ts'
import { warningsOf } from './warnings.ts'

export interface DecideOptions {
  /** The day whose law applies, YYYY-MM-DD. There is no default: the caller says the day. */
  readonly asOf: string
  readonly mode: Mode
  /** Values a reader assumes for parameters, such as those nobody has set. Shown with the answer. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** The evaluator; the interpreter unless generated code is wanted and allowed. */
  readonly evaluator?: Evaluator
}

export type DecideResult =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly problems: readonly (FactProblem | ViewProblem)[] }

/**
 * Decides one case: on these facts, under these rules, as of this date. Returns the outcome with
 * everything needed to explain it, or every problem with the input at once. Never throws on input.
 */
export function decide(rules: RuleSet, facts: CaseFacts, options: DecideOptions): DecideResult {
  const found = viewOf(rules, options.asOf, options.mode)
  if (!found.ok) return { ok: false, problems: [found.problem] }
  const evaluator = options.evaluator ?? interpret
  const encoded = encodeCase(rules, facts, evaluator.quickCase?.(rules))
  const assumed = assume(found.view, options.parameters)
  if (!encoded.ok || assumed.problems.length > 0) {
    return { ok: false, problems: [...(encoded.ok ? [] : encoded.problems), ...assumed.problems] }
  }
  const decision = new Decision(
    found.view,
    encoded.encoded,
    assumed.values,
    assumed.names,
    evaluator,
  )
  return { ok: true, decision }
}

const nobody: readonly never[] = Object.freeze([])

function assume(view: View, parameters: Readonly<Record<string, unknown>> | undefined) {
  if (!parameters) return { values: view.parameters, names: nobody, problems: nobody }
  const values = [...view.parameters]
  const problems: FactProblem[] = []
  const { rules } = view
  for (const [name, value] of Object.entries(parameters)) {
    const found = rules.scope.parameters.get(name)
    if (!found) {
      const known = [...rules.scope.parameters.keys()].join(', ')
      problems.push({
        code: 'input.unknown-parameter',
        field: name,
        message: `there is no parameter "${name}"; there are ${known}`,
        example: null,
      })
      continue
    }
    const { type, bounds } = found.declaration
    const encoded = encodeValue(rules, value, { field: name, type, bounds, example: bounds?.min })
    if (typeof encoded === 'number') values[found.slot] = encoded
    else problems.push(encoded)
  }
  return { values, names: Object.keys(parameters), problems }
}

/** One decided case. The outcome is computed at once; explanations are made when they are read. */
export class Decision {
  readonly view: View
  readonly evaluation: Evaluation
  /** Names of the parameters whose values the caller assumed. */
  readonly assumed: readonly string[]
  readonly #outcome: readonly number[]
  readonly #targets: readonly number[]
  readonly #evaluator: Evaluator
  #complete: Evaluation | undefined

  constructor(
    view: View,
    encoded: EncodedCase,
    parameters: readonly number[],
    assumed: readonly string[],
    evaluator: Evaluator,
  ) {
    const { outcome, all } = targetsOf(view.rules)
    this.view = view
    this.assumed = assumed
    this.#outcome = outcome
    this.#targets = all
    this.#evaluator = evaluator
    this.evaluation = evaluator(view, encoded, parameters, outcome)
  }

  /** The evaluation with every output settled as well; made when an output is first read. */
  get #whole(): Evaluation {
    const { encoded, parameters } = this.evaluation
    this.#complete ??= this.#evaluator(this.view, encoded, parameters, this.#targets)
    return this.#complete
  }

  /** The program's one outcome. */
  get outcome(): Verdict {
    return verdictOf(this.evaluation, this.#outcome[0] ?? 0)
  }

  /** Every output the program gives, by name. */
  get outputs(): Readonly<Record<string, Verdict>> {
    const { outputs } = this.view.rules.text
    return Object.fromEntries(
      outputs.map((name, index) => [name, verdictOf(this.#whole, this.#targets[index + 1] ?? 0)]),
    )
  }

  /** What the outcome still waits for; empty when it is decided. */
  get needs(): readonly Need[] {
    return needsOf(this.evaluation, this.#outcome)
  }

  /** Why: the outcome's definitions and clauses with the values they read. */
  get trace(): readonly DefinitionTrace[] {
    return traceOf(this.evaluation, this.#outcome)
  }

  /** The same for every output. */
  get fullTrace(): readonly DefinitionTrace[] {
    return traceOf(this.#whole, this.#targets)
  }

  /** What a reader must know about the age and standing of the law this relied on. */
  get warnings(): readonly Warning[] {
    return warningsOf(this.#whole, this.fullTrace)
  }
}

interface Targets {
  readonly outcome: readonly number[]
  readonly all: readonly number[]
}
const targets = new WeakMap<RuleSet, Targets>()

function targetsOf(rules: RuleSet): Targets {
  const known = targets.get(rules)
  if (known) return known
  const slotOf = (name: string): number => {
    const slot = rules.scope.definitions.get(name)?.slot
    if (slot === undefined) throw new RangeError(`the output "${name}" is no definition`)
    return slot
  }
  const outcome = [slotOf(rules.text.outcome)]
  const made = { outcome, all: [...outcome, ...rules.text.outputs.map(slotOf)] }
  targets.set(rules, made)
  return made
}
