import { Alert, Button } from '../shell/controls.tsx'
import { Link } from 'wouter'
import type { Recorded } from '../server/types.ts'
import { download, jsonText } from '../words/download.ts'
import { groupDigits } from '../words/numbers.ts'
import { timeWords } from '../words/times.ts'

/** What was recorded: the server's own statement, what it reserved, and the receipt. */
export function RecordedCase({ recorded }: { readonly recorded: Recorded }) {
  const { determination, reservations, receipt } = recorded
  return (
    <div role="status">
      <Alert type="success" headingLevel="h3" heading="Recorded">
        <p>{determination.statement}</p>
        {reservations.length === 0 ? (
          <p>Nothing was reserved: this determination draws on no limit.</p>
        ) : (
          <ul className="usa-list">
            {reservations.map(({ account, title, amount, unit, expiresAt }) => (
              <li key={account}>
                {groupDigits(amount)} {unit} reserved in{' '}
                <Link href={`/ledger/${account}`}>{title}</Link>, until {timeWords(expiresAt)}
              </li>
            ))}
          </ul>
        )}
        <p className="actions">
          <Button
            type="button"
            outline
            onClick={() =>
              download(`receipt-${receipt.leafIndex}.json`, jsonText(receipt), 'application/json')
            }
          >
            Download the receipt
          </Button>
          <Link href="/record">Check it on the record page</Link>
        </p>
      </Alert>
    </div>
  )
}
