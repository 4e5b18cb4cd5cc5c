import type { Clause, Expr, FactDeclaration, RuleSet, RuleText, ValueType } from '../kernel/pure.ts'
import { loadOrThrow } from '../kernel/pure.ts'

/** A clause in the fewest words: without `when` it always holds, without `then` it gives true. */
export type TinyClause = Partial<Omit<Clause, 'when' | 'then'>> & {
  readonly id: string
  readonly when?: Expr
  readonly then?: Expr | number | boolean
}

const cite = [{ provision: 'Tiny Act 1' }]
const bool: ValueType = { kind: 'bool' }
const units: ValueType = { kind: 'number', unit: 'u' }

export const fact = (name: string): Expr => ({ op: 'fact', name })
export const definition = (name: string): Expr => ({ op: 'definition', name })
export const field = (name: string): Expr => ({ op: 'field', relation: 'rows', name })
export const amountOf = (value: number): Expr => ({ op: 'number', value, unit: 'u' })
export const atLeast = (left: Expr, right: Expr): Expr => ({
  op: 'compare',
  is: 'atLeast',
  left,
  right,
})

function declared(name: string, type: ValueType): FactDeclaration {
  const words = { title: name.toUpperCase(), question: `${name}?`, why: 'Tiny', group: 'all' }
  const base = { name, type, ...words, assertedBy: [], evidence: [], cite }
  return type.kind === 'number'
    ? { ...base, example: 1, bounds: { min: 0, max: 100 } }
    : { ...base, example: true }
}

function literal(then: Expr | number | boolean): Expr {
  if (typeof then === 'boolean') return { op: 'bool', value: then }
  return typeof then === 'number' ? amountOf(then) : then
}

/**
 * Rules with conditions p, q, r, s, quantities m, n (0 to 100 u), rows (on, amount), and the
 * definitions that the clauses name. Numbers are their values when a clause of theirs gives one.
 */
export function tinyText(clauses: readonly TinyClause[], more: Partial<RuleText> = {}): RuleText {
  const names = [...new Set(clauses.map((clause) => clause.definition ?? 'outcome'))]
  const whole = clauses.map((clause): Clause => {
    const { when = { op: 'bool', value: true }, then = true, from = '2020-01-01', ...rest } = clause
    const status = [{ from, status: 'inForce' as const, cite: 'Tiny Act' }]
    const basis = { definition: 'outcome', title: clause.id, cite, status, pack: 'act', from }
    return { ...basis, verifiedAt: '2024-01-01', ...rest, when, then: literal(then) }
  })
  const typeOf = (name: string): ValueType => {
    const first = clauses.find((clause) => (clause.definition ?? 'outcome') === name)
    const { then = true } = first ?? {}
    const isBool = typeof then === 'boolean' || (typeof then === 'object' && !isQuantity(then))
    return isBool ? bool : units
  }
  return {
    format: 'proviso-rules/v1',
    program: 'tiny',
    units: [
      { name: 'u', scale: 0, dimensions: { u: 1 } },
      { name: 'ratio', scale: 0, dimensions: {} },
      { name: 'count', scale: 0, dimensions: {} },
    ],
    enums: [],
    tables: [],
    facts: [
      ...['p', 'q', 'r', 's'].map((name) => declared(name, bool)),
      ...['m', 'n'].map((name) => declared(name, units)),
    ],
    relations: [
      {
        ...{ name: 'rows', title: 'Rows', question: 'Rows?', why: 'Tiny', group: 'all' },
        ...{ assertedBy: [], evidence: [], cite, maxRows: 5 },
        fields: [
          { name: 'on', type: bool, title: 'On', example: true },
          { name: 'amount', type: units, title: 'Amount', example: 1, bounds: { min: 0, max: 50 } },
        ],
      },
    ],
    parameters: [],
    definitions: names.map((name) => ({ name, type: typeOf(name), title: name, text: name })),
    packs: [
      {
        ...{ id: 'act', file: 'act.ts', title: 'Tiny Act', instrument: 'Tiny Act' },
        ...{ from: '2020-01-01', verifiedAt: '2024-01-01' },
      },
    ],
    outcome: 'outcome',
    outputs: [],
    ...more,
    clauses: whole,
  }
}

const quantities = new Set(['number', 'add', 'subtract', 'divide', 'sumOver', 'maxOver'])
const isQuantity = (expr: Expr): boolean =>
  quantities.has(expr.op) || ('name' in expr && ['m', 'n'].includes(expr.name))

/** The same, loaded. */
export const tinyRules = (clauses: readonly TinyClause[], more: Partial<RuleText> = {}): RuleSet =>
  loadOrThrow(tinyText(clauses, more))
