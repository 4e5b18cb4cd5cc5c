import type { Decision, Program } from '#rules'
import { KnownFacts } from '../apply/known-facts.tsx'

interface Props {
  readonly program: Program
  readonly decision: Decision
  readonly questionHref?: (name: string) => string
}

/** The facts that the determination is on, as they were stated. */
export function Stated({ program, decision, questionHref }: Props) {
  return (
    <section aria-labelledby="stated">
      <h2 id="stated">The facts it is on</h2>
      <KnownFacts
        program={program}
        decision={decision}
        {...(questionHref ? { questionHref } : {})}
      />
    </section>
  )
}
