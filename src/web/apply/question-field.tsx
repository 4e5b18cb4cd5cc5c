import type { Program } from '#rules'
import { useArrival } from '../shell/page-heading.tsx'
import type { Answer } from './answer.ts'
import { enumOf } from './entry.ts'
import type { Asked } from './question.ts'
import { isGroup, wordsOf } from './question.ts'
import { RowsInput } from './rows-input.tsx'
import { ValueInput } from './value-input.tsx'

interface Props {
  readonly program: Program
  readonly asked: Asked
  readonly name: string
  readonly answer: Answer
  readonly onAnswer: (answer: Answer) => void
  readonly problems: readonly string[]
}

/** The question as the page's heading, which also names the input or the group of inputs. */
export function QuestionField(props: Props) {
  const { program, asked, name, problems } = props
  const { question, hint } = wordsOf(asked)
  const heading = useArrival(question)
  const type = asked.kind === 'relation' ? undefined : typeOf(asked)
  const members = type ? (enumOf(program.rules, type)?.members.length ?? 0) : 0
  const describedBy = [
    hint === undefined ? '' : `${name}-hint`,
    problems.length === 0 ? '' : `${name}-problem`,
  ]
    .filter((id) => id !== '')
    .join(' ')
  const more = (
    <>
      {hint === undefined ? null : (
        <p className="usa-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problems.length === 0 ? null : (
        <p className="usa-error-message" id={`${name}-problem`}>
          {problems.join(' ')}
        </p>
      )}
      <Input {...props} describedBy={describedBy} />
    </>
  )
  if (isGroup(asked, members)) {
    return (
      <fieldset className="question-field" aria-describedby={describedBy}>
        <legend>
          <h1 ref={heading} tabIndex={-1}>
            {question}
          </h1>
        </legend>
        {more}
      </fieldset>
    )
  }
  return (
    <div className="question-field">
      <h1 ref={heading} tabIndex={-1}>
        <label htmlFor={name}>{question}</label>
      </h1>
      {more}
    </div>
  )
}

const typeOf = (asked: Exclude<Asked, { kind: 'relation' }>) =>
  asked.kind === 'fact' ? asked.fact.type : asked.parameter.type

function Input({
  program,
  asked,
  name,
  answer,
  onAnswer,
  problems,
  describedBy,
}: Props & { readonly describedBy: string }) {
  if (asked.kind === 'relation') {
    return (
      <RowsInput
        id={name}
        rules={program.rules}
        relation={asked.relation}
        rows={answer.kind === 'rows' ? answer.rows : []}
        onRows={(rows) => onAnswer({ kind: 'rows', rows })}
      />
    )
  }
  return (
    <ValueInput
      id={name}
      rules={program.rules}
      type={typeOf(asked)}
      entry={answer.kind === 'entry' ? answer.entry : ''}
      onEntry={(entry) => onAnswer({ kind: 'entry', entry })}
      describedBy={describedBy}
      isWrong={problems.length > 0}
    />
  )
}
