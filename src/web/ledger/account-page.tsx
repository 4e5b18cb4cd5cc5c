import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { ask } from '../server/client.ts'
import { Fetched } from '../server/fetched.tsx'
import { ServerData } from '../server/server-data.tsx'
import type { Account, Transfer } from '../server/types.ts'
import { PageHeading } from '../shell/page-heading.tsx'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { groupDigits } from '../words/numbers.ts'
import { timeWords } from '../words/times.ts'
import { AccountNumbers, Whose } from './account-card.tsx'

export interface AccountDetail {
  readonly account: Account
  readonly transfers: readonly Transfer[]
}

/** One account with every transfer on it. */
export function AccountPage() {
  return (
    <div className="page">
      <ServerData>
        <Detail />
      </ServerData>
    </div>
  )
}

function Detail() {
  const { '*': key = '' } = useParams<{ '*': string }>()
  const query = useQuery({
    queryKey: ['account', key],
    queryFn: () => ask<AccountDetail>(`/api/ledger/accounts/${encodeURIComponent(key)}`),
  })
  return (
    <Fetched query={query} what="the account">
      {(detail) => <AccountView detail={detail} />}
    </Fetched>
  )
}

/** An account's numbers, the law its cap comes from, and its history. */
export function AccountView({
  detail: { account, transfers },
}: {
  readonly detail: AccountDetail
}) {
  return (
    <>
      <PageHeading title={account.title} kicker={<Link href="/ledger">Caps</Link>}>
        <p className="quiet">
          <Whose account={account} />
          {' · '}
          <cite>{account.cite.map(({ provision }) => provision).join('; ')}</cite>
        </p>
      </PageHeading>
      <div className="card">
        <AccountNumbers account={account} />
      </div>
      <h2>Transfers</h2>
      {transfers.length === 0 ? (
        <p className="quiet">None yet.</p>
      ) : (
        <ScrollTable label="Transfers">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col" className="number">
                Amount ({account.unit})
              </th>
              <th scope="col">Held until</th>
            </tr>
          </thead>
          <tbody>
            {transfers.map((transfer) => (
              <tr key={transfer.sequence}>
                <td className="day">{timeWords(transfer.at)}</td>
                <td>{kindWords[transfer.kind] ?? transfer.kind}</td>
                <td className="number">{groupDigits(transfer.amount)}</td>
                <td className="day">
                  {transfer.expiresAt === undefined ? '' : timeWords(transfer.expiresAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}

const kindWords: Readonly<Record<string, string>> = {
  reserve: 'Reserved',
  settle: 'Settled: used for good',
  release: 'Released',
  lapse: 'Lapsed: released when its time was over',
  post: 'Posted',
}
