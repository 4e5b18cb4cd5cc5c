import type { Clause } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import { anchorOf, clauseAnchor } from './anchors.ts'
import type { Block, Item, Row } from './blocks.ts'
import { cell, citing, code, heading, small, text } from './blocks.ts'
import { factBlocks, instrumentBlocks, listBlocks, parameterBlocks } from './declaration-blocks.ts'
import { instrumentOf, listsOf, parametersOf } from './declare.ts'
import { groupsOf, kindWords } from './facts.ts'
import type { Run } from './phrase.ts'
import { runs, words } from './phrase.ts'
import { readsOf } from './reads.ts'
import { citationWords, periodWords, statusInWords } from './standing.ts'

/** What a reference page needs of a program. */
export interface ReferenceSubject {
  readonly title: string
  readonly summary: string
  readonly rules: RuleSet
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly readings: readonly {
    readonly mode: string
    readonly title: string
    readonly about: string
  }[]
}

/** Where the files beside a reference page are, from that page. */
export interface ReferenceFiles {
  readonly graph: string
  readonly schema: string
  /** The program's sources; a citation's anchor is a heading in it. */
  readonly sources: string
}

/**
 * The reference page of a program: everything its rule text has ever declared, whatever the day and
 * the reading. It depends on the rule text alone, so it is stale exactly when that has changed.
 */
export function referenceBlocks(
  subject: ReferenceSubject,
  files: ReferenceFiles,
): readonly Block[] {
  const { title, summary, rules, groups, readings } = subject
  const { facts, definitions, clauses } = rules.text
  return [
    heading(1, `${title}: reference`),
    text(summary),
    text(
      `${clauses.length} clauses reach ${definitions.length} definitions from ${facts.length} facts. Made from the rule text whose digest is `,
      code(rules.hash),
      ' by ',
      code('npm run reference'),
      '. The sentences of the law as of a day: ',
      code(`proviso print ${rules.text.program}`),
      '.',
    ),
    text('The JSON Schema of a case: ', { text: files.schema, href: files.schema }, '.'),
    heading(2, 'Readings'),
    {
      kind: 'list',
      items: readings.map((one) => ({
        lead: runs(one.title, ' ', code(one.mode), `: ${one.about}`),
      })),
    },
    heading(2, 'How the definitions rest on each other'),
    text(
      'An arrow leads from what is read to what reads it. The outcome has the thickest border, outputs a thick one. What each reads is also listed with it below.',
    ),
    { kind: 'picture', file: files.graph, about: `Dependency graph of ${title}` },
    heading(2, 'Definitions'),
    ...definitionBlocks(rules, files),
    ...parameterBlocks(parametersOf(rules)),
    ...factBlocks(groupsOf(rules, groups)),
    ...tableBlocks(rules, files),
    ...listBlocks(listsOf(rules)),
    ...instrumentBlocks(rules.text.packs.map(instrumentOf)),
    ...sourceBlocks(rules, files),
  ]
}

function definitionBlocks(rules: RuleSet, files: ReferenceFiles): readonly Block[] {
  const { definitions, clauses, outcome, outputs } = rules.text
  const reads = readsOf(rules, clauses)
  const link = (name: string): Run => ({
    text: rules.scope.definitions.get(name)?.declaration.title ?? name,
    to: anchorOf.definition(name),
  })
  return definitions.flatMap(({ name, title, text: about, type }): Block[] => {
    const own = reads.get(name)
    const readers = [...reads].filter(([, other]) => other.definitions.has(name))
    const role = name === outcome ? ' The outcome.' : outputs.includes(name) ? ' An output.' : ''
    const readRuns = [
      ...[...(own?.definitions ?? [])].map(link),
      ...[...(own?.facts ?? [])].map((fact) => linkTo(rules, 'facts', 'fact', fact)),
      ...[...(own?.relations ?? [])].map((one) => linkTo(rules, 'relations', 'relation', one)),
      ...[...(own?.parameters ?? [])].map((one) => linkTo(rules, 'parameters', 'parameter', one)),
      ...[...(own?.tables ?? [])].map((one) => linkTo(rules, 'tables', 'table', one)),
    ]
    return [
      heading(3, title, anchorOf.definition(name)),
      text(code(name), `: ${kindWords(rules, type)}. ${about}.${role}`),
      small('Reads: ', separated(readRuns), '.'),
      small('Read by: ', separated(readers.map(([reader]) => link(reader))), '.'),
      {
        kind: 'list',
        items: clauses
          .filter(({ definition }) => definition === name)
          .map((clause, index, all) => clauseItem(rules, clause, all.slice(0, index), files)),
      },
    ]
  })
}

