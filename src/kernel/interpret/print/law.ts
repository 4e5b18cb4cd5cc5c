import type { Clause, StatusChange } from '../../rules/ast.ts'
import type { LoadedClause, RuleSet } from '../../rules/load.ts'
import type { ClauseNode, View, ViewDefinition } from '../view.ts'
import { statusOn } from '../view.ts'
import { anchorOf, clauseAnchor } from './anchors.ts'
import type { ParagraphLink } from './clause.ts'
import { clauseSentences, isOnGeneral } from './clause.ts'
import { printerOf } from './condition.ts'
import { declarationsOf } from './declare.ts'
import type { Law, LawParagraph, LawSection } from './law-document.ts'
import { leftOutOf } from './left-out.ts'
import { constantWords } from './terms.ts'
import type { ValuePrinter } from './value.ts'

export interface LawOptions {
  /** The program's title; its id when absent. */
  readonly title?: string
  /** Titles of the groups of facts, in order. */
  readonly groups?: readonly { readonly id: string; readonly title: string }[]
}

/**
 * The printed law of a view: a section for each definition in the order of the rule text, numbered
 * alike on every day, then parameters, facts, tables, lists and instruments. The same view always
 * prints the same.
 */
export function lawOf(view: View, options: LawOptions = {}): Law {
  const { rules, asOf, mode } = view
  const printer = printerOf({ rules, valueOf: (name) => parameterWords(view, name) })
  return {
    program: rules.text.program,
    title: options.title ?? rules.text.program,
    hash: rules.hash,
    asOf,
    mode,
    sections: view.definitions.map((definition) => sectionOf(definition, view, printer)),
    ...declarationsOf(view, options.groups ?? []),
  }
}

function parameterWords({ rules, parameterVersions }: View, name: string): string {
  const found = rules.scope.parameters.get(name)
  const version = found && parameterVersions[found.slot]
  if (!found || !version) return 'no value on this day'
  if (version.value === null) return 'which nobody has set'
  return constantWords(rules, found.declaration.type, version.value)
}

function sectionOf(definition: ViewDefinition, view: View, printer: ValuePrinter): LawSection {
  const { loaded, roots } = definition
  const { name, title, text } = loaded.declaration
  const { rules } = view
  const numbers = numbered(roots, rules)
  const paragraph = (node: ClauseNode, general?: ClauseNode): LawParagraph =>
    paragraphOf(node, general, { view, printer, numbers, paragraph })
  const role = name === rules.text.outcome ? 'outcome' : 'output'
  return {
    number: loaded.slot + 1,
    anchor: anchorOf.definition(name),
    definition: name,
    title,
    text,
    role: role === 'outcome' || rules.text.outputs.includes(name) ? role : 'step',
    paragraphs: roots.map((root) => paragraph(root)),
    isTotal: roots.some(
      ({ clause }) => clause.clause.when.op === 'bool' && clause.clause.when.value,
    ),
    leftOut: leftOutOf(definition, view),
  }
}

/** Paragraph numbers in the order in which a reader meets them, exceptions after their rule. */
function numbered(
  roots: readonly ClauseNode[],
  rules: RuleSet,
): ReadonlyMap<ClauseNode, ParagraphLink> {
  const numbers = new Map<ClauseNode, ParagraphLink>()
  const visit = (node: ClauseNode): void => {
    numbers.set(node, { number: numbers.size + 1, anchor: anchorIn(rules, node.clause) })
    node.exceptions.forEach(visit)
  }
  roots.forEach(visit)
  return numbers
}

const anchorIn = (rules: RuleSet, { clause }: LoadedClause): string => clauseAnchor(rules, clause)

interface InSection {
  readonly view: View
  readonly printer: ValuePrinter
  readonly numbers: ReadonlyMap<ClauseNode, ParagraphLink>
  readonly paragraph: (node: ClauseNode, general: ClauseNode) => LawParagraph
}

function paragraphOf(
  node: ClauseNode,
  general: ClauseNode | undefined,
  { view, printer, numbers, paragraph }: InSection,
): LawParagraph {
  const { clause } = node.clause
  const linkOf = (other: ClauseNode): ParagraphLink => {
    const link = numbers.get(other)
    if (!link) throw new RangeError(`the clause "${other.clause.clause.id}" has no number`)
    return link
  }
  const exceptTo = general && linkOf(general)
  const subjectTo = node.exceptions.filter((one) => isOnGeneral(one.clause.clause)).map(linkOf)
  return {
    ...linkOf(node),
    clause: clause.id,
    title: clause.title,
    sentences: clauseSentences(clause, { general: exceptTo, subjectTo }, printer),
    ...(exceptTo ? { exceptTo } : {}),
    cite: clause.cite,
    ...standingOf(clause, view),
    exceptions: node.exceptions.map((exception) => paragraph(exception, node)),
  }
}

type Standing = Omit<
  LawParagraph,
  'number' | 'anchor' | 'clause' | 'title' | 'sentences' | 'exceptTo' | 'cite' | 'exceptions'
>

/** How a clause stands on the day of the view. */
function standingOf(clause: Clause, { rules, asOf }: View): Standing {
  const { from, to, verifiedAt, recheckBy, note } = clause
  const pack = rules.text.packs.find(({ id }) => id === clause.pack)
  const change: StatusChange | undefined = statusOn(clause.status, asOf)
  return {
    status: change?.status ?? 'proposed',
    statusFrom: change?.from ?? from,
    statusCite: change?.cite ?? '',
    from,
    ...(to === undefined ? {} : { to }),
    verifiedAt,
    ...(recheckBy === undefined ? {} : { recheckBy }),
    isRecheckDue: recheckBy !== undefined && asOf >= recheckBy && verifiedAt < recheckBy,
    isProposed: pack?.proposal !== undefined,
    pack: { title: pack?.title ?? clause.pack, anchor: anchorOf.pack(clause.pack) },
    ...(note === undefined ? {} : { note }),
  }
}
