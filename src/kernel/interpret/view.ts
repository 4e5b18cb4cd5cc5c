import type { ParameterVersion, StatusChange } from '../rules/ast.ts'
import { dayFromIso, isInForce } from '../rules/calendar.ts'
import { TRUE, FALSE, unknownOf } from '../rules/ir.ts'
import type { LoadedClause, LoadedDefinition, RuleSet } from '../rules/load.ts'

/** How the law is read: its text, what is enforced, or under a named proposal. */
export type Mode = 'text' | 'enforced' | `proposal:${string}`

/** A clause that counts in a view, with the exceptions that take precedence over it. */
export interface ClauseNode {
  readonly clause: LoadedClause
  /** Position in the definition's list of active clauses. */
  readonly position: number
  readonly exceptions: readonly ClauseNode[]
  /**
   * The only exception of a clause that always holds with a constant value, when everything below
   * that exception gives this same constant: if the exception is false, so is every doubt.
   */
  readonly sole: ClauseNode | undefined
}

export interface ViewDefinition {
  readonly loaded: LoadedDefinition
  readonly clauses: readonly ClauseNode[]
  readonly roots: readonly ClauseNode[]
}

/** The clauses and parameter values that hold on one day under one reading of the law. */
export interface View {
  readonly rules: RuleSet
  readonly asOf: string
  readonly mode: Mode
  readonly definitions: readonly ViewDefinition[]
  /** The slot of the outcome, and that slot followed by those of the outputs. */
  readonly targets: { readonly outcome: readonly number[]; readonly all: readonly number[] }
  readonly parameters: readonly number[]
  readonly parameterVersions: readonly (ParameterVersion | undefined)[]
}

export interface ViewProblem {
  readonly code: 'rules.bad-date' | 'rules.none-in-force' | 'rules.unknown-mode'
  readonly field: 'asOf' | 'mode'
  readonly message: string
  readonly example: string
}
export type ViewResult =
  { readonly ok: true; readonly view: View } | { readonly ok: false; readonly problem: ViewProblem }

const cache = new WeakMap<RuleSet, Map<string, View>>()
/** The view asked for last: most callers ask for the same one again. */
let latest: View | undefined

/** The view of a rule set on a day in a mode; cached, and refused with one clear reason. */
export function viewOf(rules: RuleSet, asOf: string, mode: Mode): ViewResult {
  if (latest && latest.rules === rules && latest.asOf === asOf && latest.mode === mode) {
    return { ok: true, view: latest }
  }
  const key = `${mode}|${asOf}`
  const known = cache.get(rules)?.get(key)
  if (known) {
    latest = known
    return { ok: true, view: known }
  }
  const problem = problemOf(rules, asOf, mode)
  if (problem) return { ok: false, problem }
  const view = build(rules, asOf, mode)
  const views = cache.get(rules) ?? new Map<string, View>()
  if (views.size > 500) views.clear()
  cache.set(rules, views.set(key, view))
  return { ok: true, view }
}

/** The names of the proposals a rule set knows. */
export function proposalNames(rules: RuleSet): readonly string[] {
  return [...new Set(rules.text.packs.flatMap(({ proposal }) => proposal?.name ?? []))]
}

/** The first day on which any rule of the set, proposals aside, is in force. */
export function firstDay(rules: RuleSet): string {
  const enacted = rules.text.packs.filter(({ proposal }) => !proposal).map(({ from }) => from)
  return [...enacted].sort()[0] ?? '9999-12-31'
}

function problemOf(rules: RuleSet, asOf: string, mode: Mode): ViewProblem | undefined {
  const modes = ['text', 'enforced', ...proposalNames(rules).map((name) => `proposal:${name}`)]
  if (!modes.includes(mode)) {
    return {
      code: 'rules.unknown-mode',
      field: 'mode',
      message: `"${mode}" is no way to read these rules; use ${modes.join(', ')}`,
      example: 'text',
    }
  }
  if (dayFromIso(asOf) === undefined) {
    return {
      code: 'rules.bad-date',
      field: 'asOf',
      message: `"${asOf}" is not a calendar date; write year-month-day`,
      example: '2026-01-15',
    }
  }
  const first = firstDay(rules)
  if (asOf < first) {
    return {
      code: 'rules.none-in-force',
      field: 'asOf',
      message: `no rule here is in force on ${asOf}; the earliest begins ${first}`,
      example: first,
    }
  }
  return undefined
}

/** The status of a clause on a day: the latest change on or before it. */
export function statusOn(changes: readonly StatusChange[], asOf: string): StatusChange | undefined {
  return changes.filter(({ from }) => from <= asOf).at(-1)
}

