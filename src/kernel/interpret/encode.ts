import type { FactDeclaration, RelationDeclaration, ValueType } from '../rules/ast.ts'
import { isUnknown, unknownOf } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { nearest } from '../rules/scope.ts'
import { decodeValue } from './decode.ts'
import type { Wanted } from './encode-value.ts'
import { encodeValue } from './encode-value.ts'
import type { FactProblem } from './problem.ts'

/** Why a fact is not known. It never changes the logic; it changes what a person is told. */
export type UnknownReason = 'notAsked' | 'declined' | 'unverified' | 'unavailable'
const reasons: readonly string[] = ['notAsked', 'declined', 'unverified', 'unavailable']

/** Facts as people and programs write them: a value, or `{ unknown: reason }`, or simply absent. */
export type CaseFacts = Readonly<Record<string, unknown>>

/** A case in the form every evaluator reads: one number per fact, rows per relation. */
export interface EncodedCase {
  readonly facts: readonly number[]
  readonly relations: readonly (readonly (readonly number[])[] | undefined)[]
  readonly reasons: ReadonlyMap<string, UnknownReason>
  /** Facts that were read from a cited table rather than stated in the case. */
  readonly prefilled: ReadonlySet<string>
}
export type EncodeResult =
  | { readonly ok: true; readonly encoded: EncodedCase }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/**
 * Checks every stated value against its declaration and encodes the case. All problems are found
 * at once; nothing is coerced: text is not a number, 0 is not false, absent is not zero.
 */
export function encodeCase(rules: RuleSet, facts: CaseFacts): EncodeResult {
  const problems: FactProblem[] = []
  const unknownReasons = new Map<string, UnknownReason>()
  const values = rules.text.facts.map((declaration) => {
    const stated = facts[declaration.name]
    return stated === undefined || stated === null
      ? unknownOf(declaration.type.kind)
      : readStated(rules, stated, wantedOf(declaration), problems, unknownReasons)
  })
  const relations = rules.text.relations.map((relation) =>
    readRows(rules, relation, facts[relation.name], problems, unknownReasons),
  )
  for (const name of Object.keys(facts)) {
    if (!rules.scope.facts.has(name) && !rules.scope.relations.has(name)) {
      problems.push(unknownFact(rules, name))
    }
  }
  const prefilled = prefill(rules, values, problems)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, encoded: { facts: values, relations, reasons: unknownReasons, prefilled } }
}

const wantedOf = (declaration: FactDeclaration): Wanted => ({
  field: declaration.name,
  type: declaration.type,
  bounds: declaration.bounds,
  example: declaration.example,
})

function readStated(
  rules: RuleSet,
  stated: unknown,
  wanted: Wanted,
  problems: FactProblem[],
  unknownReasons: Map<string, UnknownReason>,
): number {
  if (typeof stated === 'object' && stated !== null && 'unknown' in stated) {
    const reason = stated.unknown
    if (typeof reason === 'string' && reasons.includes(reason)) {
      unknownReasons.set(wanted.field, reason as UnknownReason)
      return unknownOf(wanted.type.kind)
    }
    problems.push({
      code: 'input.wrong-type',
      field: wanted.field,
      message: `${wanted.field} says it is unknown for a reason other than ${reasons.join(', ')}`,
      example: { unknown: 'declined' },
    })
    return unknownOf(wanted.type.kind)
  }
  const value = encodeValue(rules, stated, wanted)
  if (typeof value === 'number') return value
  problems.push(value)
  return unknownOf(wanted.type.kind)
}

function readRows(
  rules: RuleSet,
  relation: RelationDeclaration,
  stated: unknown,
  problems: FactProblem[],
  unknownReasons: Map<string, UnknownReason>,
): readonly (readonly number[])[] | undefined {
  if (stated === undefined || stated === null) return undefined
  if (typeof stated === 'object' && 'unknown' in stated) {
    const wanted = { field: relation.name, type: { kind: 'bool' } as ValueType, example: [] }
    readStated(rules, stated, wanted, problems, unknownReasons)
    return undefined
  }
  const example = [Object.fromEntries(relation.fields.map((field) => [field.name, field.example]))]
  if (!Array.isArray(stated) || stated.some((row) => typeof row !== 'object' || row === null)) {
    problems.push({
      code: 'input.wrong-type',
      field: relation.name,
      message: `${relation.name} must be a list of rows ([] when there are none)`,
      example,
    })
    return undefined
  }
  if (stated.length > relation.maxRows) {
    problems.push({
      code: 'input.too-many-rows',
      field: relation.name,
      message: `${relation.name} has ${stated.length} rows; at most ${relation.maxRows} are taken`,
      example,
    })
    return undefined
  }
  return (stated as Readonly<Record<string, unknown>>[]).map((row, index) =>
    readRow(rules, relation, row, `${relation.name}[${index}]`, problems, unknownReasons),
  )
}

function readRow(
  rules: RuleSet,
  relation: RelationDeclaration,
  row: Readonly<Record<string, unknown>>,
  path: string,
  problems: FactProblem[],
  unknownReasons: Map<string, UnknownReason>,
): readonly number[] {
  for (const name of Object.keys(row)) {
    if (relation.fields.some((field) => field.name === name)) continue
    problems.push({
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
    return readStated(rules, stated, wanted, problems, unknownReasons)
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

/** Fills facts from cited tables; a stated value that differs from the table is a contradiction. */
function prefill(rules: RuleSet, values: number[], problems: FactProblem[]): ReadonlySet<string> {
  const filled = new Set<string>()
  rules.text.facts.forEach((declaration, slot) => {
    const source = declaration.prefill
    if (!source) return
    const cell = cellFor(rules, source, values)
    if (cell === undefined) return
    const stated = values[slot] ?? 0
    if (isUnknown(declaration.type.kind, stated)) {
      values[slot] = cell
      filled.add(declaration.name)
    } else if (stated !== cell) {
      const show = (value: number) => String(decodeValue(rules, declaration.type, value))
      problems.push({
        code: 'input.contradiction',
        field: declaration.name,
        message: `${declaration.name} is ${show(stated)}, but ${source.table} says ${show(cell)} for this ${source.key}; leave it out, or describe a ${source.key} of your own`,
        example: show(cell),
      })
    }
  })
  return filled
}

function cellFor(
  rules: RuleSet,
  source: { readonly table: string; readonly key: string; readonly column: string },
  values: readonly number[],
): number | undefined {
  const table = rules.scope.tables.get(source.table)?.declaration
  const key = rules.scope.facts.get(source.key)
  const type = table?.columns[source.column]
  if (!table || !key || !type) return undefined
  const index = values[key.slot] ?? -1
  const member = rules.scope.enums.get(table.keyEnum)?.declaration.members[index]
  const cell = member === undefined ? null : (table.rows[member.value]?.[source.column] ?? null)
  if (cell === null) return undefined
  if (typeof cell === 'number') return cell
  const encoded = encodeValue(rules, cell, { field: source.column, type, example: cell })
  return typeof encoded === 'number' ? encoded : undefined
}
