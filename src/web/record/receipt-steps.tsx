import type { VerifyStep } from '#rules'
import { Alert } from '../shell/controls.tsx'
import { jsonText } from '../words/download.ts'
import type { CheckedReceipt } from './check-receipt.ts'

const titles: Readonly<Record<VerifyStep['name'], string>> = {
  form: 'The file has the form of a receipt',
  key: 'The key it is checked with',
  signature: 'The checkpoint is signed with that key',
  entry: 'The entry is the one that was recorded',
  inclusion: 'The entry is in the signed tree',
}

/** Each step of a check, passed or failed, with what was found; steps after a failure are not run. */
export function ReceiptSteps({ checked }: { readonly checked: CheckedReceipt }) {
  const { isGood, summary, steps, entry } = checked
  const run = new Set(steps.map(({ name }) => name))
  const rest = (Object.keys(titles) as VerifyStep['name'][]).filter((name) => !run.has(name))
  return (
    <div role="status" className="receipt-result">
      <Alert
        type={isGood ? 'success' : 'error'}
        headingLevel="h3"
        heading={isGood ? 'The receipt holds' : 'The receipt does not hold'}
      >
        {summary}
      </Alert>
      <ol className="receipt-steps">
        {steps.map(({ name, ok, detail }) => (
          <li key={name} data-ok={ok}>
            <strong>{titles[name]}</strong> <span className="tag">{ok ? 'passed' : 'failed'}</span>
            <span className="below quiet">{detail}</span>
          </li>
        ))}
        {rest.map((name) => (
          <li key={name} data-ok="none">
            <strong>{titles[name]}</strong> <span className="tag">not reached</span>
          </li>
        ))}
      </ol>
      {isGood ? (
        <details className="more">
          <summary>The recorded entry</summary>
          <pre tabIndex={0} aria-label="Recorded entry">
            {jsonText(entry)}
          </pre>
        </details>
      ) : null}
    </div>
  )
}
