import { columnBounds } from '../batch/columns.ts'
import { decodeValue } from '../decode.ts'
import type { CaseFacts } from '../encode.ts'
import { encodeCase } from '../encode.ts'
import { encodeValue } from '../encode-value.ts'
import type { Prefill } from '../prefill.ts'
import { prefillsOf } from '../prefill.ts'
import { FALSE, TRUE, isUnknown, unknownOf } from '../../rules/ir.ts'
import type { FactDeclaration } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Assignment, FoundCase, Role } from './goal.ts'
import type { Values } from './model.ts'
import type { CaseVariables, Variable } from './variables.ts'

/** What a case would say of its inputs, where nothing else is called for: encoded. */
export interface Baseline {
  readonly of: (variable: Variable) => number | undefined
  /** Of every fact, by slot. */
  readonly facts: readonly (number | undefined)[]
}

/** What a complete example says of each input; what it leaves out, the declarations' examples say. */
export function baselineOf(rules: RuleSet, example: CaseFacts): Baseline {
  const encoded = encodeCase(rules, example)
  const stated = encoded.ok ? encoded.encoded.facts : []
  const facts = rules.text.facts.map((declared, slot) => {
    const own = stated[slot]
    if (own !== undefined && !isUnknown(declared.type.kind, own)) return own
    return exampleOf(rules, declared)
  })
  return {
    facts,
    of: ({ input }) => {
      if (input.of === 'row') return FALSE
      if (input.of === 'parameter') return input.bounds.min
      if (input.of === 'fact') return facts[input.slot]
      const field = rules.text.relations[input.relation ?? -1]?.fields[input.slot]
      return field && exampleOf(rules, field)
    },
  }
}

function exampleOf(
  rules: RuleSet,
  { name, type, example }: Pick<FactDeclaration, 'name' | 'type' | 'example'>,
): number | undefined {
  const value = encodeValue(rules, example, { field: name, type, example })
  return typeof value === 'number' ? value : undefined
}

/** What a solver's values say of the variables; a class of members is told by its first member. */
export function assignmentOf(
  variables: readonly Variable[],
  values: Values,
  baseline: Baseline,
): Assignment {
  return new Map(
    variables.map((variable) => [variable, assigned(variable, values, baseline.of(variable))]),
  )
}

function assigned(variable: Variable, values: Values, usual: number | undefined): number {
  const { kind } = variable.input.type
  if (variable.known !== 'true' && values.get(variable.known) !== true) return unknownOf(kind)
  if (variable.kind === 'bool') return values.get(variable.value) === true ? TRUE : FALSE
  if (variable.kind === 'set') {
    return variable.members.reduce(
      (mask, member, index) => (values.get(member) === true ? mask | (1 << index) : mask),
      0,
    )
  }
  const value = Number(values.get(variable.value) ?? 0)
  const members = variable.classes?.members[value]
  if (!members) return value
  return usual !== undefined && members.includes(usual) ? usual : (members[0] ?? 0)
}

