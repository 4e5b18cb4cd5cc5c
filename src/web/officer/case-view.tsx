import { programById } from '#programs'
import type { Mode, Program } from '#rules'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { DeterminationView } from '../determination/determination-view.tsx'
import type { ReadCase } from '../draft/reading.ts'
import { Alert } from '../shell/controls.tsx'
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
      <About stored={stored} />
      {program ? (
        <Determined key={stored.version} program={program} stored={stored} />
      ) : (
        <p>This server has no program “{stored.program}”.</p>
      )}
      <History stored={stored} />
    </>
  )
}

/** Who the case is about, and what it holds of limits. */
function About({ stored }: { readonly stored: StoredCase }) {
  const { program, references, reservations } = stored
  if (Object.keys(references).length + reservations.length === 0) return null
  const asked = programById(program)?.entitlement?.references ?? []
  return (
    <dl className="facts card">
      {Object.entries(references).map(([name, value]) => (
        <div key={name}>
          <dt>{asked.find((reference) => reference.name === name)?.title ?? name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {reservations.map(({ account, title, amount, unit, expiresAt }) => (
        <div key={account}>
          <dt>Reserved until {timeWords(expiresAt)}</dt>
          <dd>
            {groupDigits(amount)} {unit} of <Link href={`/ledger/${account}`}>{title}</Link>
          </dd>
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
  const isOtherLaw = determination !== undefined && determination.rulesHash !== program.rules.hash
  return (
    <>
      {isOtherLaw ? (
        <Alert
          type="warning"
          headingLevel="h2"
          heading="The rules have changed since this was recorded"
        >
          Recorded was: {determination.statement} What follows is decided again, under the rules as
          they are in this version.
        </Alert>
      ) : null}
      <DeterminationView program={program} read={read} onRead={setRead} />
    </>
  )
}

function History({ stored }: { readonly stored: StoredCase }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="history">
        {stored.history.map(({ sequence, type, at, actor }) => (
          <li key={sequence}>
            <span className="quiet day">{timeWords(at)}</span>{' '}
            <strong>{eventWords[type] ?? type}</strong> by {actor}
          </li>
        ))}
      </ol>
    </section>
  )
}

const eventWords: Readonly<Record<string, string>> = {
  created: 'Opened',
  factsSaved: 'Facts saved',
  determined: 'Decided and recorded',
  settled: 'Settled',
  released: 'Released',
}
