import type { Program } from '#rules'
import { useId } from 'react'
import { ReadingForm } from '../determination/reading-form.tsx'
import { Label, Select } from '../shell/controls.tsx'
import { groupDigits } from '../words/numbers.ts'
import { ParameterList } from './parameter-list.tsx'
import type { Scenario } from './scenario.ts'
import { rowChoices, rowsInBrowserMax } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly onChange: (scenario: Scenario) => void
}

/** Everything that a scenario is made of; each change applies at once. */
export function ScenarioForm({ program, scenario, onChange }: Props) {
  const { baseline, reform } = scenario
  return (
    <section className="card scenario" aria-label="Scenario">
      <div className="scenario-readings">
        <section aria-labelledby="reform">
          <h2 id="reform">What if this were the rule</h2>
          <ReadingForm
            program={program}
            reading={reform}
            onChange={(reading) => {
              // One day for both, unless the baseline was given a day of its own.
              const follows = baseline.asOf === reform.asOf
              const base = follows ? { ...baseline, asOf: reading.asOf } : baseline
              onChange({ ...scenario, baseline: base, reform: { ...reform, ...reading } })
            }}
          />
          <ParameterList program={program} scenario={scenario} onChange={onChange} />
        </section>
        <section aria-labelledby="baseline">
          <h2 id="baseline">Compared with</h2>
          <ReadingForm
            program={program}
            reading={baseline}
            onChange={(reading) => onChange({ ...scenario, baseline: { ...baseline, ...reading } })}
          />
          <AssumedInBaseline scenario={scenario} onChange={onChange} program={program} />
          <PopulationForm program={program} scenario={scenario} onChange={onChange} />
        </section>
      </div>
    </section>
  )
}

/** Assumptions of the baseline come from an address; here they are shown and can be dropped. */
function AssumedInBaseline({ scenario, onChange }: Props) {
  const assumed = Object.entries(scenario.baseline.parameters)
  if (assumed.length === 0) return null
  return (
    <p>
      The baseline assumes {assumed.map(([name, value]) => `${name} = ${value}`).join(', ')}.{' '}
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() =>
          onChange({ ...scenario, baseline: { ...scenario.baseline, parameters: {} } })
        }
      >
        Assume nothing
      </button>
    </p>
  )
}

function PopulationForm({ program, scenario, onChange }: Props) {
  const id = useId()
  const { rows, seed } = scenario
  return (
    <>
      <div className="population-form">
        <div>
          <Label htmlFor={`${id}-rows`}>Generated cases</Label>
          <Select
            id={`${id}-rows`}
            value={String(rows)}
            onChange={({ target }) => onChange({ ...scenario, rows: Number(target.value) })}
          >
            {rowChoices.map((choice) => (
              <option key={choice} value={choice}>
                {groupDigits(String(choice))}
                {choice > rowsInBrowserMax ? ', on the server' : ', in this browser'}
              </option>
            ))}
          </Select>
        </div>
        <div className="seed">
          <Label htmlFor={`${id}-seed`}>Seed</Label>
          <input
            id={`${id}-seed`}
            className="usa-input"
            type="number"
            min={0}
            max={4_294_967_295}
            step={1}
            value={seed}
            onChange={({ target }) => {
              const value = target.valueAsNumber
              if (Number.isInteger(value) && value >= 0 && value <= 4_294_967_295) {
                onChange({ ...scenario, seed: value })
              }
            }}
          />
        </div>
      </div>
      <p className="quiet small">{program.population?.about}</p>
    </>
  )
}
