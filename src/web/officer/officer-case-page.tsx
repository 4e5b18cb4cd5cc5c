import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { ask } from '../server/client.ts'
import { Fetched } from '../server/fetched.tsx'
import { ServerData } from '../server/server-data.tsx'
import type { StoredCase } from '../server/types.ts'
import { PageHeading } from '../shell/page-heading.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseView } from './case-view.tsx'
import { SessionGate } from './session-gate.tsx'

/** One case as an officer sees it: facts, determination, history, and what can be done. */
export function OfficerCasePage() {
  const { case: id = '' } = useParams<{ case: string }>()
  return (
    <div className="page">
      <PageHeading
        title={`Case ${id.replace(/^case-/, '')}`}
        kicker={<Link href="/officer">Officers’ queue</Link>}
      />
      <ServerData>
        <SessionGate>
          <Stored id={id} />
        </SessionGate>
      </ServerData>
    </div>
  )
}

function Stored({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: () => ask<StoredCase>(`/api/cases/${encodeURIComponent(id)}`),
  })
  return (
    <Fetched query={query} what="the case">
      {(stored) => (
        <CaseView stored={stored}>
          <CaseActions stored={stored} />
        </CaseView>
      )}
    </Fetched>
  )
}
