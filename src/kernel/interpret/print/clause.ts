import type { Clause, Expr } from '../../rules/ast.ts'
import { conditionPhrase } from './condition.ts'
import type { Phrase, Run } from './phrase.ts'
import { after, runs, words } from './phrase.ts'
import { anchorOf } from './anchors.ts'
import { quoted } from './terms.ts'
import type { ValuePrinter } from './value.ts'
import { valueAfter } from './value.ts'

/** A paragraph that another mentions: its number in its section, and where it is printed. */
export interface ParagraphLink {
  readonly number: number
  readonly anchor: string
}

/** Where a clause stands among the paragraphs of its section. */
export interface Position {
  /** What it is an exception to. */
  readonly general: ParagraphLink | undefined
  /** Exceptions that are drafted on the general rule: "subject to paragraph (4)". */
  readonly subjectTo: readonly ParagraphLink[]
}

const isNamed = ({ op }: Expr): boolean =>
  ['bool', 'number', 'date', 'enum', 'fact', 'definition', 'parameter'].includes(op)

const isAlways = (expr: Expr): boolean => expr.op === 'bool' && expr.value

/** Whether a drafting word is written on the general rule rather than on the exception. */
export const isOnGeneral = ({ drafting }: Clause): boolean =>
  /^subject to$/i.test(drafting?.trim() ?? '')

/**
 * A clause as one or two sentences: what opens it ("Except that", "Notwithstanding paragraph (1)",
 * "Subject to paragraph (4)"), what it concludes, and where. A conclusion that is itself a list
 * stands in a sentence of its own.
 */
export function clauseSentences(
  clause: Clause,
  position: Position,
  printer: ValuePrinter,
): readonly Phrase[] {
  const opening = openingOf(clause, position)
  const conclusion = conclusionOf(clause, printer)
  const condition = isAlways(clause.when) ? undefined : conditionPhrase(clause.when, printer)
  if (!condition) return [opened(opening, conclusion)]
  const isTest = clause.then.op !== 'bool' && isBool(clause, printer)
  if (!conclusion.items && !isTest) {
    // A computed value ends before the condition begins: "rounded up to a multiple of 1 km, where".
    const where = isNamed(clause.then) ? ' where ' : ', where '
    return [opened(opening, after(runs(conclusion.lead, where), condition))]
  }
  const applies = after([words('this paragraph applies where ')], condition)
  const result = after([words('Where it applies, ')], conclusion)
  return [opened(opening, applies), result]
}

function openingOf(clause: Clause, { general, subjectTo }: Position): readonly Run[] {
  const subject = subjectTo.length === 0 ? [] : runs('subject to ', paragraphs(subjectTo), ', ')
  if (!general || isOnGeneral(clause)) return subject
  const word = clause.drafting?.trim() ?? 'except that'
  if (/^except(?: that)?$/i.test(word)) return runs('except that ', subject)
  return runs(`${word} `, paragraphs([general]), ', ', subject)
}

function paragraphs(links: readonly ParagraphLink[]): readonly Run[] {
  const one = links.length === 1 ? 'paragraph ' : 'paragraphs '
  return runs(
    one,
    links.flatMap(({ number, anchor }, index): Run[] => {
      const before = index === 0 ? '' : index === links.length - 1 ? ' and ' : ', '
      return [words(before), { text: `(${number})`, to: anchor }]
    }),
  )
}

/** A sentence with its opening and a capital. */
function opened(opening: readonly Run[], phrase: Phrase): Phrase {
  const { lead, ...rest } = after(opening, phrase)
  const [first, ...others] = lead.filter(({ text }) => text !== '')
  if (!first) return phrase
  const text = first.text.charAt(0).toUpperCase() + first.text.slice(1)
  return { ...rest, lead: [{ ...first, text }, ...others] }
}

const isBool = ({ definition }: Clause, { rules }: ValuePrinter): boolean =>
  rules.scope.definitions.get(definition)?.declaration.type.kind === 'bool'

/** What a clause says of its definition: that it holds, or what it is. */
function conclusionOf(clause: Clause, printer: ValuePrinter): Phrase {
  const declaration = printer.rules.scope.definitions.get(clause.definition)?.declaration
  const name = quoted(
    declaration?.title ?? clause.definition,
    anchorOf.definition(clause.definition),
  )
  const { then } = clause
  if (!isBool(clause, printer)) return valueAfter(runs(name, ' is '), then, printer)
  if (then.op === 'bool') return { lead: runs(name, then.value ? ' holds' : ' does not hold') }
  return after(runs(name, ' holds if, and only if, '), conditionPhrase(then, printer))
}
