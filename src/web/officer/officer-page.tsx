import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { ask, withQuery } from '../server/client.ts'
import { Fetched } from '../server/fetched.tsx'
import { ServerData } from '../server/server-data.tsx'
import type { CaseSummary, Page } from '../server/types.ts'
import { PageHeading } from '../shell/page-heading.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable } from './case-table.tsx'
import { SessionGate } from './session-gate.tsx'

/** The queue of saved and decided cases, for officers who are signed in. */
export function OfficerPage() {
  return (
    <div className="page">
      <PageHeading title="Officers’ queue" />
      <ServerData>
        <SessionGate>
          <Queue />
        </SessionGate>
      </ServerData>
    </div>
  )
}

function Queue() {
  const [params, setParams] = useSearchParams()
  const [program, status, cursor] = ['program', 'status', 'cursor'].map(
    (name) => params.get(name) ?? '',
  )
  const query = useQuery({
    queryKey: ['cases', program, status, cursor],
    queryFn: () =>
      ask<Page<'cases', CaseSummary>>(withQuery('/api/cases', { program, status, cursor })),
  })
  const set = (changes: Readonly<Record<string, string>>): void =>
    setParams((current) => {
      current.delete('cursor')
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') current.delete(name)
        else current.set(name, value)
      }
      return current
    })
  return (
    <>
      <CaseFilters program={program ?? ''} status={status ?? ''} onChange={set} />
      <Fetched query={query} what="the queue">
        {({ cases, nextCursor }) => (
          <CaseTable
            cases={cases}
            {...(nextCursor === undefined
              ? {}
              : { onMore: () => set({ cursor: String(nextCursor) }) })}
          />
        )}
      </Fetched>
    </>
  )
}
