import type { Mode, Program } from '#rules'
import { compare } from '#rules'
import { Label, Select } from '../shell/controls.tsx'
import { useId, useState } from 'react'
import type { ReadCase } from '../draft/reading.ts'
import { optionsOf } from '../draft/reading.ts'
import { modesOf } from '../words/labels.ts'
import { ComparisonTable } from './comparison-table.tsx'

interface Props {
  readonly program: Program
  readonly read: ReadCase
}

/** The same facts under another reading of the law, side by side with this one. */
export function Comparison({ program, read }: Props) {
  const id = useId()
  const others = modesOf(program).filter(({ mode }) => mode !== read.mode)
  const [chosen, setChosen] = useState<Mode | ''>('')
  const other = others.find(({ mode }) => mode === chosen)?.mode
  const base = optionsOf(read)
  const result = other && compare(program.rules, read.facts, [base, { ...base, mode: other }])
  return (
    <section aria-labelledby="comparison" className={result ? 'comparison' : 'comparison no-print'}>
      <h2 id="comparison">Side by side with another reading</h2>
      <div className="no-print">
        <Label htmlFor={id} className="comparison-label">
          Compare with
        </Label>
        <Select
          id={id}
          name="compare"
          value={other ?? ''}
          onChange={({ target }) => setChosen(target.value as Mode | '')}
        >
          <option value="">Choose a reading</option>
          {others.map(({ mode, title }) => (
            <option key={mode} value={mode}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      {result?.ok ? <ComparisonTable program={program} comparison={result.comparison} /> : null}
    </section>
  )
}
