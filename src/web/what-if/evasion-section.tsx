import type { Program, SeriesPoint } from '#rules'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { groupDigits } from '../words/numbers.ts'
import { EvasionPlot } from './evasion-plot.tsx'
import type { Evasion, EvasionSeries } from './evasion.ts'
import { waysInWords } from './evasion-words.ts'
import type { Scenario } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly evasions: readonly Evasion[]
  readonly series: readonly EvasionSeries[]
}

/** The cheapest way around each limit that the program declares, before and after. */
export function EvasionSection({ program, scenario, evasions, series }: Props) {
  if (evasions.length === 0) return null
  return (
    <section aria-labelledby="evasion" className="evasions">
      <h2 id="evasion">The cheapest evasion</h2>
      {evasions.map((evasion) => (
        <OneEvasion
          key={evasion.question.name}
          program={program}
          scenario={scenario}
          evasion={evasion}
          series={series.find(({ question }) => question.name === evasion.question.name)}
        />
      ))}
    </section>
  )
}

interface OneProps {
  readonly program: Program
  readonly scenario: Scenario
  readonly evasion: Evasion
  readonly series: EvasionSeries | undefined
}

function OneEvasion({ program, scenario, evasion, series }: OneProps) {
  const { question, before, after } = evasion
  return (
    <div className="card evasion">
      <h3>Claim: {question.statement}.</h3>
      <p className="evasion-now" data-evasion={question.name}>
        Before: {waysInWords(question, before)}. After:{' '}
        <strong>{waysInWords(question, after)}</strong>.
      </p>
      <ScrollTable label="Ways around the limit, before and after" className="evasion-table">
        <thead>
          <tr>
            <th scope="col">{question.entity[1]}, if</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {after.map((point, index) => (
            <tr key={point.class}>
              <th scope="row">{point.title}</th>
              <td data-label="Before">{cellText(before[index])}</td>
              <td data-label="After">{cellText(point)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {series ? <EvasionPlot {...{ program, scenario, series, after }} /> : null}
      <p className="quiet small">
        Found by deciding cases in this browser: the most that one {question.entity[0]} is granted,
        and how many of them add up to {groupDigits(String(question.goal.total))}. Source of the
        question: {question.source}.
      </p>
    </div>
  )
}

function cellText(point: SeriesPoint | undefined): string {
  if (point?.entities === undefined) return 'no number is enough'
  return `${groupDigits(String(point.entities))} with at most ${groupDigits(point.most)} each`
}
