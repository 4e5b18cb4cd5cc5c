import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import { ask, ServerProblem } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { StoredCase } from '../server/types.ts'
import { useToday } from '../shell/environment.ts'

type Verb = 'decide' | 'settle' | 'release'

const verbs: readonly { readonly verb: Verb; readonly label: string; readonly about: string }[] = [
  {
    verb: 'decide',
    label: 'Decide and record',
    about: 'Decides as of today and reserves what it draws.',
  },
  { verb: 'settle', label: 'Settle', about: 'What was reserved counts as used for good.' },
  { verb: 'release', label: 'Release', about: 'What was reserved becomes available again.' },
]

/** Decide, settle, release: each names its effect, is done once, and says when someone was faster. */
export function CaseActions({ stored }: { readonly stored: StoredCase }) {
  const client = useQueryClient()
  const today = useToday()
  // One wish, one key: pressing twice, or again after a lost answer, does it once.
  const [wish, setWish] = useState(() => crypto.randomUUID())
  const act = useMutation({
    mutationFn: (verb: Verb) =>
      ask(`/api/cases/${encodeURIComponent(stored.id)}/${verb}`, {
        method: 'POST',
        body: {
          expectedVersion: stored.version,
          ...(verb === 'decide' ? { asOf: today, mode: stored.determination?.mode ?? 'text' } : {}),
        },
        idempotencyKey: `${wish}-${verb}`,
      }),
    onSuccess: () => {
      setWish(crypto.randomUUID())
      return client.invalidateQueries({ queryKey: ['case', stored.id] })
    },
  })
  const offered = verbs.filter(({ verb }) => isOffered(verb, stored.status))
  return (
    <section className="card" aria-label="What can be done">
      {offered.length === 0 ? <p>Nothing is left to be done with this case.</p> : null}
      {offered.map(({ verb, label, about }) => (
        <p key={verb} className="actions">
          <Button
            type="button"
            outline={verb !== 'decide'}
            disabled={act.isPending}
            onClick={() => act.mutate(verb)}
          >
            {label}
          </Button>
          <span className="quiet">{about}</span>
        </p>
      ))}
      {act.isPending ? <p role="status">Working …</p> : null}
      {act.isSuccess ? <p role="status">Done.</p> : null}
      {act.isError ? (
        <Refused
          error={act.error}
          onReload={() => {
            act.reset()
            void client.invalidateQueries({ queryKey: ['case', stored.id] })
          }}
        />
      ) : null}
    </section>
  )
}

const isOffered = (verb: Verb, status: string): boolean =>
  verb === 'decide' ? status === 'draft' : status === 'decided'

/** What the server refused; a lost race is told as one, with the way to see the newer case. */
export function Refused({
  error,
  onReload,
}: {
  readonly error: unknown
  readonly onReload: () => void
}) {
  const isConflict = error instanceof ServerProblem && error.code === 'case.version-conflict'
  return (
    <ProblemAlert
      title={isConflict ? 'Someone changed this case in the meantime' : 'It was not done'}
      error={error}
    >
      {isConflict ? (
        <p>
          Nothing was overwritten.{' '}
          <Button type="button" unstyled onClick={onReload}>
            Show the newer case
          </Button>
        </p>
      ) : null}
    </ProblemAlert>
  )
}
