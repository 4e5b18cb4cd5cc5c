import type { DeterminationDocument } from '#rules'
import { capitalized, groupLabel } from '../words/numbers.ts'

/** The outcome in large type, with the sentence that limits it. Announced when it changes. */
export function Outcome({ document }: { readonly document: DeterminationDocument }) {
  const { outcome, statement } = document
  const isDecided = outcome.verdict.kind === 'value'
  return (
    <section className="outcome" data-decided={isDecided} aria-live="polite" aria-atomic="true">
      <h2 className="outcome-label">{capitalized(groupLabel(outcome.label))}</h2>
      <p className="outcome-statement">{statement}</p>
    </section>
  )
}
