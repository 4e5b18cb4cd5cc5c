import type { DeterminationDocument, Need, RuleSet } from '#rules'
import { Link } from 'wouter'
import { reasonWords } from '../words/labels.ts'
import { counted } from '../words/numbers.ts'

interface Props {
  readonly document: DeterminationDocument
  readonly rules: RuleSet
  readonly questionHref?: (name: string) => string
}

/** What an open outcome waits for, each with the way back to its question. */
export function Missing({ document, rules, questionHref }: Props) {
  const { needs } = document
  if (needs.length === 0) return null
  const near = needs.slice(0, 6)
  const rest = needs.slice(6)
  const item = (need: Need) => (
    <li key={`${need.kind} ${need.name}`}>
      <NeedTitle need={need} {...(questionHref ? { questionHref } : {})} />
      <span className="quiet">
        {' '}
        ({reasonWords(need.reason)}){neededFor(need, rules)}
      </span>
    </li>
  )
  return (
    <section className="card missing" aria-labelledby="missing">
      <h2 id="missing">Still missing: {counted(needs.length, 'thing')} that may decide it</h2>
      <ul>{near.map(item)}</ul>
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>{rest.length} more that may matter, depending on the answers</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </section>
  )
}

function NeedTitle({ need, questionHref }: { readonly need: Need } & Pick<Props, 'questionHref'>) {
  const isAsked = need.kind === 'fact' || need.kind === 'relation' || need.kind === 'field'
  if (need.kind === 'parameter') return <a href={`#parameter-${need.name}`}>{need.title}</a>
  if (!isAsked || !questionHref) return need.title
  return <Link href={questionHref(need.name.split('[')[0] ?? need.name)}>{need.title}</Link>
}

function neededFor({ neededBy }: Need, { scope }: RuleSet): string {
  const titles = neededBy.flatMap(
    ({ definition }) => scope.definitions.get(definition)?.declaration.title ?? [],
  )
  const unique = [...new Set(titles)]
  if (unique.length === 0) return ''
  const more = unique.length > 2 ? ` and ${unique.length - 2} more` : ''
  return `, for: ${unique.slice(0, 2).join('; ')}${more}`
}