function linkTo(
  { scope }: RuleSet,
  index: 'facts' | 'relations' | 'parameters' | 'tables',
  kind: 'fact' | 'relation' | 'parameter' | 'table',
  name: string,
): Run {
  return { text: scope[index].get(name)?.declaration.title ?? name, to: anchorOf[kind](name) }
}

const separated = (parts: readonly Run[]): readonly Run[] =>
  parts.length === 0
    ? [words('nothing')]
    : parts.flatMap((part, index) => (index === 0 ? [part] : [words('; '), part]))

/** A version of a clause: what it is an exception to, its days, every status it has had, its sources. */
function clauseItem(
  rules: RuleSet,
  clause: Clause,
  earlier: readonly Clause[],
  files: ReferenceFiles,
): Item {
  const { id, title, exceptTo, status, note } = clause
  const isFirst = earlier.every((other) => other.id !== id)
  const standing = status
    .map((change) => `${statusInWords(change.status)} from ${change.from} (${change.cite})`)
    .join('; ')
  const pack = rules.text.packs.find((one) => one.id === clause.pack)?.title ?? clause.pack
  return {
    ...(isFirst ? { anchor: clauseAnchor(rules, clause) } : {}),
    lead: runs(
      { text: title, style: 'strong' },
      ' ',
      code(id),
      exceptTo === undefined ? '' : runs(', exception to ', code(exceptTo)),
      `, ${periodWords(clause)}; ${standing}; ${pack}. `,
      citedRuns(clause, files),
      note === undefined ? '.' : `. ${note}`,
    ),
  }
}

function citedRuns({ cite }: Clause, files: ReferenceFiles): readonly Run[] {
  return cite.flatMap(({ provision, anchor }, index): Run[] => [
    words(index === 0 ? '' : '; '),
    anchor === undefined
      ? citing(provision)
      : { ...citing(provision), href: `${files.sources}#${headingLink(anchor)}` },
  ])
}

/** The link to a heading as code hosts make it. */
const headingLink = (anchor: string): string =>
  anchor
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-')

function tableBlocks({ text: { tables } }: RuleSet, files: ReferenceFiles): readonly Block[] {
  if (tables.length === 0) return []
  const rows = tables.map(({ name, title, cite, verifiedAt, columns, rows: keys }): Row => ({
    anchor: anchorOf.table(name),
    cells: [
      runs(title, ' ', code(name)),
      cell(`${Object.keys(keys).length}`),
      cell(Object.keys(columns).join(', ')),
      [citing(citationWords(cite))],
      cell(verifiedAt),
    ],
  }))
  const head = ['Table', 'Rows', 'Columns', 'Source', 'Verified']
  return [
    heading(2, 'Tables'),
    text(
      'Printed in full with the law; where their numbers are from is in the ',
      { text: 'sources', href: files.sources },
      '.',
    ),
    { kind: 'table', caption: 'Tables', head, rows },
  ]
}

/** Every provision that the rules cite, with how often: what a reviewer has to read. */
function sourceBlocks(rules: RuleSet, files: ReferenceFiles): readonly Block[] {
  const counts = new Map<string, { readonly anchor: string | undefined; count: number }>()
  const { clauses, facts, relations, parameters, tables } = rules.text
  const cited = [...clauses, ...facts, ...relations, ...tables].flatMap(({ cite }) => cite)
  const versions = parameters.flatMap((one) => one.versions.flatMap(({ cite }) => cite))
  for (const { provision, anchor } of [...cited, ...versions]) {
    const known = counts.get(provision) ?? { anchor, count: 0 }
    known.count++
    counts.set(provision, known)
  }
  const rows = [...counts].map(([provision, { anchor, count }]): Row => ({
    cells: [
      [
        anchor === undefined
          ? words(provision)
          : { text: provision, href: `${files.sources}#${headingLink(anchor)}` },
      ],
      cell(`${count}`),
    ],
  }))
  return [
    heading(2, 'Sources'),
    text(
      'What each provision says, and how far it was checked, is in the ',
      { text: 'sources', href: files.sources },
      '.',
    ),
    { kind: 'table', caption: 'Sources', head: ['Provision', 'Cited'], rows },
  ]
}
