import type { FactDeclaration, RelationDeclaration, ValueType } from '../rules/ast.ts'
import { unknownOf } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { nearest } from '../rules/scope.ts'
import type { Wanted } from './encode-value.ts'
import { encodeValue } from './encode-value.ts'
import type { Prefill } from './prefill.ts'
import { prefill, prefillsOf } from './prefill.ts'
import type { FactProblem } from './problem.ts'
import type { QuickEncoder } from './quick-encoder.ts'
import { quickEncoder } from './quick-encoder.ts'

/** Why a fact is not known. It never changes the logic; it changes what a person is told. */
export type UnknownReason = 'notAsked' | 'declined' | 'unverified' | 'unavailable'
const reasons: readonly string[] = ['notAsked', 'declined', 'unverified', 'unavailable']

/** Facts as people and programs write them: a value, or `{ unknown: reason }`, or simply absent. */
export type CaseFacts = Readonly<Record<string, unknown>>

type EncodedRows = readonly (readonly number[])[] | undefined

/** A case in the form every evaluator reads: one number per fact, rows per relation. */
export interface EncodedCase {
  readonly facts: readonly number[]
  readonly relations: readonly EncodedRows[]
  readonly reasons: ReadonlyMap<string, UnknownReason>
  /** Facts that were read from a cited table rather than stated in the case. */
  readonly prefilled: readonly string[]
}
/**
 * Encodes a case into `values` and `relations` when every value is written as it should be; false
 * when any needs a closer look (then what was written so far is thrown away).
 */
export type QuickCase = (facts: CaseFacts, values: number[], relations: EncodedRows[]) => boolean

export type EncodeResult =
  | { readonly ok: true; readonly encoded: EncodedCase }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/**
 * Checks every stated value against its declaration and encodes the case. All problems are found
 * at once; nothing is coerced: text is not a number, 0 is not false, absent is not zero.
 */
export function encodeCase(rules: RuleSet, facts: CaseFacts, quick?: QuickCase): EncodeResult {
  const plan = planOf(rules)
  if (quick) {
    const values = plan.unknowns.slice()
    const relations = plan.noRows.slice()
    if (quick(facts, values, relations)) {
      if (plan.prefills.length > 0) return complete(rules, plan, values, relations, new Findings())
      const encoded = { facts: values, relations, reasons: noReasons, prefilled: noNames }
      return { ok: true, encoded }
    }
  }
  const found = new Findings()
  const values = plan.unknowns.slice()
  let relations = plan.noRows
  for (const name in facts) {
    const value = facts[name]
    if (value === undefined || value === null) {
      if (!plan.slots.has(name)) found.stranger(rules, name)
      continue
    }
    const slot = plan.slots.get(name)
    if (slot === undefined) found.stranger(rules, name)
    else if (slot < 0) {
      if (relations === plan.noRows) relations = relations.slice()
      relations[-1 - slot] = readRows(rules, relationAt(rules, -1 - slot), value, found)
    } else {
      values[slot] =
        plan.quick[slot]?.(value) ?? readStated(rules, value, wantedAt(rules, slot), found)
    }
  }
  return complete(rules, plan, values, relations, found)
}

function complete(
  rules: RuleSet,
  plan: Plan,
  values: number[],
  relations: readonly EncodedRows[],
  found: Findings,
): EncodeResult {
  const prefilled = prefill(rules, plan.prefills, values, found.problems)
  if (found.problems.length > 0) return { ok: false, problems: found.inOrder(rules) }
  return { ok: true, encoded: { facts: values, relations, reasons: found.reasons, prefilled } }
}

const noNames: readonly string[] = Object.freeze([])
const noReasons: ReadonlyMap<string, UnknownReason> = new Map()

/** What reading a case turns up: problems, and reasons of facts stated to be unknown. */
class Findings {
  readonly problems: FactProblem[] = []
  #reasons: Map<string, UnknownReason> | undefined

  get reasons(): ReadonlyMap<string, UnknownReason> {
    return this.#reasons ?? noReasons
  }

  unknown(field: string, reason: UnknownReason): void {
    this.#reasons ??= new Map()
    this.#reasons.set(field, reason)
  }

  stranger(rules: RuleSet, name: string): void {
    this.problems.push(unknownFact(rules, name))
  }

  /** Problems in the order in which the rules declare the facts; names they do not know come last. */
  inOrder(rules: RuleSet): readonly FactProblem[] {
    const order = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
    const rank = ({ field }: FactProblem): number => {
      const index = order.indexOf(field.split('[')[0] ?? '')
      return index < 0 ? order.length : index
    }
    return [...this.problems].sort((a, b) => rank(a) - rank(b))
  }
}

function relationAt(rules: RuleSet, slot: number): RelationDeclaration {
  const declaration = rules.text.relations[slot]
  if (!declaration) throw new RangeError(`there is no relation slot ${slot}`)
  return declaration
}

function wantedAt(rules: RuleSet, slot: number): Wanted {
  const declaration = rules.text.facts[slot]
  if (!declaration) throw new RangeError(`there is no fact slot ${slot}`)
  return wantedOf(declaration)
}

