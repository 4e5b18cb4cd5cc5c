import type { Program } from '#rules'
import { useState } from 'react'
import type { Draft } from '../draft/draft.ts'
import { asNewCase } from '../draft/draft.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { Recorded } from '../server/types.ts'
import { Button } from '../shell/controls.tsx'
import { recordCase, saveCase, whyNotRecorded } from './keep.ts'
import { RecordedCase } from './recorded-case.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { SavedCase } from './saved-case.tsx'

type Change = (change: (draft: Draft) => Draft) => void

interface Props {
  readonly program: Program
  readonly draft: Draft
  readonly onDraft: Change
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly at: 'save' | 'record' }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'recorded'; readonly recorded: Recorded }

/** Saves the case to the server, and records its determination; before that nothing is sent. */
export function KeepCase({ program, draft, onDraft }: Props) {
  const { state, save, record } = useKeeping(program, draft, onDraft)
  const isDecided = draft.saved?.isDecided === true
  return (
    <section className="card no-print" aria-labelledby="keep">
      <h2 id="keep">Save or record this case</h2>
      {isDecided ? (
        <Decided onNew={() => onDraft(asNewCase)} />
      ) : (
        <Offer
          program={program}
          draft={draft}
          onDraft={onDraft}
          working={state.is === 'working' ? state.at : undefined}
          onSave={save}
          onRecord={record}
        />
      )}
      {state.is === 'refused' ? <ProblemAlert title="It was not kept" error={state.error} /> : null}
      {state.is === 'recorded' ? <RecordedCase recorded={state.recorded} /> : null}
      {draft.saved ? <SavedCase saved={draft.saved} /> : null}
    </section>
  )
}

function useKeeping(program: Program, draft: Draft, onDraft: Change) {
  const [state, setState] = useState<State>({ is: 'idle' })
  // One wish, one key: pressing again after a lost answer records once.
  const [wish] = useState(() => crypto.randomUUID())
  const keep = async (): Promise<Draft> => {
    const saved = await saveCase(program, draft)
    onDraft((current) => ({ ...current, saved }))
    return { ...draft, saved }
  }
  const put = async (): Promise<State> => {
    const kept = await keep()
    const recorded = await recordCase(kept, wish)
    const { version } = recorded.case
    onDraft((current) => {
      const { saved } = current
      return saved ? { ...current, saved: { ...saved, version, isDecided: true } } : current
    })
    return { is: 'recorded', recorded }
  }
  const work = (at: 'save' | 'record', action: () => Promise<State>): void => {
    setState({ is: 'working', at })
    action().then(setState, (error: unknown) => setState({ is: 'refused', error }))
  }
  return {
    state,
    save: () => work('save', () => keep().then(() => ({ is: 'idle' }))),
    record: () => work('record', put),
  }
}

const workingWords = { save: 'Saving …', record: 'Deciding and recording …' } as const

interface OfferProps extends Props {
  readonly working: keyof typeof workingWords | undefined
  readonly onSave: () => void
  readonly onRecord: () => void
}

function Offer({ program, draft, onDraft, working, onSave, onRecord }: OfferProps) {
  const whyNot = whyNotRecorded(program, draft)
  return (
    <>
      <p>
        Saving sends the facts to this server, under a key that only you get. Recording also decides
        there, reserves what the decision draws from a limit, and puts a digest on the public
        record. It is done once for a case.
      </p>
      <ReferenceFields
        program={program}
        references={draft.references}
        onChange={(references) => onDraft((current) => ({ ...current, references }))}
      />
      <p className="actions form-actions">
        <Button type="button" outline disabled={working !== undefined} onClick={onSave}>
          {draft.saved ? 'Save the changes' : 'Save'}
        </Button>
        {whyNot === undefined ? (
          <Button type="button" disabled={working !== undefined} onClick={onRecord}>
            Record this determination
          </Button>
        ) : (
          <span className="quiet">{whyNot}</span>
        )}
        {working ? <span role="status">{workingWords[working]}</span> : null}
      </p>
    </>
  )
}

function Decided({ onNew }: { readonly onNew: () => void }) {
  return (
    <>
      <p>
        This case was decided and recorded, and no longer changes. Other facts, another day or
        another reading are a new case.
      </p>
      <p className="actions">
        <Button type="button" outline onClick={onNew}>
          Go on as a new case
        </Button>
      </p>
    </>
  )
}
