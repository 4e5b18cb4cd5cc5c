import type { FactDeclaration, Program } from '#rules'
import { decide, documentOf, proposalNames } from '#rules'
import { Button, Label } from '../shell/controls.tsx'
import { useState } from 'react'
import type { Entry } from '../apply/entry.ts'
import { valueOf } from '../apply/entry.ts'
import { ValueInput } from '../apply/value-input.tsx'
import { ErrorSummary } from '../apply/error-summary.tsx'
import { problemWords } from '../words/problems.ts'
import { modeTitle } from '../words/labels.ts'
import { groupLabel } from '../words/numbers.ts'
import type { ChipReading } from './chip-line.ts'
import { bareChip } from './chip-line.ts'

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
          <Result key={attempt} program={program} reading={reading} facts={stated} />
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

function Result({
  program,
  reading,
  facts,
}: Props & { readonly facts: Readonly<Record<string, unknown>> }) {
  const result = decide(program.rules, facts, reading)
  if (!result.ok) {
    const [first] = result.problems
    return (
      <ErrorSummary
        problems={result.problems.map((problem) => problemWords(program.rules, problem))}
        fieldId={`custom-${first?.field ?? ''}`}
      />
    )
  }
  const { outputs } = documentOf(result.decision)
  const shown = ['eccn', 'totalProcessingPerformance', 'performanceDensity']
  const lines = shown.flatMap((name) => outputs.find((output) => output.name === name) ?? [])
  return (
    <div className="result" role="status">
      <h3>
        On this specification, under {modeTitle(program, reading.mode).toLowerCase()}, as of{' '}
        {reading.asOf}
      </h3>
      <dl className="facts">
        {lines.map(({ name, title, label }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>{groupLabel(label)}</dd>
          </div>
        ))}
        {underProposals(program, reading, facts).map(({ title, label }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The classification under each proposal that gives another one than the chosen reading. */
function underProposals(
  program: Program,
  reading: ChipReading,
  facts: Readonly<Record<string, unknown>>,
): readonly { title: string; label: string }[] {
  const labelUnder = (mode: ChipReading['mode']): string => {
    const result = decide(program.rules, facts, { asOf: reading.asOf, mode })
    const document = result.ok ? documentOf(result.decision) : undefined
    return document?.outputs.find(({ name }) => name === 'eccn')?.label ?? ''
  }
  const own = labelUnder(reading.mode)
  return proposalNames(program.rules).flatMap((name) => {
    const label = labelUnder(`proposal:${name}`)
    return label === own
      ? []
      : [{ title: `Under “${modeTitle(program, `proposal:${name}`)}”`, label }]
  })
}
