import type { ValueType } from '../rules/ast.ts'
import type { RuleSet } from '../rules/load.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Decision } from './decide.ts'
import type { Need } from './needs.ts'
import type { DefinitionTrace } from './trace.ts'
import type { Verdict } from './verdict.ts'
import type { Warning } from './warnings.ts'

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

/** A mode in words. */
export function modeInWords(mode: string): string {
  if (mode === 'text') return 'the text as it stands'
  if (mode === 'enforced') return 'the rules as enforced'
  return `the proposal "${mode.slice('proposal:'.length)}"`
}

function statementOf(decision: Decision, outcome: LabeledVerdict): string {
  const { mode, asOf } = decision.view
  const basis = `On these facts, under ${modeInWords(mode)}, as of ${asOf}`
  if (outcome.verdict.kind === 'value') return `${basis}: ${outcome.label}.`
  const first = decision.needs.slice(0, 3).map(({ title }) => title.toLowerCase())
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

/** A verdict in words. */
export function verdictInWords(rules: RuleSet, type: ValueType, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'undetermined':
      return 'cannot tell yet'
    case 'gap':
      return 'no rule covers this case'
    case 'conflict':
      return `the rules conflict (${verdict.between.join(' and ')})`
    case 'value':
      return plainInWords(rules, type, verdict.value)
  }
}

/** A plain value in words: the member's label, yes or no, a number with its unit. */
export function plainInWords(rules: RuleSet, type: ValueType, value: Plain): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const members =
    'enum' in type ? (rules.scope.enums.get(type.enum)?.declaration.members ?? []) : []
  const label = (one: string): string =>
    members.find((member) => member.value === one)?.label ?? one
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.map(label).join(', ')
  if (type.kind === 'number') return `${value} ${type.unit}`
  return label(value)
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
    if (prefilled.has(name)) return
    const value = decodeValue(rules, type, facts[slot] ?? Number.NaN)
    const reason = reasons.get(name)
    if (value !== undefined) entries.push([name, value])
    else if (reason !== undefined) entries.push([name, { unknown: reason }])
  })
  rules.text.relations.forEach(({ name, fields }, slot) => {
    const rows = relations[slot]
    if (!rows) return
    const plain = rows.map((row) =>
      Object.fromEntries(
        fields.flatMap((field, index) => {
          const value = decodeValue(rules, field.type, row[index] ?? Number.NaN)
          return value === undefined ? [] : [[field.name, value]]
        }),
      ),
    )
    entries.push([name, plain])
  })
  return Object.fromEntries(entries)
}
