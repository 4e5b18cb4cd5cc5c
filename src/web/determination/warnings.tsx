import type { Warning } from '#rules'
import { Alert } from '../shell/controls.tsx'

/** What a reader must know about the age and standing of the law before relying on an answer. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  const heading =
    warnings.length === 1 ? 'Before you rely on this' : 'Before you rely on this, note'
  return (
    <Alert type="warning" headingLevel="h2" heading={heading}>
      {warnings.length === 1 ? (
        warnings[0]?.message
      ) : (
        <ul className="usa-list">
          {warnings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </Alert>
  )
}