interface Plan {
  readonly rules: RuleSet
  /** Slot of a fact by name; relations count down from -1. */
  readonly slots: ReadonlyMap<string, number>
  readonly noRows: EncodedRows[]
  readonly unknowns: readonly number[]
  readonly quick: readonly QuickEncoder[]
  readonly prefills: readonly Prefill[]
}
const plans = new WeakMap<RuleSet, Plan>()
let latest: Plan | undefined

function planOf(rules: RuleSet): Plan {
  if (latest?.rules === rules) return latest
  const known = plans.get(rules)
  if (known) {
    latest = known
    return known
  }
  const { facts, relations } = rules.text
  const plan: Plan = {
    rules,
    slots: new Map([
      ...facts.map(({ name }, slot): [string, number] => [name, slot]),
      ...relations.map(({ name }, slot): [string, number] => [name, -1 - slot]),
    ]),
    noRows: relations.map(() => undefined),
    unknowns: facts.map(({ type }) => unknownOf(type.kind)),
    quick: facts.map((fact) => quickEncoder(rules, fact)),
    prefills: prefillsOf(rules),
  }
  plans.set(rules, plan)
  return plan
}

const wantedOf = (declaration: FactDeclaration): Wanted => ({
  field: declaration.name,
  type: declaration.type,
  bounds: declaration.bounds,
  example: declaration.example,
})

function readStated(rules: RuleSet, stated: unknown, wanted: Wanted, found: Findings): number {
  if (typeof stated === 'object' && stated !== null && 'unknown' in stated) {
    const reason = stated.unknown
    if (typeof reason === 'string' && reasons.includes(reason)) {
      found.unknown(wanted.field, reason as UnknownReason)
      return unknownOf(wanted.type.kind)
    }
    found.problems.push({
      code: 'input.wrong-type',
      field: wanted.field,
      message: `${wanted.field} says it is unknown for a reason other than ${reasons.join(', ')}`,
      example: { unknown: 'declined' },
    })
    return unknownOf(wanted.type.kind)
  }
  const value = encodeValue(rules, stated, wanted)
  if (typeof value === 'number') return value
  found.problems.push(value)
  return unknownOf(wanted.type.kind)
}

function readRows(
  rules: RuleSet,
  relation: RelationDeclaration,
  stated: unknown,
  found: Findings,
): readonly (readonly number[])[] | undefined {
  if (stated === undefined || stated === null) return undefined
  if (typeof stated === 'object' && 'unknown' in stated) {
    const wanted = { field: relation.name, type: { kind: 'bool' } as ValueType, example: [] }
    readStated(rules, stated, wanted, found)
    return undefined
  }
  const example = [Object.fromEntries(relation.fields.map((field) => [field.name, field.example]))]
  if (!Array.isArray(stated) || !stated.every(isRecord)) {
    found.problems.push({
      code: 'input.wrong-type',
      field: relation.name,
      message: `${relation.name} must be a list of rows ([] when there are none)`,
      example,
    })
    return undefined
  }
  if (stated.length > relation.maxRows) {
    found.problems.push({
      code: 'input.too-many-rows',
      field: relation.name,
      message: `${relation.name} has ${stated.length} rows; at most ${relation.maxRows} are taken`,
      example,
    })
    return undefined
  }
  return (stated as Readonly<Record<string, unknown>>[]).map((row, index) =>
    readRow(rules, relation, row, `${relation.name}[${index}]`, found),
  )
}

const isRecord = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && !Array.isArray(row)

function readRow(
  rules: RuleSet,
  relation: RelationDeclaration,
  row: Readonly<Record<string, unknown>>,
  path: string,
  found: Findings,
): readonly number[] {
  for (const name of Object.keys(row)) {
    if (relation.fields.some((field) => field.name === name)) continue
    found.problems.push({
      code: 'input.unknown-fact',
      field: `${path}.${name}`,
      message: `rows of ${relation.name} have no "${name}"; they have ${relation.fields.map((field) => field.name).join(', ')}`,
      example: Object.fromEntries(relation.fields.map((field) => [field.name, field.example])),
    })
  }
  return relation.fields.map((field) => {
    const stated = row[field.name]
    if (stated === undefined || stated === null) return unknownOf(field.type.kind)
    const wanted = {
      field: `${path}.${field.name}`,
      type: field.type,
      bounds: field.bounds,
      example: field.example,
    }
    return readStated(rules, stated, wanted, found)
  })
}

function unknownFact(rules: RuleSet, name: string): FactProblem {
  const names = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
  const close = nearest(name, names)
  const hint = close.length > 0 ? `; did you mean ${close.join(', ')}` : ''
  return {
    code: 'input.unknown-fact',
    field: name,
    message: `there is no fact "${name}" in ${rules.text.program}${hint}`,
    example: rules.scope.facts.get(close[0] ?? '')?.declaration.example ?? names.slice(0, 5),
  }
}
