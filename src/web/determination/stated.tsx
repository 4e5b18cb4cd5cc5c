import type { Decision, Program } from '#rules'
import { knownFacts } from '../apply/known.ts'
import { KnownFacts } from '../apply/known-facts.tsx'
import { counted } from '../words/numbers.ts'

interface Props {
  readonly program: Program
  readonly decision: Decision
  readonly questionHref?: (name: string) => string
}

/** The facts that the determination is on, as they were stated. */
export function Stated({ program, decision, questionHref }: Props) {
  const count = knownFacts(program, decision).length
  return (
    <section aria-labelledby="stated">
      <h2 id="stated">The facts it is on</h2>
      <details className="more stated-facts">
        <summary>{counted(count, 'fact')} stated</summary>
        <KnownFacts
          program={program}
          decision={decision}
          {...(questionHref ? { questionHref } : {})}
        />
      </details>
    </section>
  )
}
