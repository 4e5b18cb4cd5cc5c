import type { Expr, Rounding } from '../../rules/ast.ts'
import type { Phrase, Run } from './phrase.ts'
import { after, listed, runs, words } from './phrase.ts'
import type { Terms } from './terms.ts'
import {
  entryWords,
  memberLabel,
  named,
  quantityWords,
  quoted,
  relationName,
  stepWords,
  tableName,
} from './terms.ts'

/** What values are printed with: names, and how a condition within a value is put in words. */
export interface ValuePrinter extends Terms {
  readonly condition: (expr: Expr) => readonly Run[]
  /** The printer of what is read once for each entry of a list. */
  readonly inEntries: () => ValuePrinter
}

const rounded: Readonly<Record<Rounding, string>> = {
  down: 'rounded down to a multiple of',
  up: 'rounded up to a multiple of',
  halfUp: 'rounded to the nearest multiple (a half up) of',
}

const lists = {
  add: 'the sum of',
  maximum: 'the greatest of',
  minimum: 'the least of',
} as const

const isList = (expr: Expr): expr is Extract<Expr, { op: 'add' | 'maximum' | 'minimum' }> =>
  expr.op in lists

/** A value that stands alone needs no brackets within another. */
const simple = new Set<Expr['op']>([
  'bool',
  'number',
  'date',
  'enum',
  'fact',
  'definition',
  'parameter',
  'field',
])

/** A value at the end of a sentence: what has three parts or more is a lettered list. */
function valuePhrase(expr: Expr, printer: ValuePrinter): Phrase {
  if (!isList(expr) || expr.of.length < 3) return { lead: valueRuns(expr, printer) }
  const items = expr.of.map((part) => valuePhrase(part, printer))
  return { lead: [words(`${lists[expr.op]} the following:`)], items, join: 'and' }
}

/** A value within a sentence. */
export function valueRuns(expr: Expr, printer: ValuePrinter): readonly Run[] {
  const inner = (part: Expr): readonly Run[] => bracketed(part, printer)
  switch (expr.op) {
    case 'number':
      return [words(quantityWords(printer.rules, expr.value, expr.unit))]
    case 'date':
      return [words(expr.value)]
    case 'enum':
      return [quoted(memberLabel(printer.rules, expr.enum, expr.value))]
    case 'fact':
    case 'definition':
    case 'parameter':
    case 'field':
      return named(printer, expr)
    case 'lookup':
      return runs(
        'the entry of ',
        tableName(printer, expr.table),
        ' in column ',
        quoted(expr.column),
        ' for ',
        inner(expr.key),
      )
    case 'add':
    case 'maximum':
    case 'minimum':
      return runs(`${lists[expr.op]} `, listed(expr.of.map(inner), 'and'))
    case 'subtract':
      return runs(inner(expr.left), ' less ', inner(expr.right))
    case 'multiply':
      return runs(inner(expr.left), ' multiplied by ', inner(expr.right))
    case 'divide':
      return quotient(expr, printer)
    case 'addDays':
      return runs(dayCount(expr.days), inner(expr.date))
    case 'countOver':
    case 'sumOver':
    case 'maxOver':
      return aggregate(expr, printer)
    default:
      return runs('whether ', printer.condition(expr))
  }
}

function bracketed(expr: Expr, printer: ValuePrinter): readonly Run[] {
  const made = valueRuns(expr, printer)
  return simple.has(expr.op) ? made : runs('[', made, ']')
}

function dayCount(days: number): string {
  const count = Math.abs(days)
  const unit = count === 1 ? 'day' : 'days'
  return `${count} ${unit} ${days < 0 ? 'before' : 'after'} `
}

function quotient(expr: Expr & { op: 'divide' }, printer: ValuePrinter): readonly Run[] {
  const { left, right, unit, round } = expr
  const step = `${rounded[round]} ${stepWords(printer.rules, unit)}`
  const scale = printer.rules.scope.units.get(right.op === 'number' ? right.unit : '')
  const isOne = right.op === 'number' && right.value === 10 ** (scale?.declaration.scale ?? 0)
  const by = isOne ? [] : runs(' divided by ', bracketed(right, printer))
  return runs(bracketed(left, printer), by, `, ${step}`)
}

function aggregate(
  expr: Extract<Expr, { op: 'countOver' | 'sumOver' | 'maxOver' }>,
  printer: ValuePrinter,
): readonly Run[] {
  const over = entriesWhere(expr, printer)
  if (expr.op === 'countOver') return runs('the number of ', over)
  const value = bracketed(expr.value, printer.inEntries())
  if (expr.op === 'sumOver') return runs('the sum of ', value, ' over the ', over)
  return runs('the greatest of ', value, ' among the ', over, ' (0 where there is none)')
}

/** "entries of X for which ...", with the condition in brackets. */
function entriesWhere(
  { relation, where }: { readonly relation: string; readonly where: Expr },
  printer: ValuePrinter,
): readonly Run[] {
  const inner = printer.inEntries()
  const entries = runs(`${entryWords(inner, true)} of `, relationName(printer, relation))
  const isEvery = where.op === 'bool' && where.value
  return isEvery ? entries : runs(entries, ' for which [', inner.condition(where), ']')
}

/** A value phrase that follows words. */
export const valueAfter = (before: readonly Run[], expr: Expr, printer: ValuePrinter): Phrase =>
  after(before, valuePhrase(expr, printer))
