import type { RuleSet } from '../rules/load.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Decision } from './decide.ts'
import type { Need } from './needs.ts'
import type { DefinitionTrace } from './trace.ts'
import type { Verdict } from './verdict.ts'
import type { Warning } from './warnings.ts'
import { inSentence, modeInWords, verdictInWords } from './words.ts'

export interface LabeledVerdict {
  readonly name: string
  readonly title: string
  readonly verdict: Verdict
  /** The verdict in words: the member's label, "yes", "2368 TPP", "cannot tell yet". */
  readonly label: string
}

/**
 * A determination as one JSON document: the same from library, CLI, HTTP API and tools. It says
 * what was decided, on which facts, under which rules, as of which day, and why.
 */
export interface DeterminationDocument {
  readonly format: 'proviso-determination/v1'
  readonly program: string
  readonly rulesHash: string
  readonly asOf: string
  readonly mode: string
  readonly assumedParameters: Readonly<Record<string, Plain>>
  readonly facts: Readonly<Record<string, unknown>>
  readonly outcome: LabeledVerdict
  readonly outputs: readonly LabeledVerdict[]
  /** The whole answer in one sentence, with its limits. */
  readonly statement: string
  readonly needs: readonly Need[]
  readonly warnings: readonly Warning[]
  readonly trace: readonly DefinitionTrace[]
}

/** The document of a decision. Pure: the same decision always gives the same document. */
export function documentOf(
  decision: Decision,
  extent: 'outcome' | 'full' = 'full',
): DeterminationDocument {
  const { view } = decision
  const { text, hash } = view.rules
  const outcome = labeled(view.rules, text.outcome, decision.outcome)
  const outputs = Object.entries(decision.outputs).map(([name, verdict]) =>
    labeled(view.rules, name, verdict),
  )
  return {
    format: 'proviso-determination/v1',
    program: text.program,
    rulesHash: hash,
    asOf: view.asOf,
    mode: view.mode,
    assumedParameters: assumptions(decision),
    facts: factsOf(decision),
    outcome,
    outputs,
    statement: statementOf(decision, outcome),
    needs: decision.needs,
    warnings: decision.warnings,
    trace: extent === 'full' ? decision.fullTrace : decision.trace,
  }
}

function statementOf(decision: Decision, outcome: LabeledVerdict): string {
  const { mode, asOf } = decision.view
  const basis = `On these facts, under ${modeInWords(mode)}, as of ${asOf}`
  if (outcome.verdict.kind === 'value') return `${basis}: ${outcome.label}.`
  const first = decision.needs.slice(0, 3).map(({ title }) => inSentence(title))
  const rest = decision.needs.length > 3 ? ` and ${decision.needs.length - 3} more` : ''
  return `${basis}: cannot tell${first.length > 0 ? `: ${first.join('; ')}${rest}` : ''}.`
}

function labeled(rules: RuleSet, name: string, verdict: Verdict): LabeledVerdict {
  const declaration = rules.scope.definitions.get(name)?.declaration
  return {
    name,
    title: declaration?.title ?? name,
    verdict,
    label: declaration ? verdictInWords(rules, declaration.type, verdict) : verdict.kind,
  }
}

function assumptions(decision: Decision): Readonly<Record<string, Plain>> {
  const { rules } = decision.view
  return Object.fromEntries(
    decision.assumed.flatMap((name) => {
      const found = rules.scope.parameters.get(name)
      const number = decision.evaluation.parameters[found?.slot ?? -1]
      const value =
        found && number !== undefined
          ? decodeValue(rules, found.declaration.type, number)
          : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The facts of the decision in normal form: known values only, and the reasons of stated unknowns. */
function factsOf(decision: Decision): Readonly<Record<string, unknown>> {
  const { rules } = decision.view
  const { facts, relations, reasons, prefilled } = decision.evaluation.encoded
  const entries: [string, unknown][] = []
  rules.text.facts.forEach(({ name, type }, slot) => {
    if (prefilled.includes(name)) return
    const value = decodeValue(rules, type, facts[slot] ?? Number.NaN)
    const reason = reasons.get(name)
    if (value !== undefined) entries.push([name, value])
    else if (reason !== undefined) entries.push([name, { unknown: reason }])
  })
  rules.text.relations.forEach(({ name, fields }, slot) => {
    const rows = relations[slot]
    const reason = reasons.get(name)
    if (!rows) {
      if (reason !== undefined) entries.push([name, { unknown: reason }])
      return
    }
    const plain = rows.map((row, at) =>
      Object.fromEntries(
        fields.flatMap((field, index): [string, unknown][] => {
          const value = decodeValue(rules, field.type, row[index] ?? Number.NaN)
          const why = reasons.get(`${name}[${at}].${field.name}`)
          if (value === undefined && why === undefined) return []
          return [[field.name, value ?? { unknown: why }]]
        }),
      ),
    )
    entries.push([name, plain])
  })
  return Object.fromEntries(entries)
}
