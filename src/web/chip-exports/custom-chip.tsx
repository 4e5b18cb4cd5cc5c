import type { FactDeclaration, Program } from '#rules'
import { Button, Label } from '../shell/controls.tsx'
import { useState } from 'react'
import type { Entry } from '../apply/entry.ts'
import { valueOf } from '../apply/entry.ts'
import { ValueInput } from '../apply/value-input.tsx'
import type { ChipReading } from './chip-line.ts'
import { bareChip } from './chip-line.ts'
import { CustomResult } from './custom-result.tsx'

interface Props {
  readonly program: Program
  readonly reading: ChipReading
}

const asked = [
  'dense4BitTops',
  'dense8BitTops',
  'dense16BitTops',
  'dense32BitTops',
  'dense64BitTops',
  'applicableDieArea',
  'memoryBandwidth',
  'designedForDataCenters',
  'coPackagedHbm',
]
type Entries = Readonly<Record<string, Entry>>

/** Classifies a chip that is not in the table, by its specification. */
export function CustomChip({ program, reading }: Props) {
  const [entries, setEntries] = useState<Entries>({})
  const [stated, setStated] = useState<Readonly<Record<string, unknown>>>()
  const [attempt, setAttempt] = useState(0)
  const facts = asked.flatMap((name) => program.rules.scope.facts.get(name)?.declaration ?? [])
  const submit = (): void => {
    const values = facts.flatMap(({ name, type }): [string, unknown][] => {
      const value = valueOf(type, entries[name] ?? '')
      return value === undefined ? [] : [[name, value]]
    })
    setStated({ ...bareChip, chip: 'custom', ...Object.fromEntries(values) })
    setAttempt(attempt + 1)
  }
  return (
    <section aria-labelledby="custom">
      <h2 id="custom">Classify another chip</h2>
      <p>
        Enter what the maker publishes: dense rates, not sparse ones, and 0 where the maker claims
        no rate. What you leave empty stays unknown.
      </p>
      <form
        className="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="specification">
          {facts.map((fact) => (
            <Field
              key={fact.name}
              program={program}
              fact={fact}
              entry={entries[fact.name] ?? ''}
              onEntry={(entry) => setEntries({ ...entries, [fact.name]: entry })}
            />
          ))}
        </div>
        <Button type="submit">Classify</Button>
        {stated ? (
          <CustomResult key={attempt} program={program} reading={reading} facts={stated} />
        ) : null}
      </form>
    </section>
  )
}

interface FieldProps {
  readonly program: Program
  readonly fact: FactDeclaration
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
}

function Field({ program, fact, entry, onEntry }: FieldProps) {
  const id = `custom-${fact.name}`
  return (
    <div>
      <Label htmlFor={id}>{fact.title}</Label>
      <ValueInput
        id={id}
        rules={program.rules}
        type={fact.type}
        entry={entry}
        onEntry={onEntry}
        isCompact
      />
    </div>
  )
}
