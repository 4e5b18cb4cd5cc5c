import { Alert } from '../shell/controls.tsx'
import type { SavedPlace } from '../draft/draft.ts'

/** Where a saved case is, and the key that opens it again. */
export function SavedCase({ saved }: { readonly saved: SavedPlace }) {
  const link = `${window.location.origin}/cases/${saved.id}#key=${encodeURIComponent(saved.key)}`
  return (
    <div role="status">
      <Alert type="info" headingLevel="h3" heading="Saved. Keep the key">
        <p>
          This is the only time the key is shown outside of this tab. Whoever has it can read and
          change the case.
        </p>
        <dl className="facts">
          <div>
            <dt>Case</dt>
            <dd>
              <code className="digest">{saved.id}</code>
            </dd>
          </div>
          <div>
            <dt>Key</dt>
            <dd>
              <code className="digest">{saved.key}</code>
            </dd>
          </div>
          <div>
            <dt>Link with the key</dt>
            <dd>
              <a href={link} className="digest">
                {link}
              </a>
            </dd>
          </div>
        </dl>
      </Alert>
    </div>
  )
}
