import type { ClauseTrace, DefinitionTrace, Program } from '#rules'
import type { ReactNode } from 'react'
import { statusWords } from '../words/labels.ts'

interface Props {
  readonly program: Program
  /** The step that the clause belongs to, where the clauses that overrode it are named. */
  readonly step: DefinitionTrace
  readonly clause: ClauseTrace
  readonly children: ReactNode
}

const parts = {
  decided: 'Decided it',
  overridden: 'Overridden',
  open: 'Cannot yet tell',
} as const

/** One clause: what it did, the law it cites, how that law stands, and the values it read. */
export function Clause({ program, step, clause, children }: Props) {
  const { title, part, cite, overriddenBy, note } = clause
  return (
    <div className="clause" data-part={part}>
      <p className="clause-title">
        <span className="tag">{parts[part]}</span> {title}
        {overriddenBy.length > 0 ? (
          <span className="quiet">
            {' '}
            (by “{overriddenBy.map((id) => titleOf(step, id)).join('”, “')}”)
          </span>
        ) : null}
      </p>
      <p className="clause-cite">
        <cite>{cite.map(({ provision }) => provision).join('; ')}</cite>
        {' · '}
        <Standing program={program} clause={clause} />
      </p>
      {cite.map(({ quote }) =>
        quote === undefined ? null : <blockquote key={quote}>{quote}</blockquote>,
      )}
      {note === undefined ? null : <p className="quiet small">{note}</p>}
      {children}
    </div>
  )
}

function Standing({ program, clause }: Pick<Props, 'program' | 'clause'>) {
  const { status, statusCite, inForceFrom, inForceTo, verifiedAt, pack } = clause
  const title = program.rules.text.packs.find(({ id }) => id === pack)?.title ?? pack
  const until = inForceTo === undefined ? '' : ` to ${inForceTo}`
  return (
    <span className="quiet">
      {statusWords(status)}
      {status === 'inForce' || statusCite === '' ? '' : ` (${statusCite})`}, from {inForceFrom}
      {until}; {title}; verified {verifiedAt}
    </span>
  )
}

const titleOf = (step: DefinitionTrace, id: string): string =>
  step.clauses.find(({ clause }) => clause === id)?.title ?? id
