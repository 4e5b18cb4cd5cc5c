import type { Decision, Program } from '#rules'
import { documentOf } from '#rules'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { ReadCase } from '../draft/reading.ts'
import { decideCase } from '../draft/reading.ts'
import { Comparison } from './comparison.tsx'
import { Headline } from './headline.tsx'
import { Missing } from './missing.tsx'
import { Outcome } from './outcome.tsx'
import { Parameters } from './parameters.tsx'
import { ProblemList } from './problem-list.tsx'
import { ReadingForm } from './reading-form.tsx'
import { Reasons } from './reasons.tsx'
import { Reproduce } from './reproduce.tsx'
import { Stated } from './stated.tsx'
import { Warnings } from './warnings.tsx'

interface Props {
  readonly program: Program
  readonly read: ReadCase
  readonly onRead: (read: ReadCase) => void
  /** The address of a question, where this case can still be answered; absent when it cannot. */
  readonly questionHref?: (name: string) => string
  /** What else can be done with this case: saving, recording. */
  readonly children?: ReactNode
}

/** A determination: outcome first, then what it rests on, then what else can be done with it. */
export function DeterminationView(props: Props) {
  const { program, read } = props
  const result = useMemo(() => decideCase(program, read), [program, read])
  if (result.ok) return <Decided {...props} decision={result.decision} />
  return (
    <>
      <ProblemList
        title="These facts cannot be decided on as they are"
        problems={result.problems}
        rules={program.rules}
        {...(props.questionHref ? { hrefOf: props.questionHref } : {})}
      />
      <ReadingForm
        program={program}
        reading={read}
        onChange={(to) => props.onRead({ ...read, ...to })}
      />
    </>
  )
}

function Decided({
  program,
  read,
  onRead,
  questionHref,
  children,
  decision,
}: Props & { readonly decision: Decision }) {
  const document = useMemo(() => documentOf(decision), [decision])
  const links = questionHref ? { questionHref } : {}
  return (
    <div className="determination">
      <Outcome document={document} />
      <section className="card reading-card" aria-label="Day and reading of the law">
        <ReadingForm
          program={program}
          reading={read}
          onChange={(reading) => onRead({ ...read, ...reading })}
        />
      </section>
      <Missing document={document} rules={program.rules} {...links} />
      <Warnings warnings={document.warnings} />
      <Headline program={program} document={document} />
      <Parameters
        decision={decision}
        assumed={read.parameters}
        onChange={(parameters) => onRead({ ...read, parameters })}
      />
      <Reasons program={program} document={document} />
      <Comparison program={program} read={read} />
      <Stated program={program} decision={decision} {...links} />
      {children}
      <Reproduce program={program} read={read} document={document} />
    </div>
  )
}
