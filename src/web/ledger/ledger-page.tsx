import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../shell/controls.tsx'
import { ask, withQuery } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import { ServerData } from '../server/server-data.tsx'
import type { Account, Page } from '../server/types.ts'
import { Loading } from '../shell/loading.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { AccountCard } from './account-card.tsx'

/** Every capped account: what it may hold, what is reserved and used, what is left. */
export function LedgerPage() {
  return (
    <div className="page">
      <PageHeading title="Caps">
        <p className="lead">
          Decisions that draw on a limit reserve their amount here first. An account can never pass
          its cap, whatever arrives at once.
        </p>
      </PageHeading>
      <p className="quiet">
        Holders are shown as short salted digests, so that the list says how much without saying
        who.
      </p>
      <ServerData>
        <Accounts />
      </ServerData>
    </div>
  )
}

function Accounts() {
  const query = useInfiniteQuery({
    queryKey: ['accounts'],
    initialPageParam: undefined as string | number | undefined,
    queryFn: ({ pageParam }) =>
      ask<Page<'accounts', Account>>(withQuery('/api/ledger/accounts', { cursor: pageParam })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  if (query.isPending) return <Loading what="the accounts" />
  if (query.isError) return <ProblemAlert title="Cannot show the accounts" error={query.error} />
  const accounts = query.data.pages.flatMap((page) => page.accounts)
  return (
    <AccountList
      accounts={accounts}
      {...(query.hasNextPage ? { onMore: () => void query.fetchNextPage() } : {})}
    />
  )
}

interface ListProps {
  readonly accounts: readonly Account[]
  readonly onMore?: () => void
}

/** The accounts as cards, or that there are none yet. */
export function AccountList({ accounts, onMore }: ListProps) {
  if (accounts.length === 0) {
    return (
      <div className="card empty">
        <h2>No account yet</h2>
        <p>The first recorded decision that draws on a limit opens one.</p>
      </div>
    )
  }
  return (
    <>
      <ul className="accounts">
        {accounts.map((account) => (
          <li key={account.key}>
            <AccountCard account={account} />
          </li>
        ))}
      </ul>
      {onMore ? (
        <Button type="button" outline onClick={onMore}>
          Show more accounts
        </Button>
      ) : null}
    </>
  )
}
