import type { Program, WorkedCase } from '#rules'
import { Alert, Button } from '../shell/controls.tsx'
import { useMemo, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { DeterminationView } from '../determination/determination-view.tsx'
import { emptyDraft } from '../draft/draft.ts'
import { storeDraft } from '../draft/draft-store.ts'
import type { ReadCase } from '../draft/reading.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { checkCase } from './expectation.ts'
import { useAddressedProgram } from './programs.ts'

/** A worked case, run: the determination beside the answer it is known to have. */
export function WorkedCasePage() {
  const program = useAddressedProgram()
  const { case: id } = useParams<{ case: string }>()
  const worked = program?.cases.find((one) => one.id === id)
  if (!program || !worked) return <NotFound what={program ? 'worked case' : 'program'} />
  return <Page key={worked.id} program={program} worked={worked} />
}

interface Props {
  readonly program: Program
  readonly worked: WorkedCase
}

function Page({ program, worked }: Props) {
  const [, navigate] = useLocation()
  const [read, setRead] = useState<ReadCase>({ ...worked, parameters: worked.parameters ?? {} })
  const edit = (): void => {
    const { facts, parameters, asOf, mode } = read
    storeDraft(program.id, { ...emptyDraft(asOf, mode), facts, parameters })
    navigate(`/programs/${program.id}/determination`)
  }
  return (
    <div className="page">
      <PageHeading
        title={worked.title}
        kicker={
          <>
            <Link href={`/programs/${program.id}`}>{program.title}</Link> · Worked case ·{' '}
            {worked.group}
          </>
        }
      />
      <Expected program={program} worked={worked} />
      <DeterminationView program={program} read={read} onRead={setRead}>
        <p className="actions no-print">
          <Button type="button" onClick={edit}>
            Change these facts
          </Button>
        </p>
      </DeterminationView>
    </div>
  )
}

function Expected({ program, worked }: Props) {
  const { lines, isMet } = useMemo(() => checkCase(program, worked), [program, worked])
  return (
    <Alert
      type={isMet ? 'info' : 'error'}
      headingLevel="h2"
      heading={
        isMet ? 'The rules give the expected answer' : 'The rules do not give the expected answer'
      }
    >
      <ul className="usa-list">
        {lines.map(({ title, expected, isMet: met }) => (
          <li key={title + expected}>
            {title}: {expected}
            {met ? '' : ' (expected, not given)'}
          </li>
        ))}
      </ul>
      <p className="small">Where the answer is from: {worked.source}</p>
    </Alert>
  )
}
