import type { Expr } from '../../rules/ast.ts'
import { alwaysWords, atom } from './atom.ts'
import type { Phrase, Run } from './phrase.ts'
import { after, listed, runs, words } from './phrase.ts'
import type { Terms } from './terms.ts'
import { entryWords, relationName } from './terms.ts'
import type { ValuePrinter } from './value.ts'
import { valueRuns } from './value.ts'

/** How values within conditions are printed, and conditions within values. */
export const printerOf = (terms: Terms): ValuePrinter => {
  const printer: ValuePrinter = {
    ...terms,
    condition: (expr) => inline(expr, true, printer),
    inEntries: () => printerOf({ ...terms, level: (terms.level ?? 0) + 1 }),
  }
  return printer
}

type Group = Extract<Expr, { op: 'all' | 'any' }>
const isGroup = (expr: Expr): expr is Group => expr.op === 'all' || expr.op === 'any'

/** Words that begin a lettered list of conditions. */
const leads = {
  all: { true: 'all of the following apply:', false: 'not all of the following apply:' },
  any: { true: 'any of the following applies:', false: 'none of the following applies:' },
} as const

/**
 * A condition as the end of a sentence. Several parts become a lettered list, so that no reader has
 * to guess how "and" and "or" go together; at most two plain parts stand in one line.
 */
export function conditionPhrase(expr: Expr, printer: ValuePrinter, positive = true): Phrase {
  if (expr.op === 'not') return conditionPhrase(expr.of, printer, !positive)
  if (isGroup(expr)) return groupPhrase(expr, printer, positive)
  switch (expr.op) {
    case 'anyOver':
    case 'allOver':
      return after(
        rowsLead(expr, positive, printer),
        conditionPhrase(expr.where, printer.inEntries()),
      )
    case 'totalAtLeast': {
      const isEvery = expr.where.op === 'bool' && expr.where.value
      if (isEvery) return { lead: totalLead(expr, positive, printer) }
      const lead = runs(totalLead(expr, positive, printer), ' for which ')
      return after(lead, conditionPhrase(expr.where, printer.inEntries()))
    }
    default:
      return { lead: atom(expr, positive, printer) }
  }
}

/**
 * Parts of a group with groups of its own kind unfolded: "all of A and all of B and C" is one list,
 * and "X is one, or X is the other" is "X is one or the other".
 */
function partsOf({ op, of }: Group): readonly Expr[] {
  const parts = of.flatMap((part) => (part.op === op ? partsOf(part) : [part]))
  if (op === 'all') return parts
  return parts.reduce<readonly Expr[]>((merged, part) => {
    const last = merged.at(-1)
    const one = last && part.op === 'isOneOf' ? together(last, part) : undefined
    return one ? [...merged.slice(0, -1), one] : [...merged, part]
  }, [])
}

/** Two memberships of one value as a single one. */
function together(first: Expr, second: Expr & { op: 'isOneOf' }): Expr | undefined {
  if (first.op !== 'isOneOf') return undefined
  if (JSON.stringify(first.value) !== JSON.stringify(second.value)) return undefined
  return { ...first, among: [...new Set([...first.among, ...second.among])] }
}

function groupPhrase(expr: Group, printer: ValuePrinter, positive: boolean): Phrase {
  const parts = partsOf(expr)
  const [first, second] = parts
  const join = expr.op === 'all' ? 'and' : 'or'
  if (!first) return { lead: [words(alwaysWords((expr.op === 'all') === positive))] }
  if (!second) return conditionPhrase(first, printer, positive)
  if (positive && parts.length === 2 && parts.every(isPlain)) {
    return {
      lead: listed(
        parts.map((part) => conditionPhrase(part, printer).lead),
        join,
      ),
    }
  }
  return {
    lead: [words(leads[expr.op][positive ? 'true' : 'false'])],
    items: parts.map((part) => conditionPhrase(part, printer)),
    join,
  }
}

/** Whether a condition is so short that it may share its line with another. */
function isPlain(expr: Expr): boolean {
  if (expr.op === 'not') return isPlain(expr.of)
  if (expr.op === 'isOneOf') return expr.among.length === 1
  if (expr.op === 'compare') return isName(expr.left) && isName(expr.right)
  return expr.op === 'fact' || expr.op === 'definition' || expr.op === 'field'
}

const isName = ({ op }: Expr): boolean =>
  ['number', 'date', 'enum', 'fact', 'definition', 'parameter', 'field'].includes(op)

/** A condition within a sentence, its groups in brackets. */
function inline(expr: Expr, positive: boolean, printer: ValuePrinter): readonly Run[] {
  if (expr.op === 'not') return inline(expr.of, !positive, printer)
  if (isGroup(expr)) {
    const parts = partsOf(expr)
    if (parts.length === 0) return conditionPhrase(expr, printer, positive).lead
    const join = expr.op === 'all' ? ' and ' : ' or '
    const made = parts.map((part) =>
      isGroup(part) && part.of.length > 1
        ? runs('[', inline(part, true, printer), ']')
        : inline(part, true, printer),
    )
    const joined = made.flatMap((part, index) => (index === 0 ? part : [words(join), ...part]))
    return positive ? joined : runs('it is not so that [', joined, ']')
  }
  if (expr.op === 'anyOver' || expr.op === 'allOver') {
    const where = inline(expr.where, true, printer.inEntries())
    return runs(rowsLead(expr, positive, printer), '[', where, ']')
  }
  if (expr.op === 'totalAtLeast') {
    const where = inline(expr.where, true, printer.inEntries())
    return runs(totalLead(expr, positive, printer), ' for which [', where, ']')
  }
  return atom(expr, positive, printer)
}

function rowsLead(
  expr: Extract<Expr, { op: 'anyOver' | 'allOver' }>,
  positive: boolean,
  printer: ValuePrinter,
): readonly Run[] {
  const entry = `${entryWords(printer.inEntries())} of `
  const name = relationName(printer, expr.relation)
  if (expr.op === 'anyOver') {
    return runs(positive ? 'there is at least one ' : 'there is no ', entry, name, ' for which ')
  }
  return runs(positive ? 'for every ' : 'it is not so that for every ', entry, name, ' ')
}

function totalLead(
  expr: Expr & { op: 'totalAtLeast' },
  positive: boolean,
  printer: ValuePrinter,
): readonly Run[] {
  return runs(
    'the total of ',
    valueRuns(expr.value, printer.inEntries()),
    positive ? ' is at least ' : ' is less than ',
    valueRuns(expr.threshold, printer),
    `, counted over the ${entryWords(printer.inEntries(), true)} of `,
    relationName(printer, expr.relation),
  )
}
