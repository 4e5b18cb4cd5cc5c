import type { Program } from '#rules'
import { useMemo } from 'react'
import type { Draft } from '../draft/draft.ts'
import { decideCase } from '../draft/reading.ts'
import type { Asked } from './question.ts'
import { wordsOf } from './question.ts'

interface Props {
  readonly program: Program
  readonly asked: Asked
  readonly draft: Draft
  readonly name: string
}

/** Why the question is asked, the law it comes from, and what waits for its answer. */
export function Why({ program, asked, draft, name }: Props) {
  const { why, provisions } = wordsOf(asked)
  const waiting = useMemo(() => waitingFor(program, draft, name), [program, draft, name])
  return (
    <section className="why" aria-labelledby="why">
      <h2 id="why">Why we ask</h2>
      <p>{why}</p>
      {provisions.length === 0 ? null : (
        <p className="small">
          <cite>{provisions.join('; ')}</cite>
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p className="small quiet">Needed for: {waiting.join('; ')}.</p>
      )}
    </section>
  )
}

function waitingFor(program: Program, draft: Draft, name: string): readonly string[] {
  const result = decideCase(program, draft)
  if (!result.ok) return []
  const need = result.decision.needs.find((one) => one.name.split('[')[0] === name)
  const titles = (need?.neededBy ?? []).flatMap(
    ({ definition }) => program.rules.scope.definitions.get(definition)?.declaration.title ?? [],
  )
  const unique = [...new Set(titles)]
  const rest = unique.length - 3
  return rest > 0 ? [...unique.slice(0, 3), `${rest} more`] : unique
}
