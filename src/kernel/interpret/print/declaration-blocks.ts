import type { Block, Row } from './blocks.ts'
import { cell, citing, heading, small, text } from './blocks.ts'
import type {
  LawDeclarations,
  LawFact,
  LawGroup,
  LawInstrument,
  LawList,
  LawParameter,
  LawTable,
} from './declarations.ts'
import type { Run } from './phrase.ts'
import { runs } from './phrase.ts'
import { citationWords, periodWords } from './standing.ts'

/** Parameters, facts, tables, lists and instruments, each part only where it has something to show. */
export function declarationBlocks(law: LawDeclarations): readonly Block[] {
  return [
    ...parameterBlocks(law.parameters),
    ...factBlocks(law.groups),
    ...law.tables.flatMap(tableBlocks),
    ...listBlocks(law.lists),
    ...instrumentBlocks(law.instruments),
  ]
}

/** Numbers that the law sets: each version with its days, its value and its source. */
export function parameterBlocks(parameters: readonly LawParameter[]): readonly Block[] {
  if (parameters.length === 0) return []
  const rows = parameters.flatMap(({ anchor, title, why, kind, versions }): Row[] =>
    versions.map((version, index) => ({
      ...(index === 0 ? { anchor } : {}),
      cells: [
        cell(index === 0 ? title : `${title} (later)`),
        valueCell(version),
        cell(periodWords(version)),
        runs(citing(citationWords(version.cite)), ` (${version.pack})`),
        cell(index === 0 ? `${why}; ${kind}` : ''),
      ],
    })),
  )
  const head = ['Number', 'Value', 'Days', 'Source', 'What it is for']
  return [
    heading(2, 'Numbers that the law sets'),
    text('Each with every version. The value that a reading takes is marked “taken”.'),
    { kind: 'table', caption: 'Numbers that the law sets', head, rows },
  ]
}

function valueCell(version: LawParameter['versions'][number]): readonly Run[] {
  const marks = [
    ...(version.isCurrent ? ['taken'] : []),
    ...(version.isProposed ? ['proposed'] : []),
  ]
  return cell(marks.length === 0 ? version.value : `${version.value} (${marks.join(', ')})`)
}

/** Facts by group: what is asked, what the answer can be, who may say it, and why it is asked. */
export function factBlocks(groups: readonly LawGroup[]): readonly Block[] {
  if (groups.length === 0) return []
  const head = ['Fact', 'Question', 'Answer', 'Why it is asked', 'Source']
  return [
    heading(2, 'Facts'),
    ...groups.flatMap(({ title, facts }): Block[] => [
      heading(3, title),
      { kind: 'table', caption: `Facts: ${title}`, head, rows: facts.map(factRow) },
    ]),
  ]
}

function factRow(fact: LawFact): Row {
  const { anchor, title, name, question, hint, why, kind, list, prefill, assertedBy } = fact
  const fields = fact.fields?.map((field) => `${field.title}: ${field.kind}`).join('; ')
  const source = prefill === undefined ? '' : `; filled in from ${prefill}`
  const evidence = fact.evidence.length === 0 ? '' : `; evidence: ${fact.evidence.join(', ')}`
  return {
    anchor,
    cells: [
      runs(title, ' ', { text: name, style: 'code' }),
      cell(hint === undefined ? question : `${question} ${hint}`),
      runs(
        list === undefined ? kind : { text: kind, to: list },
        fields === undefined ? '' : ` (${fields})`,
        `${source}; stated by: ${assertedBy.join(', ')}${evidence}`,
      ),
      cell(why),
      [citing(citationWords(fact.cite))],
    ],
  }
}

/** A table with its citations. */
export function tableBlocks(table: LawTable): readonly Block[] {
  const { anchor, title, cite, verifiedAt, key, columns, rows } = table
  return [
    heading(2, title, anchor),
    small(citing(citationWords(cite)), ` · verified ${verifiedAt}.`),
    {
      kind: 'table',
      caption: title,
      head: [key, ...columns.map(({ name }) => name)],
      rows: rows.map((row) => ({ cells: [row.key, ...row.cells].map(cell) })),
    },
  ]
}

/** Closed lists of values. */
export function listBlocks(lists: readonly LawList[]): readonly Block[] {
  if (lists.length === 0) return []
  return [
    heading(2, 'Lists of values'),
    ...lists.flatMap(({ anchor, title, members }): Block[] => [
      heading(3, title, anchor),
      {
        kind: 'text',
        lead: members.flatMap(({ value, label }, index): Run[] => [
          { text: index === 0 ? '' : '; ' },
          { text: label },
          ...(label === value ? [] : [{ text: ' ' }, { text: value, style: 'code' } as const]),
        ]),
      },
    ]),
  ]
}

/** The legal instruments and proposals that the rules are made of. */
export function instrumentBlocks(instruments: readonly LawInstrument[]): readonly Block[] {
  if (instruments.length === 0) return []
  const rows = instruments.map((one): Row => {
    const { anchor, title, instrument, from, verifiedAt, recheckBy, note, proposal, file } = one
    const what = proposal === undefined ? instrument : `Proposed, not law: ${instrument}`
    return {
      anchor,
      cells: [
        cell(title),
        runs(citing(what), note === undefined ? '' : ` ${note}`),
        cell(from),
        cell(verifiedAt),
        cell(recheckBy ?? 'not set'),
        [{ text: file, style: 'code' }],
      ],
    }
  })
  const head = ['Instrument', 'What it is', 'From', 'Verified', 'Look again by', 'File']
  return [heading(2, 'Instruments'), { kind: 'table', caption: 'Instruments', head, rows }]
}
