import { Link } from 'wouter'
import type { Account } from '../server/types.ts'
import { groupDigits } from '../words/numbers.ts'
import { barOf } from './account-bar.ts'

/** One account: its numbers, and a bar that says the same at a glance. */
export function AccountCard({ account }: { readonly account: Account }) {
  const { key, title } = account
  return (
    <article className="card account">
      <h2>
        <Link href={`/ledger/${key}`}>{title}</Link>
      </h2>
      <p className="quiet small">
        <Whose account={account} />
      </p>
      <AccountNumbers account={account} />
    </article>
  )
}

/** Whose account it is, as far as it may be shown, and the years it is for. */
export function Whose({ account: { holder, period } }: { readonly account: Account }) {
  return (
    <>
      {holder === null ? 'Shared by all applicants' : 'Holder '}
      {holder === null ? null : <code>{holder}</code>}
      {period === null ? '' : ` · ${period.length === 4 ? 'year' : 'years'} ${period}`}
    </>
  )
}

/** Cap, used, reserved and available of an account, as a bar and in numbers. */
export function AccountNumbers({ account }: { readonly account: Account }) {
  const { cap, reserved, used, available, unit } = account
  const bar = barOf(account)
  const cells = [
    { name: 'Used', amount: used, kind: 'used' },
    { name: 'Reserved', amount: reserved, kind: 'reserved' },
    { name: 'Available', amount: available, kind: 'available' },
    { name: 'Cap', amount: cap, kind: 'cap' },
  ]
  return (
    <>
      <div className="account-bar" aria-hidden="true">
        <span data-kind="used" style={{ width: `${bar.used / 10}%` }} />
        <span data-kind="reserved" style={{ width: `${bar.reserved / 10}%` }} />
      </div>
      <dl className="account-numbers">
        {cells.map(({ name, amount, kind }) => (
          <div key={name} data-kind={kind}>
            <dt>{name}</dt>
            <dd>
              {groupDigits(amount)} <span className="quiet">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
