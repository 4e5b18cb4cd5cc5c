import type { DeterminationDocument, LabeledVerdict, Program } from '#rules'
import { capitalized, groupLabel } from '../words/numbers.ts'

interface Props {
  readonly program: Program
  readonly document: DeterminationDocument
}

/** The conclusions worth a line of their own; all others on request. */
export function Headline({ program, document }: Props) {
  const byName = new Map(document.outputs.map((output) => [output.name, output]))
  const lines = program.headline.flatMap((name) => byName.get(name) ?? [])
  const others = document.outputs.filter(({ name }) => !program.headline.includes(name))
  return (
    <section aria-labelledby="headline">
      <h2 id="headline">What the rules conclude</h2>
      <Lines lines={lines} />
      {others.length === 0 ? null : (
        <details className="more">
          <summary>All other conclusions ({others.length})</summary>
          <Lines lines={others} />
        </details>
      )}
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly LabeledVerdict[] }) {
  return (
    <dl className="facts">
      {lines.map(({ name, title, label, verdict }) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd data-kind={verdict.kind}>{capitalized(groupLabel(label))}</dd>
        </div>
      ))}
    </dl>
  )
}