/** What else a case states beside the variables: whole facts and lists that no gate reads. */
export interface Background {
  /** Encoded, by slot. */
  readonly facts: ReadonlyMap<number, number>
  /** Lists that are known to be empty, by name. */
  readonly emptyLists: readonly string[]
  /** Whether fields of rows that no gate reads are stated, as the declarations' examples are. */
  readonly hasFields: boolean
  /** Values of parameters that nobody has set and no gate reads. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Nothing beside the variables. */
export const noBackground: Background = {
  facts: new Map(),
  emptyLists: [],
  hasFields: false,
  parameters: {},
}

/**
 * The case that an assignment states for one role. Facts that a cited table fills are left to it;
 * `without` names inputs that are left unknown.
 */
export function caseOf(
  { label, view: { rules }, variables, stated: settled = {}, parameters: assumed }: Role,
  assignment: Assignment,
  background: Background = noBackground,
  without: ReadonlySet<Variable> = new Set(),
): FoundCase {
  const stated = new Map(background.facts)
  const parameters: Record<string, unknown> = { ...background.parameters, ...assumed }
  for (const variable of variables.list) {
    const { of, slot, type, name } = variable.input
    const value = assignment.get(variable) ?? unknownOf(type.kind)
    if (of === 'fact' && !without.has(variable)) stated.set(slot, value)
    if (of === 'parameter') parameters[name] = decodeValue(rules, type, value)
  }
  for (const { cells, keySlot, slot } of tablesOf(rules)) {
    const key = stated.get(keySlot) ?? settledValue(rules, keySlot, settled)
    if (cells[key ?? -1] !== undefined) stated.delete(slot)
  }
  const facts: Record<string, unknown> = { ...settled }
  rules.text.facts.forEach(({ name, type }, slot) => {
    const value = stated.get(slot)
    const plain = value === undefined ? undefined : decodeValue(rules, type, value)
    if (plain !== undefined) facts[name] = plain
  })
  for (const name of background.emptyLists) facts[name] = []
  for (const [name, rows] of rowsOf(rules, variables, assignment, without, settled)) {
    facts[name] = background.hasFields ? rows.map((row) => withFields(rules, name, row)) : rows
  }
  return { label, facts, parameters }
}

/** The encoded value of a fact that is settled. */
function settledValue(rules: RuleSet, slot: number, settled: CaseFacts): number | undefined {
  const declared = rules.text.facts[slot]
  const value = declared && settled[declared.name]
  if (!declared || isOpen(value)) return undefined
  const { name, type, bounds, example } = declared
  const encoded = encodeValue(rules, value, { field: name, type, bounds, example })
  return typeof encoded === 'number' ? encoded : undefined
}

/** Everything that the example says and the variables do not. */
export function backgroundOf(
  { view: { rules, parameters }, stated: settled = {} }: Role,
  variables: readonly Variable[],
  usual: readonly (number | undefined)[],
): Background {
  const isStated = (name = ''): boolean => settled[name] !== undefined
  const read = new Set(variables.map(({ input }) => (input.of === 'fact' ? input.slot : -1)))
  const lists = new Set(variables.map(({ input }) => input.relation ?? -1))
  return {
    facts: new Map(
      usual.flatMap((value, slot) =>
        value === undefined || read.has(slot) || isStated(rules.text.facts[slot]?.name)
          ? []
          : [[slot, value]],
      ),
    ),
    emptyLists: rules.text.relations
      .filter(({ name }, slot) => !lists.has(slot) && !isStated(name))
      .map(({ name }) => name),
    hasFields: true,
    parameters: leastParameters(rules, parameters),
  }
}

const tables = new WeakMap<RuleSet, readonly Prefill[]>()

/** Cases are stated by the thousand while they are made simpler: the tables are encoded once. */
function tablesOf(rules: RuleSet): readonly Prefill[] {
  const made = tables.get(rules) ?? prefillsOf(rules)
  tables.set(rules, made)
  return made
}

type Row = Record<string, unknown>

function rowsOf(
  rules: RuleSet,
  variables: CaseVariables,
  assignment: Assignment,
  without: ReadonlySet<Variable>,
  settled: CaseFacts,
): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Map<number, Row>>()
  for (const { name } of rules.text.relations) {
    if (Array.isArray(settled[name])) rows.set(name, givenRows(settled[name] as readonly Row[]))
  }
  for (const variable of variables.list) {
    const { of, relation = -1, row = -1 } = variable.input
    if (of !== 'row') continue
    const name = rules.text.relations[relation]?.name ?? ''
    const own = rows.get(name) ?? new Map<number, Row>()
    rows.set(name, own)
    if (assignment.get(variable) === TRUE) own.set(row, {})
  }
  for (const variable of variables.list) {
    const { of, relation = -1, row = -1, slot, type } = variable.input
    if (of !== 'field' || without.has(variable)) continue
    const declared = rules.text.relations[relation]
    const fields = rows.get(declared?.name ?? '')?.get(row)
    const plain = decodeValue(rules, type, assignment.get(variable) ?? unknownOf(type.kind))
    const name = declared?.fields[slot]?.name
    if (fields && name !== undefined && plain !== undefined) fields[name] = plain
  }
  return new Map([...rows].map(([name, list]) => [name, [...list.values()]]))
}

/** A row with the examples of the declaration for the fields that it leaves open. */
function withFields(rules: RuleSet, relation: string, row: Row): Row {
  const fields = rules.scope.relations.get(relation)?.declaration.fields ?? []
  const examples = fields.map(({ name, example }) => [name, example] as const)
  return { ...Object.fromEntries(examples), ...row }
}

/** Rows that a case states, without the fields that it leaves open. */
function givenRows(list: readonly Row[]): Map<number, Row> {
  const known = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => !isOpen(value)))
  return new Map(list.map((row, index) => [index, known(row)]))
}

/** The least value of every parameter that nobody has set. */
function leastParameters(
  rules: RuleSet,
  values: readonly number[],
): Readonly<Record<string, unknown>> {
  const open = rules.text.parameters.filter(({ type }, slot) =>
    isUnknown(type.kind, values[slot] ?? Number.NaN),
  )
  return Object.fromEntries(
    open.map(({ name, type, bounds }) => [
      name,
      decodeValue(rules, type, columnBounds(rules, type, bounds).min),
    ]),
  )
}

/** Whether a case file says of something that it is not known, or nothing. */
export const isOpen = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && !Array.isArray(value) && 'unknown' in value)
