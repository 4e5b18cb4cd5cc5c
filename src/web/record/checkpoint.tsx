import type { RecordState } from '../server/types.ts'
import { groupDigits } from '../words/numbers.ts'
import { timeWords } from '../words/times.ts'

/** What the record states of itself, signed. */
export function Checkpoint({ state }: { readonly state: RecordState }) {
  const { size, root, verifierKey, checkpoint, signedAt, origin } = state
  return (
    <section aria-labelledby="checkpoint">
      <h2 id="checkpoint">State of the record</h2>
      <dl className="facts card">
        <div>
          <dt>Entries</dt>
          <dd>{groupDigits(String(size))}</dd>
        </div>
        <div>
          <dt>Root of the tree</dt>
          <dd>{root === null ? 'none yet' : <code className="digest">{root}</code>}</dd>
        </div>
        <div>
          <dt>Signed</dt>
          <dd>{signedAt === null ? 'not yet' : timeWords(signedAt)}</dd>
        </div>
        <div>
          <dt>Name of the record</dt>
          <dd>{origin}</dd>
        </div>
        <div>
          <dt>Key to verify with</dt>
          <dd>
            <code className="digest">{verifierKey}</code>
          </dd>
        </div>
      </dl>
      {checkpoint === null ? null : (
        <details className="more">
          <summary>The signed checkpoint (C2SP signed note)</summary>
          <pre tabIndex={0} aria-label="Signed checkpoint">
            {checkpoint}
          </pre>
        </details>
      )}
    </section>
  )
}
