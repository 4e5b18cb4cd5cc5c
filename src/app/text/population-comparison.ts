import type { Plain } from '#rules'
import type {
  ComparedCell,
  ComparedMember,
  DefinitionDifference,
  ParameterDifference,
  PopulationComparison,
} from '../../kernel/interpret/compare-population/comparison-document.ts'
import type { PopulationRun } from '../../kernel/interpret/compare-population/statement.ts'
import { shareInWords } from '../../kernel/interpret/compare-population/statement.ts'
import type { FileRun } from '../what-if/file.ts'
import { section, table, wrapped } from './layout.ts'

const membersMax = 12

/** A comparison over a population as plain text: the sentence, the transitions, why, and who. */
export function populationComparisonText({ statement, comparison }: PopulationRun): string {
  const affected = comparison.dimensions.flatMap(({ title, members }) =>
    section(`Affected, by ${title}`, membersText(members)),
  )
  return [
    ...wrapped(statement),
    ...section('How they come out', matrixText(comparison)),
    ...section('What makes the difference', attributionText(comparison)),
    ...affected,
    ...section('Examples, by their number in the population', examplesText(comparison)),
  ].join('\n')
}

/** Comparisons over one file, one after the other, then the rows that were left out. */
export function fileComparisonsText({ runs, rejected }: FileRun): string {
  const rows = rejected.map(
    ({ row, problems }) => `row ${row}: ${problems.map(({ message }) => message).join('; ')}`,
  )
  return [
    runs.map(populationComparisonText).join('\n\n'),
    ...section(
      'Left out, the first of them',
      rows.flatMap((text) => wrapped(text, 2, 2)),
    ),
  ].join('\n')
}

function matrixText({ cells, categories, measures }: PopulationComparison): readonly string[] {
  const labels = new Map(categories.map(({ key, label }) => [key, label]))
  const changed = ({ changedRows }: ComparedCell): number => (changedRows > 0 ? 1 : 0)
  const sorted = [...cells].sort((a, b) => changed(b) - changed(a) || b.rows - a.rows)
  const counts = (cell: ComparedCell) => [
    grouped(String(cell.rows)),
    ...cell.quantities.map(
      ({ total, unknownRows }) => `${grouped(total)}${unknownRows > 0 ? '+' : ''}`,
    ),
  ]
  const heads = ['cases', ...measures.map(({ unit }) => unit)]
  const figures = rightAligned([heads, ...sorted.map(counts)])
  const isPartial = cells.some(({ quantities }) =>
    quantities.some(({ unknownRows }) => unknownRows > 0),
  )
  return [
    `  ${figures[0]}`,
    ...sorted.flatMap((cell, index) => {
      const from = labels.get(cell.from) ?? cell.from
      const to = labels.get(cell.to) ?? cell.to
      const isChanged = cell.changedRows > 0
      const words = cell.from === to || !isChanged ? from : `${from}  =>  ${to}`
      const [first = '', ...rest] = wrapped(words, (figures[0]?.length ?? 0) + 6, 2)
      return [`${isChanged ? '*' : ' '} ${figures[index + 1]}    ${first.trimStart()}`, ...rest]
    }),
    '  * comes out otherwise; => from the baseline to the reform',
    ...(isPartial ? ['  + and cases in which it is not known how much'] : []),
  ]
}

function rightAligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) => row.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '))
}

function attributionText({ attribution, changedRows }: PopulationComparison): readonly string[] {
  const own = attribution.filter(({ origin }) => origin === 'itself')
  const carried = attribution.filter(({ origin, rows }) => origin === 'carried' && rows > 0)
  if (changedRows === 0) {
    return own.length === 0
      ? ['  The readings have the same clauses and numbers.']
      : own.map(({ title }) => `  ${title}: its text differs, but no case here shows it`)
  }
  return [
    ...own.filter(({ rows }) => rows > 0).flatMap(definitionText),
    ...wrapped(
      `Carried on by: ${carried.map(({ title, rows }) => `${title} (${grouped(String(rows))})`).join('; ')}`,
      2,
      2,
    ),
  ]
}

function definitionText({ title, rows, clauses, text }: DefinitionDifference): readonly string[] {
  return [
    ...wrapped(`${title}: ${casesText(rows)}`, 2, 2),
    ...text.parameters.flatMap((parameter) => wrapped(parameterText(parameter), 4, 2)),
    ...clauses.flatMap(({ title: clause, cite, addedRows, droppedRows, alteredRows }) => {
      const source = [...new Set(cite.map(({ provision }) => provision))].join('; ')
      const parts = [
        ...(addedRows > 0 ? [`decides ${casesText(addedRows)} only under the reform`] : []),
        ...(droppedRows > 0 ? [`decides ${casesText(droppedRows)} only under the baseline`] : []),
        ...(alteredRows > 0 ? [`decides ${casesText(alteredRows)} under both`] : []),
      ]
      const sign = addedRows > 0 ? '+' : droppedRows > 0 ? '-' : '~'
      return wrapped(`${sign} ${clause} [${source}]: ${parts.join(', ')}`, 4, 2)
    }),
  ]
}

function parameterText({ parameter, title, unit, baseline, reform }: ParameterDifference): string {
  const value = (plain: Plain | undefined): string =>
    plain === undefined
      ? 'set by nobody'
      : `${grouped(String(plain))}${unit === undefined ? '' : ` ${unit}`}`
  return `${title} (${parameter}): ${value(baseline)} => ${value(reform)}`
}

function membersText(members: readonly ComparedMember[]): readonly string[] {
  const changed = members.filter(({ changedRows }) => changedRows > 0)
  const rows = changed
    .slice(0, membersMax)
    .map(({ label, rows: all, changedRows }) => [
      label,
      `${grouped(String(changedRows))} of ${grouped(String(all))}${shareInWords(changedRows, all)}`,
    ])
  const rest = changed.length > membersMax ? [`  and ${changed.length - membersMax} more`] : []
  return [...table(rows, 2), ...rest]
}

function examplesText({ cells, categories, dimensions }: PopulationComparison): readonly string[] {
  const labels = new Map(categories.map(({ key, label }) => [key, label]))
  const changed = cells.filter(
    ({ changedRows, examples }) => changedRows > 0 && examples.length > 0,
  )
  const lines = changed.flatMap(({ from, to, examples }) => [
    ...wrapped(`${labels.get(from) ?? from}  =>  ${labels.get(to) ?? to}`, 2, 2),
    ...examples.flatMap(({ row, facts }) => {
      const stated = (fact: string): string => {
        const value = facts[fact]
        return typeof value === 'string' ? value : 'not stated'
      }
      const shown = dimensions.map(({ fact }) => `${fact} ${stated(fact)}`)
      return wrapped(`${row}: ${shown.join(', ')}`, 4, 2)
    }),
  ])
  return lines.length === 0 ? [] : [...lines, '  --json gives each as a complete case file']
}

const casesText = (count: number): string =>
  `${grouped(String(count))} ${count === 1 ? 'case' : 'cases'}`

const grouped = (text: string): string => {
  const [, sign = '', whole = text, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? []
  return `${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction}`
}
