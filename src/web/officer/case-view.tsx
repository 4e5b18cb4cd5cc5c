import { programById } from '#programs'
import type { Mode, Program } from '#rules'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { DeterminationView } from '../determination/determination-view.tsx'
import type { ReadCase } from '../draft/reading.ts'
import type { StoredCase } from '../server/types.ts'
import { useToday } from '../shell/environment.ts'
import { Link } from 'wouter'
import { groupDigits } from '../words/numbers.ts'
import { timeWords } from '../words/times.ts'
import { statusLabel } from './case-filters.tsx'

interface Props {
  readonly stored: StoredCase
  readonly children: ReactNode
}

/** A stored case: where it stands, who it is about, its determination and its history. */
export function CaseView({ stored, children }: Props) {
  const program = programById(stored.program)
  return (
    <>
      <p>
        <span className="tag">{statusLabel(stored.status)}</span> Version {stored.version}, changed{' '}
        {timeWords(stored.updatedAt)}
        {stored.recordIndex === undefined ? '' : `, entry ${stored.recordIndex} of the record`}
      </p>
      {children}
      <Reservations stored={stored} />
      {program ? <References program={program} references={stored.references} /> : null}
      {program ? (
        <Determined key={stored.version} program={program} stored={stored} />
      ) : (
        <p>This server has no program “{stored.program}”.</p>
      )}
      <History stored={stored} />
    </>
  )
}

function Reservations({ stored: { reservations } }: { readonly stored: StoredCase }) {
  if (reservations.length === 0) return null
  return (
    <ul className="card plain-list">
      {reservations.map(({ account, title, amount, unit, expiresAt }) => (
        <li key={account}>
          {groupDigits(amount)} {unit} of <Link href={`/ledger/${account}`}>{title}</Link>, held
          until {timeWords(expiresAt)}
        </li>
      ))}
    </ul>
  )
}

interface ReferencesProps {
  readonly program: Program
  readonly references: Readonly<Record<string, string>>
}

function References({ program, references }: ReferencesProps) {
  const entries = Object.entries(references)
  if (entries.length === 0) return null
  const titleOf = (name: string): string =>
    program.entitlement?.references.find((reference) => reference.name === name)?.title ?? name
  return (
    <dl className="facts card">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{titleOf(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The facts decided again here, by default under the reading that was recorded. */
function Determined({
  program,
  stored,
}: {
  readonly program: Program
  readonly stored: StoredCase
}) {
  const today = useToday()
  const { determination, facts } = stored
  const [read, setRead] = useState<ReadCase>({
    facts,
    asOf: determination?.asOf ?? today,
    mode: (determination?.mode as Mode | undefined) ?? program.readings[0]?.mode ?? 'text',
    parameters: determination?.assumedParameters ?? {},
  })
  return <DeterminationView program={program} read={read} onRead={setRead} />
}

function History({ stored }: { readonly stored: StoredCase }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="history">
        {stored.history.map(({ sequence, type, at, actor }) => (
          <li key={sequence}>
            <span className="quiet day">{timeWords(at)}</span> <strong>{type}</strong> by {actor}
          </li>
        ))}
      </ol>
    </section>
  )
}
