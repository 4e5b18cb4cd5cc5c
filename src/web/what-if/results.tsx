import type { PopulationRun, Program } from '#rules'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Radio } from '../shell/controls.tsx'
import { groupDigits } from '../words/numbers.ts'
import { Affected } from './affected.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Matrix } from './matrix.tsx'
import type { Measure } from './measures.ts'
import { measuresOf } from './measures.ts'
import { Moves } from './moves.tsx'
import { ReasonsForChange } from './reasons-for-change.tsx'
import type { Scenario } from './scenario.ts'
import type { ComparisonState } from './use-comparison.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly state: ComparisonState
  /** What stands between those affected and the reasons. */
  readonly children: ReactNode
}

/** What a comparison in this browser found; while a newer one is made, the last one stays. */
export function Results({ program, scenario, state, children }: Props) {
  const { run, progress, problems, milliseconds } = state
  if (problems.length > 0) return <Problems problems={problems} />
  return (
    <>
      <p className="run-status" role="status">
        {run ? <strong>{run.statement}</strong> : null}{' '}
        <span className="quiet small">
          {progress
            ? `Comparing ${groupDigits(String(scenario.rows))} cases …`
            : `Compared in this browser in ${((milliseconds ?? 0) / 1000).toFixed(1)} s.`}
        </span>
      </p>
      <KeyFigures comparison={run?.comparison} evasions={state.evasions ?? []} />
      {run ? (
        <Findings program={program} scenario={scenario} run={run} isStale={progress !== undefined}>
          {children}
        </Findings>
      ) : (
        children
      )}
    </>
  )
}

/** Why a scenario cannot be compared, in plain words. */
function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <div className="usa-alert usa-alert--error" role="alert">
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">This scenario cannot be compared</h2>
        <ul className="usa-alert__text">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface FindingsProps {
  readonly program: Program
  readonly scenario: Scenario
  readonly run: PopulationRun
  readonly isStale: boolean
  readonly children?: ReactNode
}

/** A finished comparison in full. */
export function Findings({ program, scenario, run, isStale, children }: FindingsProps) {
  const { comparison, population } = run
  const measures = measuresOf(comparison)
  const [chosen, setChosen] = useState<Measure>(measures.length > 1 ? 0 : 'cases')
  const measure = measures.some((one) => one.measure === chosen) ? chosen : 'cases'
  const source =
    population.kind === 'generated'
      ? `Source: ${groupDigits(String(population.rows))} generated cases, seed ${population.seed}; the rules as of ${comparison.reform.asOf}.`
      : `Source: ${population.name}.`
  return (
    <div className="findings" data-stale={isStale}>
      <section aria-labelledby="moves">
        <h2 id="moves">What changes</h2>
        <Moves program={program} scenario={scenario} comparison={comparison} />
      </section>
      <section aria-labelledby="affected" hidden={comparison.changedRows === 0}>
        <h2 id="affected">Who is affected</h2>
        <MeasureChoice measures={measures} measure={measure} onChange={setChosen} />
        <div className="affected-grid">
          {comparison.dimensions.map((dimension) => (
            <Affected key={dimension.fact} {...{ comparison, dimension, measure, source }} />
          ))}
        </div>
      </section>
      {children}
      <section aria-labelledby="why">
        <h2 id="why">What makes the difference</h2>
        <ReasonsForChange comparison={comparison} />
      </section>
      <section aria-labelledby="matrix">
        <h2 id="matrix">All cases, before and after</h2>
        <Matrix comparison={comparison} measure={measure} />
      </section>
    </div>
  )
}

interface MeasureProps {
  readonly measures: ReturnType<typeof measuresOf>
  readonly measure: Measure
  readonly onChange: (measure: Measure) => void
}

function MeasureChoice({ measures, measure, onChange }: MeasureProps) {
  return (
    <fieldset className="usa-fieldset measure-choice">
      <legend className="usa-legend">Counted in</legend>
      {measures.map((one) => (
        <Radio
          key={one.measure}
          id={`measure-${one.measure}`}
          name="measure"
          label={one.measure === 'cases' ? 'Cases' : `${one.title} (${one.unit})`}
          checked={one.measure === measure}
          onChange={() => onChange(one.measure)}
        />
      ))}
    </fieldset>
  )
}
