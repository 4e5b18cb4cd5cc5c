import type { Comparison, ComparedLine, Program } from '#rules'
import { useState } from 'react'
import { modeTitle } from '../words/labels.ts'
import { capitalized, counted, groupLabel } from '../words/numbers.ts'

interface Props {
  readonly program: Program
  readonly comparison: Comparison
}

/** Every conclusion under both readings; those that differ are marked and shown first. */
export function ComparisonTable({ program, comparison }: Props) {
  const [showAll, setShowAll] = useState(false)
  const { lines, determinations, clauses } = comparison
  const differing = lines.filter(({ same }) => !same)
  const shown = showAll ? lines : differing
  const summary =
    differing.length === 0
      ? 'Both readings conclude the same on these facts.'
      : `${counted(differing.length, 'conclusion differs', 'conclusions differ')} of ${lines.length}.`
  return (
    <>
      <p role="status" className="comparison-summary">
        {summary}{' '}
        <button
          type="button"
          className="usa-button usa-button--unstyled no-print"
          onClick={() => setShowAll(!showAll)}
        >
          {showAll ? 'Show only differences' : `Show all ${lines.length}`}
        </button>
      </p>
      {shown.length === 0 ? null : (
        <table className="usa-table compare-table">
          <thead>
            <tr>
              <th scope="col">Conclusion</th>
              {determinations.map(({ mode }) => (
                <th key={mode} scope="col">
                  {modeTitle(program, mode)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line
                key={line.name}
                line={line}
                readings={determinations.map(({ mode }) => modeTitle(program, mode))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Clauses program={program} changed={clauses[1]} />
    </>
  )
}

function Line({ line, readings }: { readonly line: ComparedLine; readonly readings: string[] }) {
  return (
    <tr data-same={line.same}>
      <th scope="row">
        {line.title}
        {line.same ? null : <span className="tag tag-differs">differs</span>}
      </th>
      {line.labels.map((label, index) => (
        <td key={index} data-label={readings[index]}>
          {capitalized(groupLabel(label))}
        </td>
      ))}
    </tr>
  )
}

interface ClausesProps {
  readonly program: Program
  readonly changed: Comparison['clauses'][number] | undefined
}

function Clauses({ program, changed }: ClausesProps) {
  const added = changed?.added ?? []
  const dropped = changed?.dropped ?? []
  if (added.length + dropped.length === 0) return null
  return (
    <details className="more">
      <summary>
        Clauses that make the difference ({added.length} added, {dropped.length} no longer relied
        on)
      </summary>
      <ClauseList title="Added by the other reading" program={program} clauses={added} />
      <ClauseList title="No longer relied on" program={program} clauses={dropped} />
    </details>
  )
}

function ClauseList({
  title,
  program,
  clauses,
}: {
  readonly title: string
  readonly program: Program
  readonly clauses: readonly string[]
}) {
  if (clauses.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {clauses.map((key) => (
          <li key={key}>{clauseWords(program, key)}</li>
        ))}
      </ul>
    </>
  )
}

/** "definition/clause" as the definition's title, the clause's title and its citation. */
function clauseWords({ rules }: Program, key: string): string {
  const slash = key.indexOf('/')
  const definition = key.slice(0, slash)
  const found = rules.text.clauses.find(
    (clause) => clause.definition === definition && clause.id === key.slice(slash + 1),
  )
  const title = rules.scope.definitions.get(definition)?.declaration.title ?? definition
  const cited = found?.cite.map(({ provision }) => provision).join('; ') ?? ''
  return `${title}: ${found?.title ?? key} (${cited})`
}
