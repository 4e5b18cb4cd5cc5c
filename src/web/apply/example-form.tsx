import type { CaseFacts, Program } from '#rules'
import { Button, Label, Select } from '../shell/controls.tsx'
import { useId, useState } from 'react'

interface Props {
  readonly program: Program
  readonly onFacts: (facts: CaseFacts) => void
}

/** Starts from the facts of a worked case; every one of them can be changed afterwards. */
export function ExampleForm({ program, onFacts }: Props) {
  const id = useId()
  const [chosen, setChosen] = useState('')
  const groups = [...new Set(program.cases.map(({ group }) => group))]
  const facts = program.cases.find((one) => one.id === chosen)?.facts ?? program.example
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>Or start from an example</h2>
      <p>Its facts are filled in for you. Change any of them afterwards.</p>
      <div className="example-row">
        <div>
          <Label htmlFor={id}>Example</Label>
          <Select
            id={id}
            name="example"
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
          >
            <option value="">The program’s complete example</option>
            {groups.map((group) => (
              <optgroup key={group} label={group}>
                {program.cases
                  .filter((one) => one.group === group)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </div>
        <Button type="button" outline onClick={() => onFacts(facts)}>
          Use this example
        </Button>
      </div>
    </section>
  )
}
