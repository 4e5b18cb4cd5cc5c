import type { ComparedMember, PopulationComparison, SeriesPoint } from '#rules'
import { shareInWords } from '#rules'
import { groupDigits } from '../words/numbers.ts'
import type { Evasion } from './evasion.ts'
import { compact, weightOf } from './measures.ts'

interface Props {
  readonly comparison: PopulationComparison | undefined
  readonly evasions: readonly Evasion[]
}

/** The answer in a few figures: how many change, how much that is, who most, and the way around. */
export function KeyFigures({ comparison, evasions }: Props) {
  return (
    <dl className="key-figures">
      {comparison ? <Changed comparison={comparison} /> : null}
      {evasions.map((evasion) => (
        <Fewest key={evasion.question.name} {...evasion} />
      ))}
    </dl>
  )
}

/** The first class of a question is the plain way around; the others take more than that. */
function Fewest({ question, before, after }: Evasion) {
  const [plain, ...others] = after
  const text = (point: SeriesPoint | undefined): string =>
    point?.entities === undefined ? 'none' : groupDigits(String(point.entities))
  return (
    <div data-figure="evasion">
      <dt>
        Cheapest evasion, in {question.entity[1]} for {groupDigits(String(question.goal.total))}
      </dt>
      <dd>
        {plain?.entities === undefined ? 'No number is enough' : text(plain)}
        <span className="below">
          {plain?.entities === undefined ? '' : `at most ${groupDigits(plain.most)} each; `}
          {others.map((other) => `${text(other)} if ${other.title}; `)}
          before: {text(before[0])}
        </span>
      </dd>
    </div>
  )
}

function Changed({ comparison }: { readonly comparison: PopulationComparison }) {
  const { rows, changedRows, cells, measures, dimensions } = comparison
  const changed = cells.filter((cell) => cell.changedRows > 0)
  const [measure] = measures
  const quantity = changed.reduce((sum, cell) => sum + weightOf(cell, 0), 0)
  const [members] = dimensions
  return (
    <>
      <div data-figure="changed">
        <dt>Come out otherwise</dt>
        <dd>
          {groupDigits(String(changedRows))}
          <span className="below">
            of {groupDigits(String(rows))} generated cases{shareInWords(changedRows, rows)}
            {measure ? `, ${compact(quantity)} ${measure.unit}` : ''}
          </span>
        </dd>
      </div>
      {members ? (
        <div data-figure="most-affected">
          <dt>Most affected, by {members.title.toLowerCase()}</dt>
          <dd>{mostAffected(members.members)}</dd>
        </div>
      ) : null}
    </>
  )
}

function mostAffected(members: readonly ComparedMember[]) {
  const changed = members.filter(({ changedRows }) => changedRows > 0)
  const [first, ...others] = changed
  if (!first) return 'Nobody'
  const next = others.slice(0, 2).map(({ label }) => label)
  const rest = others.length - next.length
  return (
    <>
      {first.label}
      <span className="below">
        {groupDigits(String(first.changedRows))} cases
        {next.length > 0 ? `; then ${next.join(', ')}` : ''}
        {rest > 0 ? ` and ${rest} more` : ''}
      </span>
    </>
  )
}
