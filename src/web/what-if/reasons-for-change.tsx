import type { Plain } from '#rules'
import type {
  ClauseDifference,
  DefinitionDifference,
  ParameterDifference,
  PopulationComparison,
} from '#rules'
import { counted, groupDigits } from '../words/numbers.ts'

/** Which definitions, clauses and numbers make the difference, with the law they rest on. */
export function ReasonsForChange({ comparison }: { readonly comparison: PopulationComparison }) {
  const { attribution, otherGroundsRows } = comparison
  const own = attribution.filter(({ origin }) => origin === 'itself')
  const carried = attribution.filter(({ origin, rows }) => origin === 'carried' && rows > 0)
  if (own.length === 0) return <p>Both readings have the same clauses and the same numbers.</p>
  return (
    <>
      <ol className="plain-list changes">
        {own
          .filter(({ rows }) => rows > 0)
          .map((definition) => (
            <li key={definition.definition} className="card">
              <Definition {...definition} />
            </li>
          ))}
      </ol>
      <Idle definitions={own.filter(({ rows }) => rows === 0)} />
      {carried.length === 0 ? null : (
        <details className="more">
          <summary>What carries it on to the outcome ({carried.length})</summary>
          <ul>
            {carried.map(({ definition, title, rows }) => (
              <li key={definition}>
                {title}: otherwise in {cases(rows)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {otherGroundsRows === 0 ? null : (
        <p className="quiet">
          In {cases(otherGroundsRows)} the outcome is the same but rests on other clauses.
        </p>
      )}
    </>
  )
}

const cases = (count: number): string =>
  `${groupDigits(String(count))} ${count === 1 ? 'case' : 'cases'}`

function Definition({ title, rows, clauses, text }: DefinitionDifference) {
  return (
    <>
      <h3>{title}</h3>
      <p>Comes out otherwise in {cases(rows)} that change.</p>
      {text.parameters.map((parameter) => (
        <Parameter key={parameter.parameter} {...parameter} />
      ))}
      <ul className="plain-list">
        {clauses.map((clause) => (
          <Clause key={`${clause.pack} ${clause.clause}`} {...clause} />
        ))}
      </ul>
    </>
  )
}

function Parameter({ title, unit, baseline, reform }: ParameterDifference) {
  const value = (plain: Plain | undefined): string =>
    plain === undefined ? 'set by nobody' : `${groupDigits(String(plain))} ${unit ?? ''}`.trim()
  return (
    <p>
      {title}: {value(baseline)} before, <strong>{value(reform)}</strong> after.
    </p>
  )
}

function Clause({ title, cite, addedRows, droppedRows, alteredRows }: ClauseDifference) {
  const provisions = [...new Set(cite.map(({ provision }) => provision))].join('; ')
  const parts = [
    ...(addedRows > 0 ? [`decides ${cases(addedRows)} only after`] : []),
    ...(droppedRows > 0 ? [`decides ${cases(droppedRows)} only before`] : []),
    ...(alteredRows > 0 ? [`decides ${cases(alteredRows)} before and after`] : []),
  ]
  return (
    <li>
      <span className="clause-title">{title}</span>{' '}
      <span className="quiet small">[{provisions}]</span>: {parts.join(', ')}.
    </li>
  )
}

function Idle({ definitions }: { readonly definitions: readonly DefinitionDifference[] }) {
  if (definitions.length === 0) return null
  return (
    <p className="quiet">
      {counted(definitions.length, 'definition differs', 'definitions differ')} in the text without
      changing an outcome here: {definitions.map(({ title }) => title).join('; ')}.
    </p>
  )
}
