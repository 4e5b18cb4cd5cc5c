import type { Comparison, Expr } from '../../rules/ast.ts'
import type { Run } from './phrase.ts'
import { listed, runs, words } from './phrase.ts'
import { memberLabel, named, quoted, tableName, typeOf } from './terms.ts'
import type { ValuePrinter } from './value.ts'
import { valueRuns } from './value.ts'

const compared: Readonly<Record<Comparison, readonly [yes: string, no: string]>> = {
  atLeast: ['is at least', 'is less than'],
  atMost: ['is at most', 'is more than'],
  moreThan: ['is more than', 'is at most'],
  lessThan: ['is less than', 'is at least'],
  equal: ['is equal to', 'is not equal to'],
}
const datesCompared: typeof compared = {
  atLeast: ['is on or after', 'is before'],
  atMost: ['is on or before', 'is after'],
  moreThan: ['is after', 'is on or before'],
  lessThan: ['is before', 'is on or after'],
  equal: ['is the same day as', 'is another day than'],
}
const conditions = new Set<Expr['op']>(['bool', 'all', 'any', 'not', 'compare', 'isOneOf'])

/** A condition that does not depend on the case. */
export const alwaysWords = (isSo: boolean): string =>
  isSo ? 'this is always so' : 'this is never so'

/** A single condition in words, as it is or denied. */
export function atom(expr: Expr, positive: boolean, printer: ValuePrinter): readonly Run[] {
  switch (expr.op) {
    case 'bool':
      return [words(alwaysWords(expr.value === positive))]
    case 'definition':
      return runs(named(printer, expr), positive ? ' holds' : ' does not hold')
    case 'fact':
    case 'parameter':
    case 'field':
      return runs(named(printer, expr), positive ? ' is yes' : ' is no')
    case 'lookup': {
      const table = tableName(printer, expr.table)
      const answer = positive ? ' says yes in column ' : ' says no in column '
      return runs(
        'the table ',
        table,
        answer,
        quoted(expr.column),
        ' for ',
        valueRuns(expr.key, printer),
      )
    }
    case 'compare':
      return comparison(expr, positive, printer)
    case 'isOneOf': {
      const isNone = !positive && expr.among.length > 1
      const verb = positive ? ' is ' : isNone ? ' is none of ' : ' is not '
      const members = membersOf(expr.value, expr.among, printer, isNone ? 'and' : 'or')
      return runs(valueRuns(expr.value, printer), verb, members)
    }
    case 'includesAny':
    case 'includesAll':
      return inclusion(expr, positive, printer)
    default:
      throw new RangeError(`"${expr.op}" is no condition`)
  }
}

function comparison(
  { is, left, right }: Expr & { op: 'compare' },
  positive: boolean,
  printer: ValuePrinter,
): readonly Run[] {
  const type = typeOf(printer.rules, left) ?? typeOf(printer.rules, right)
  if (type?.kind === 'bool' || conditions.has(left.op) || conditions.has(right.op)) {
    const sides = [left, right].map((side) => runs('[', printer.condition(side), ']'))
    return runs(
      positive ? '' : 'it is not so that ',
      sides[0] ?? [],
      ' if, and only if, ',
      sides[1] ?? [],
    )
  }
  const isDate =
    type?.kind === 'date' || [left, right].some(({ op }) => /^(date|addDays)$/.test(op))
  const phrase = (isDate ? datesCompared : compared)[is][positive ? 0 : 1]
  return runs(valueRuns(left, printer), ` ${phrase} `, valueRuns(right, printer))
}

function membersOf(
  value: Expr,
  among: readonly string[],
  { rules }: ValuePrinter,
  join: 'and' | 'or',
): readonly Run[] {
  const type = typeOf(rules, value)
  const name = type && 'enum' in type ? type.enum : ''
  if (among.length === 0) return [words('nothing')]
  return listed(
    among.map((member) => [quoted(memberLabel(rules, name, member))]),
    join,
  )
}

function inclusion(
  expr: Extract<Expr, { op: 'includesAny' | 'includesAll' }>,
  positive: boolean,
  printer: ValuePrinter,
): readonly Run[] {
  const set = valueRuns(expr.set, printer)
  const type = typeOf(printer.rules, expr.set)
  const all = printer.rules.scope.enums.get(type && 'enum' in type ? type.enum : '')
  const members = all?.declaration.members ?? []
  if (expr.op === 'includesAny' && members.every(({ value }) => expr.of.includes(value))) {
    return runs(set, positive ? ' names at least one' : ' names none', ' of its values')
  }
  const join = expr.op === 'includesAny' ? 'or' : 'and'
  const listedMembers = membersOf(expr.set, expr.of, printer, join)
  if (expr.op === 'includesAny' && !positive && expr.of.length > 1) {
    return runs(set, ' includes none of ', membersOf(expr.set, expr.of, printer, 'and'))
  }
  const both = expr.of.length > 1 && expr.op === 'includesAll'
  const every = both ? (positive ? 'every one of ' : 'not every one of ') : ''
  const verb = positive || both ? ' includes ' : ' does not include '
  return runs(set, verb, every, listedMembers)
}
