import type { DecideResult, Program } from '#rules'
import { interviewOf } from '#rules'
import { Link } from 'wouter'
import type { Draft } from '../draft/draft.ts'
import { modeTitle } from '../words/labels.ts'
import { counted } from '../words/numbers.ts'
import { KnownFacts } from './known-facts.tsx'

interface Props {
  readonly program: Program
  readonly draft: Draft
  readonly result: DecideResult
  /** The question that is being asked. */
  readonly current: string
}

/** Progress, the reading of the law, and what is known so far with ways to change it. */
export function SoFar({ program, draft, result, current }: Props) {
  const base = `/programs/${program.id}`
  return (
    <aside className="so-far" aria-label="Your case so far">
      <Progress draft={draft} result={result} />
      <p className="small quiet">
        {modeTitle(program, draft.mode)}, as of {draft.asOf}.{' '}
        <Link href={`${base}/apply`}>
          Change<span className="visually-hidden"> the day or the reading</span>
        </Link>
      </p>
      <p className="small">
        <Link href={`${base}/determination`}>See the answer so far</Link>
      </p>
      <h2>What we know so far</h2>
      {result.ok ? (
        <KnownFacts
          key={current}
          program={program}
          decision={result.decision}
          questionHref={(name) => `${base}/apply/${name}`}
        />
      ) : null}
    </aside>
  )
}

function Progress({ draft, result }: Pick<Props, 'draft' | 'result'>) {
  const answered = Object.keys(draft.facts).length
  if (!result.ok) return null
  const { open } = interviewOf(result.decision)
  const total = answered + open.length
  const skipped = draft.skipped.length === 0 ? '' : `, ${draft.skipped.length} skipped`
  return (
    <div className="progress">
      <p>
        <strong>
          {counted(answered, 'answer')},{' '}
          {open.length === 0 ? 'none left' : `up to ${open.length} left`}
          {skipped}
        </strong>
      </p>
      <progress value={answered} max={Math.max(total, 1)} aria-label="Questions answered" />
      {open.length > 8 ? (
        <p className="small quiet">Most answers remove several later questions.</p>
      ) : null}
    </div>
  )
}
