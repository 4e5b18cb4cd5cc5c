import type { Decision, Program } from '#rules'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { capitalized } from '../words/numbers.ts'
import type { KnownFact } from './known.ts'
import { knownFacts, tableFacts } from './known.ts'

interface Props {
  readonly program: Program
  readonly decision: Decision
  /** The address of a question; without it nothing can be changed from here. */
  readonly questionHref?: (name: string) => string
}

/** What is known so far, by section, each answer with a way to change it. */
export function KnownFacts({ program, decision, questionHref }: Props) {
  const known = useMemo(() => knownFacts(program, decision), [program, decision])
  const read = useMemo(() => tableFacts(program, decision), [program, decision])
  const sections = program.groups
    .map(({ id, title }) => ({ title, facts: known.filter(({ group }) => group === id) }))
    .filter(({ facts }) => facts.length > 0)
  if (known.length === 0) return <p className="quiet">Nothing yet.</p>
  return (
    <>
      {sections.map(({ title, facts }) => (
        <div key={title} className="known-section">
          <h3>{title}</h3>
          <Facts facts={facts} {...(questionHref ? { questionHref } : {})} />
        </div>
      ))}
      {read.length === 0 ? null : (
        <details className="more">
          <summary>Read from cited tables ({read.length})</summary>
          <Facts facts={read} />
        </details>
      )}
    </>
  )
}

interface FactsProps {
  readonly facts: readonly KnownFact[]
  readonly questionHref?: (name: string) => string
}

function Facts({ facts, questionHref }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ name, title, words, rows = [] }) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd>
            {capitalized(words)}
            {rows.length === 0 ? null : (
              <ul className="plain-list">
                {rows.map((row, index) => (
                  <li key={index}>{row}</li>
                ))}
              </ul>
            )}
          </dd>
          {questionHref ? (
            <dd className="facts-action">
              <Link href={questionHref(name)}>
                Change<span className="visually-hidden"> {title}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
