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
  const { view } = found
  if (!options.parameters && encoded.ok) {
    const decision = new Decision(view, encoded.encoded, view.parameters, nothing, evaluator)
    return { ok: true, decision }
  }
  const { values, names, problems } = assume(view, options.parameters ?? {})
  if (encoded.ok && problems.length === 0) {
    return { ok: true, decision: new Decision(view, encoded.encoded, values, names, evaluator) }
  }
  return { ok: false, problems: [...(encoded.ok ? [] : encoded.problems), ...problems] }
}

const nothing: readonly never[] = Object.freeze([])

function assume(view: View, parameters: Readonly<Record<string, unknown>>) {
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

/** One decided case. The outcome is computed at once; explanations when they are first read. */
export class Decision {
  readonly view: View
  readonly evaluation: Evaluation
  /** Names of the parameters whose values the caller assumed. */
  readonly assumed: readonly string[]
  readonly #evaluator: Evaluator
  #read: Read | undefined

  constructor(
    view: View,
    encoded: EncodedCase,
    parameters: readonly number[],
    assumed: readonly string[],
    evaluator: Evaluator,
  ) {
    this.view = view
    this.assumed = assumed
    this.#evaluator = evaluator
    this.evaluation = evaluator(view, encoded, parameters, view.targets.outcome)
  }

  /** The program's one outcome. */
  get outcome(): Verdict {
    return verdictOf(this.evaluation, this.view.targets.outcome[0] ?? 0)
  }

  /** Every output the program gives, by name. */
  get outputs(): Readonly<Record<string, Verdict>> {
    const { rules, targets } = this.view
    return Object.fromEntries(
      rules.text.outputs.map((name, index) => [
        name,
        verdictOf(this.#whole, targets.all[index + 1] ?? 0),
      ]),
    )
  }

  /** What the outcome still waits for; empty when it is decided. */
  get needs(): readonly Need[] {
    if (this.#read?.needs) return this.#read.needs
    const needs = needsOf(this.evaluation, this.view.targets.outcome)
    // Keeping nothing costs nothing: most decisions wait for nothing.
    return needs.length === 0 ? needs : (this.#reading.needs = needs)
  }

  /** Why: the outcome's definitions and clauses with the values they read. */
  get trace(): readonly DefinitionTrace[] {
    return (this.#reading.trace ??= traceOf(this.evaluation, this.view.targets.outcome))
  }

  /** The same for every output. */
  get fullTrace(): readonly DefinitionTrace[] {
    return (this.#reading.fullTrace ??= traceOf(this.#whole, this.view.targets.all))
  }

  /** What a reader must know about the age and standing of the law this relied on. */
  get warnings(): readonly Warning[] {
    return (this.#reading.warnings ??= warningsOf(this.#whole, this.fullTrace))
  }

  /** The evaluation with every output settled as well; made when an output is first read. */
  get #whole(): Evaluation {
    const { encoded, parameters } = this.evaluation
    const { all } = this.view.targets
    return (this.#reading.whole ??= this.#evaluator(this.view, encoded, parameters, all))
  }

  get #reading(): Read {
    return (this.#read ??= {})
  }
}

/** What a decision was asked for so far. */
interface Read {
  whole?: Evaluation
  needs?: readonly Need[]
  trace?: readonly DefinitionTrace[]
  fullTrace?: readonly DefinitionTrace[]
  warnings?: readonly Warning[]
}
