import type { Program } from '#rules'
import { verdictWords } from '../words/labels.ts'
import { Clause } from './reason-clause.tsx'
import type { ReasonNode, ReasonReading } from './reason-tree.ts'
import { ReadingLine } from './reading-line.tsx'

interface Props {
  readonly program: Program
  readonly node: ReasonNode
  readonly isOpen: boolean
}

/**
 * One step of the reasons and, when it is opened, the steps below it. A step that only hands on
 * another is opened together with it.
 */
export function Step({ program, node, isOpen }: Props) {
  const { trace, clauses, isRepeated } = node
  const words = verdictWords(program.rules, trace.definition, trace.verdict)
  const line = (
    <>
      <span className="step-title">{trace.title}</span>{' '}
      <strong className="step-verdict" data-kind={trace.verdict.kind}>
        {words}
      </strong>
    </>
  )
  if (isRepeated) {
    return (
      <p className="step-repeated">
        {line} <a href={`#step-${trace.definition}`}>explained above</a>
      </p>
    )
  }
  return (
    <details className="step" id={`step-${trace.definition}`} open={isOpen}>
      <summary>{line}</summary>
      <div className="step-body">
        {clauses.length === 0 ? <p className="quiet">No clause in force applies.</p> : null}
        {clauses.map(({ clause, readings }) => (
          <Clause key={clause.clause} program={program} step={trace} clause={clause}>
            <Readings
              program={program}
              readings={readings}
              isOpen={isOpen && clauses.length === 1 && readings.length === 1}
            />
          </Clause>
        ))}
      </div>
    </details>
  )
}

function Readings({
  program,
  readings,
  isOpen,
}: Pick<Props, 'program' | 'isOpen'> & { readonly readings: readonly ReasonReading[] }) {
  if (readings.length === 0) return null
  return (
    <ul className="readings">
      {readings.map(({ reading, step }) => (
        <li key={`${reading.kind} ${reading.name}`}>
          {step ? (
            <Step program={program} node={step} isOpen={isOpen} />
          ) : (
            <ReadingLine program={program} reading={reading} />
          )}
        </li>
      ))}
    </ul>
  )
}
