import { programById } from '#programs'
import { useEffect, useState } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import { emptyDraft } from '../draft/draft.ts'
import { storeDraft } from '../draft/draft-store.ts'
import { ask } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { StoredCase } from '../server/types.ts'
import { useToday } from '../shell/environment.ts'
import { Loading } from '../shell/loading.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { CaseKeyForm } from './case-key-form.tsx'

type State =
  | { readonly is: 'asking' }
  | { readonly is: 'loading'; readonly key: string }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'resumed'; readonly program: string }

/** Resumes a saved case: the key comes with the link's fragment, or is typed in. */
export function SavedCasePage() {
  const { case: id = '' } = useParams<{ case: string }>()
  const today = useToday()
  const [state, setState] = useState<State>(() => {
    const key = new URLSearchParams(window.location.hash.slice(1)).get('key')
    return key === null || key === '' ? { is: 'asking' } : { is: 'loading', key }
  })
  const key = state.is === 'loading' ? state.key : undefined
  useEffect(() => {
    if (key === undefined) return
    ask<StoredCase>(`/api/cases/${encodeURIComponent(id)}`, { key }).then(
      (stored) => setState({ is: 'resumed', program: resume(stored, key, today) }),
      (error: unknown) => setState({ is: 'refused', error }),
    )
  }, [id, key, today])
  if (state.is === 'resumed')
    return <Redirect to={`/programs/${state.program}/determination`} replace />
  if (state.is === 'loading') return <Loading what="the saved case" />
  return (
    <div className="page narrow">
      <PageHeading title="Resume a saved case" kicker={<Link href="/">Programs</Link>} />
      {state.is === 'refused' ? (
        <ProblemAlert title="The case cannot be opened" error={state.error} />
      ) : null}
      <CaseKeyForm id={id} onKey={(typed) => setState({ is: 'loading', key: typed })} />
    </div>
  )
}

/** Puts a stored case into this tab; returns its program. */
function resume(stored: StoredCase, key: string, today: string): string {
  const { id, version, facts, references, determination, program, status } = stored
  const isDecided = status !== 'draft'
  const first = programById(program)?.readings[0]
  const mode = (determination?.mode ?? first?.mode ?? 'text') as 'text'
  const draft = emptyDraft(determination?.asOf ?? today, mode)
  storeDraft(program, { ...draft, facts, references, saved: { id, key, version, isDecided } })
  return program
}
