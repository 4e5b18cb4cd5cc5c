import type { Program } from '#rules'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import type { Draft } from '../draft/draft.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { Recorded } from '../server/types.ts'
import { recordCase, saveCase } from './keep.ts'
import { RecordedCase } from './recorded-case.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { SavedCase } from './saved-case.tsx'

interface Props {
  readonly program: Program
  readonly draft: Draft
  readonly onDraft: (change: (draft: Draft) => Draft) => void
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly at: 'save' | 'record' }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'recorded'; readonly recorded: Recorded }

/** Saves the case to the server, and records its determination; before that nothing is sent. */
export function KeepCase({ program, draft, onDraft }: Props) {
  const [state, setState] = useState<State>({ is: 'idle' })
  const [wish] = useState(() => crypto.randomUUID())
  const isWorking = state.is === 'working'
  const save = async (): Promise<Draft> => {
    const saved = await saveCase(program, draft)
    onDraft((current) => ({ ...current, saved }))
    return { ...draft, saved }
  }
  const work = (at: 'save' | 'record', action: () => Promise<State>): void => {
    setState({ is: 'working', at })
    action().then(setState, (error: unknown) => setState({ is: 'refused', error }))
  }
  const record = async (): Promise<State> => {
    const kept = await save()
    const recorded = await recordCase(kept, wish)
    const { version } = recorded.case
    onDraft((current) =>
      current.saved ? { ...current, saved: { ...current.saved, version } } : current,
    )
    return { is: 'recorded', recorded }
  }
  return (
    <section className="card no-print" aria-labelledby="keep">
      <h2 id="keep">Save or record this case</h2>
      <p>
        Saving sends the facts to this server, under a key that only you get. Recording also decides
        there, reserves what the decision draws from a limit, and puts a digest on the public
        record.
      </p>
      <ReferenceFields
        program={program}
        references={draft.references}
        onChange={(references) => onDraft((current) => ({ ...current, references }))}
      />
      <p className="actions form-actions">
        <Button
          type="button"
          outline
          disabled={isWorking}
          onClick={() => work('save', () => save().then(() => ({ is: 'idle' })))}
        >
          {draft.saved ? 'Save the changes' : 'Save'}
        </Button>
        <Button type="button" disabled={isWorking} onClick={() => work('record', record)}>
          Record this determination
        </Button>
        {isWorking ? <span role="status">{working[state.at]}</span> : null}
      </p>
      {state.is === 'refused' ? <ProblemAlert title="It was not kept" error={state.error} /> : null}
      {draft.saved ? <SavedCase saved={draft.saved} /> : null}
      {state.is === 'recorded' ? <RecordedCase recorded={state.recorded} /> : null}
    </section>
  )
}

const working = { save: 'Saving …', record: 'Deciding and recording …' } as const
