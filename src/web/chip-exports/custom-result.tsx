import type { Program } from '#rules'
import { decide, documentOf, inSentence, proposalNames } from '#rules'
import { ErrorSummary } from '../apply/error-summary.tsx'
import { modeTitle } from '../words/labels.ts'
import { groupLabel } from '../words/numbers.ts'
import { problemWords } from '../words/problems.ts'
import type { ChipReading } from './chip-line.ts'

interface Props {
  readonly program: Program
  readonly reading: ChipReading
}

/** The classification on a specification, or everything that is wrong with the specification. */
export function CustomResult({
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
        On this specification, under {inSentence(modeTitle(program, reading.mode))}, as of{' '}
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