function build(rules: RuleSet, asOf: string, mode: Mode): View {
  const proposal = mode.startsWith('proposal:') ? mode.slice('proposal:'.length) : undefined
  const packs = new Map(rules.text.packs.map((pack) => [pack.id, pack]))
  const own = rules.text.packs.find((pack) => pack.proposal?.name === proposal)
  const base = proposal === undefined ? mode : (own?.proposal?.base ?? 'text')
  const counts = ({ clause }: LoadedClause): boolean => {
    if (!isInForce(clause, asOf)) return false
    const named = packs.get(clause.pack)?.proposal?.name
    if (named !== undefined) return named === proposal
    const status = statusOn(clause.status, asOf)?.status
    if (status === 'inForce' || status === 'contested') return true
    return status === (base === 'text' ? 'notEnforced' : 'appliedAsPolicy')
  }
  const isProposed = ({ clause }: LoadedClause): boolean =>
    packs.get(clause.pack)?.proposal !== undefined
  const definitions = rules.definitions.map((loaded) =>
    viewDefinition(loaded, inPlaceOf(loaded.clauses.filter(counts), isProposed)),
  )
  const chosen = rules.text.parameters.map(({ versions }) => {
    const live = versions.filter((version) => isInForce(version, asOf))
    const nameOf = (version: ParameterVersion) => packs.get(version.pack)?.proposal?.name
    return (
      live.find((version) => proposal !== undefined && nameOf(version) === proposal) ??
      live.find((version) => nameOf(version) === undefined)
    )
  })
  const parameters = chosen.map((version, slot) => encodeParameter(rules, slot, version?.value))
  const targets = targetsOf(rules)
  return { rules, asOf, mode, definitions, targets, parameters, parameterVersions: chosen }
}

function targetsOf({ text, scope }: RuleSet): View['targets'] {
  const slotOf = (name: string): number => {
    const slot = scope.definitions.get(name)?.slot
    if (slot === undefined) throw new RangeError(`the output "${name}" is no definition`)
    return slot
  }
  return { outcome: [slotOf(text.outcome)], all: [text.outcome, ...text.outputs].map(slotOf) }
}

/** A proposed clause takes the place of the enacted clause of the same name. */
function inPlaceOf(
  active: readonly LoadedClause[],
  isProposed: (clause: LoadedClause) => boolean,
): readonly LoadedClause[] {
  const proposed = new Set(active.filter(isProposed).map(({ clause }) => clause.id))
  return active.filter((clause) => isProposed(clause) || !proposed.has(clause.clause.id))
}

function viewDefinition(loaded: LoadedDefinition, active: readonly LoadedClause[]): ViewDefinition {
  const known = new Set(active.map(({ clause }) => clause.id))
  const nodes = new Map<LoadedClause, ClauseNode>()
  const node = (clause: LoadedClause): ClauseNode => {
    const known = nodes.get(clause)
    if (known) return known
    const exceptions = active
      .filter((other) => other.clause.exceptTo === clause.clause.id)
      .map(node)
    const sole = soleException(clause, exceptions)
    const made = { clause, position: active.indexOf(clause), exceptions, sole }
    nodes.set(clause, made)
    return made
  }
  const roots = active.filter(
    ({ clause }) => clause.exceptTo === undefined || !known.has(clause.exceptTo),
  )
  const trees = roots.map(node)
  return {
    loaded,
    clauses: active.map((clause) => nodes.get(clause) ?? node(clause)),
    roots: trees,
  }
}

function soleException(
  { when, then }: LoadedClause,
  [only, other]: readonly ClauseNode[],
): ClauseNode | undefined {
  if (!only || other || when.t !== 'constant' || when.value !== TRUE || then.t !== 'constant') {
    return undefined
  }
  const restores = ({ clause, exceptions }: ClauseNode): boolean =>
    clause.then.t === 'constant' && clause.then.value === then.value && exceptions.every(restores)
  return only.exceptions.length > 0 && only.exceptions.every(restores) ? only : undefined
}

function encodeParameter(
  rules: RuleSet,
  slot: number,
  value: boolean | number | string | null | undefined,
): number {
  const type = rules.text.parameters[slot]?.type ?? { kind: 'bool' }
  if (value === null || value === undefined) return unknownOf(type.kind)
  if (typeof value === 'boolean') return value ? TRUE : FALSE
  if (typeof value === 'number') return value
  if (type.kind === 'date') return dayFromIso(value) ?? Number.NaN
  const of = type.kind === 'enum' ? rules.scope.enums.get(type.enum) : undefined
  return of?.declaration.members.findIndex((member) => member.value === value) ?? -1
}
