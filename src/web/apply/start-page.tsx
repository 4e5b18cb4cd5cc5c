import type { Program } from '#rules'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ReadingForm } from '../determination/reading-form.tsx'
import { emptyDraft } from '../draft/draft.ts'
import type { Draft } from '../draft/draft.ts'
import { storeDraft, useDraft } from '../draft/draft-store.ts'
import { useAddressedProgram } from '../program/programs.ts'
import { useToday } from '../shell/environment.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { counted } from '../words/numbers.ts'
import { ExampleForm } from './example-form.tsx'
import { nextAddress } from './question-page.tsx'

/** Where an interview begins or goes on: the day, the reading, and what to start from. */
export function StartPage() {
  const program = useAddressedProgram()
  return program ? <Page program={program} /> : <NotFound what="program" />
}

function Page({ program }: { readonly program: Program }) {
  const today = useToday()
  const [, navigate] = useLocation()
  const { draft } = useDraft(program.id)
  const [firstReading] = program.readings
  const [reading, setReading] = useState({
    asOf: draft?.asOf ?? today,
    mode: draft?.mode ?? firstReading?.mode ?? 'text',
  })
  const begin = (from: Draft): void => {
    const started = { ...from, ...reading }
    storeDraft(program.id, started)
    navigate(nextAddress(program, started))
  }
  return (
    <div className="page narrow">
      <PageHeading
        title="Before you start"
        kicker={<Link href={`/programs/${program.id}`}>{program.title}</Link>}
      >
        <p className="lead">
          You will be asked one question at a time, and only what can still change the answer.
          Nothing you enter leaves this browser unless you save it.
        </p>
      </PageHeading>
      <section className="card" aria-labelledby="reading">
        <h2 id="reading">Which law applies</h2>
        <p>You can change both at any time and see what changes.</p>
        <ReadingForm program={program} reading={reading} onChange={setReading} />
      </section>
      {draft && Object.keys(draft.facts).length > 0 ? (
        <section className="card" aria-labelledby="continue">
          <h2 id="continue">Continue where you left off</h2>
          <p>{counted(Object.keys(draft.facts).length, 'answer')} in this browser tab.</p>
          <p className="actions">
            <Button type="button" onClick={() => begin({ ...draft, skipped: [] })}>
              Continue
            </Button>
            <Button
              type="button"
              outline
              onClick={() => begin(emptyDraft(reading.asOf, reading.mode))}
            >
              Start again
            </Button>
          </p>
        </section>
      ) : (
        <p className="actions">
          <Button type="button" onClick={() => begin(emptyDraft(reading.asOf, reading.mode))}>
            Start
          </Button>
        </p>
      )}
      <ExampleForm
        program={program}
        onFacts={(facts) => begin({ ...emptyDraft(reading.asOf, reading.mode), facts })}
      />
    </div>
  )
}
