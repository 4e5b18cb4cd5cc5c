import { useQuery } from '@tanstack/react-query'
import { ask } from '../server/client.ts'
import { Fetched } from '../server/fetched.tsx'
import { ServerData } from '../server/server-data.tsx'
import type { RecordState } from '../server/types.ts'
import { PageHeading } from '../shell/page-heading.tsx'
import { Checkpoint } from './checkpoint.tsx'
import { ConsistencyForm } from './consistency-form.tsx'
import { Entries } from './entries.tsx'
import { VerifyReceipt } from './verify-receipt.tsx'

/** The public record: its signed state, its entries, and checks that need no trust in this site. */
export function RecordPage() {
  return (
    <div className="page">
      <PageHeading title="Record">
        <p className="lead">
          Every recorded determination is an entry in a log that can only grow. Entries hold digests
          of facts, never the facts, and anyone can check a receipt without asking us.
        </p>
      </PageHeading>
      <ServerData>
        <VerifyReceipt />
        <State />
      </ServerData>
    </div>
  )
}

function State() {
  const query = useQuery({
    queryKey: ['record'],
    queryFn: () => ask<RecordState>('/api/record'),
  })
  return (
    <Fetched query={query} what="the state of the record">
      {(state) => (
        <>
          <Checkpoint state={state} />
          {state.size === 0 ? null : <Entries />}
          {state.size < 2 ? null : <ConsistencyForm size={state.size} />}
        </>
      )}
    </Fetched>
  )
}
