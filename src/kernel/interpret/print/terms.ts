import type { Bounds, Expr, ValueType } from '../../rules/ast.ts'
import { decimalText } from '../../rules/decimal.ts'
import type { RuleSet } from '../../rules/load.ts'
import { anchorOf } from './anchors.ts'
import type { Run } from './phrase.ts'
import { runs } from './phrase.ts'

/** What a printer needs to name things: the rules and, in one reading, the value of each parameter. */
export interface Terms {
  readonly rules: RuleSet
  /** The value of a parameter in words; undefined where no day is chosen. */
  readonly valueOf: (parameter: string) => string | undefined
  /** How many lists of entries this is within; a field belongs to an entry of the innermost. */
  readonly level?: number
}

/** "entry", or within the entries of another list "level-2 entry", so that the two are told apart. */
export function entryWords({ level = 0 }: Terms, isMany = false): string {
  const one = level > 1 ? `level-${level} ` : ''
  return `${one}${isMany ? 'entries' : 'entry'}`
}

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const set = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? set : `${set}.${fraction}`
}

/** A scaled integer with thousands set off and its unit: "26,900,000 TPP". */
export function quantityWords({ scope }: RuleSet, value: number, unit: string): string {
  const scale = scope.units.get(unit)?.declaration.scale ?? 0
  return `${grouped(decimalText(value, scale))} ${unit}`
}

/** The smallest step of a unit: "0.001 km", "1 chips". */
export function stepWords({ scope }: RuleSet, unit: string): string {
  const scale = scope.units.get(unit)?.declaration.scale ?? 0
  return `${decimalText(1, scale)} ${unit}`
}

/** Bounds in words: "from 0 to 1,000 TPP". */
export function boundsWords(rules: RuleSet, unit: string, { min, max }: Bounds): string {
  const scale = rules.scope.units.get(unit)?.declaration.scale ?? 0
  return `from ${grouped(decimalText(min, scale))} to ${quantityWords(rules, max, unit)}`
}

/** A constant as it stands in a rule text, in words. */
export function constantWords(
  rules: RuleSet,
  type: ValueType,
  value: boolean | number | string,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') {
    return type.kind === 'number' ? quantityWords(rules, value, type.unit) : String(value)
  }
  return type.kind === 'enum' ? memberLabel(rules, type.enum, value) : value
}

/** The label of a member; its value where the enumeration does not list it. */
export function memberLabel({ scope }: RuleSet, name: string, value: string): string {
  const members = scope.enums.get(name)?.declaration.members ?? []
  return members.find((member) => member.value === value)?.label ?? value
}

export const quoted = (text: string, to?: string): Run =>
  to === undefined ? { text: `“${text}”` } : { text: `“${text}”`, to }

/** The type of an expression that names a value; undefined for one that is computed. */
export function typeOf({ scope, text }: RuleSet, expr: Expr): ValueType | undefined {
  switch (expr.op) {
    case 'fact':
      return scope.facts.get(expr.name)?.declaration.type
    case 'definition':
      return scope.definitions.get(expr.name)?.declaration.type
    case 'parameter':
      return scope.parameters.get(expr.name)?.declaration.type
    case 'field':
      return text.relations
        .find(({ name }) => name === expr.relation)
        ?.fields.find(({ name }) => name === expr.name)?.type
    case 'lookup':
      return scope.tables.get(expr.table)?.declaration.columns[expr.column]
    case 'enum':
      return { kind: 'enum', enum: expr.enum }
    default:
      return undefined
  }
}

/** A name of the rules in quotation marks with its link; a parameter with its value. */
export function named(
  terms: Terms,
  expr: Extract<Expr, { op: 'fact' | 'definition' | 'parameter' | 'field' }>,
): readonly Run[] {
  const { scope } = terms.rules
  const { name } = expr
  switch (expr.op) {
    case 'fact':
      return [quoted(scope.facts.get(name)?.declaration.title ?? name, anchorOf.fact(name))]
    case 'definition': {
      const title = scope.definitions.get(name)?.declaration.title ?? name
      return [quoted(title, anchorOf.definition(name))]
    }
    case 'parameter': {
      const title = scope.parameters.get(name)?.declaration.title ?? name
      const value = terms.valueOf(name)
      const link = quoted(title, anchorOf.parameter(name))
      return value === undefined ? [link] : runs(link, ` (${value})`)
    }
    case 'field': {
      const relation = scope.relations.get(expr.relation)?.declaration
      const title = relation?.fields.find((field) => field.name === name)?.title ?? name
      return runs(`the ${entryWords(terms)}’s `, quoted(title, anchorOf.relation(expr.relation)))
    }
  }
}

/** The title of a relation with its link. */
export const relationName = ({ rules }: Terms, name: string): Run =>
  quoted(rules.scope.relations.get(name)?.declaration.title ?? name, anchorOf.relation(name))

/** The title of a table with its link. */
export const tableName = ({ rules }: Terms, name: string): Run =>
  quoted(rules.scope.tables.get(name)?.declaration.title ?? name, anchorOf.table(name))
