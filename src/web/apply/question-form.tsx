import type { FactProblem, Program, ViewProblem } from '#rules'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import type { Draft } from '../draft/draft.ts'
import { withAnswer, withParameter, withSkipped } from '../draft/draft.ts'
import { decideCase } from '../draft/reading.ts'
import { problemWords } from '../words/problems.ts'
import type { Answer } from './answer.ts'
import { answerOf, answerValue } from './answer.ts'
import { ErrorSummary } from './error-summary.tsx'
import { QuestionField } from './question-field.tsx'
import type { Asked } from './question.ts'
import { Why } from './why.tsx'

interface Props {
  readonly program: Program
  readonly asked: Asked
  readonly name: string
  readonly draft: Draft
  /** Takes the changed case on to whatever comes next. */
  readonly onDraft: (draft: Draft) => void
}

/** Asks one question. An answer that the rules refuse stays on the page, with their own message. */
export function QuestionForm({ program, asked, name, draft, onDraft }: Props) {
  const stated = asked.kind === 'parameter' ? draft.parameters[name] : draft.facts[name]
  const [answer, setAnswer] = useState<Answer>(() => answerOf(asked, stated))
  const [problems, setProblems] = useState<readonly string[]>([])
  const [attempt, setAttempt] = useState(0)
  const submit = (): void => {
    const value = answerValue(asked, answer)
    const found =
      value === undefined ? [missingWords(asked)] : refusals(program, draft, asked, value)
    setProblems(found)
    setAttempt(attempt + 1)
    if (found.length === 0) onDraft(answered(draft, asked, name, value))
  }
  const isNone =
    answer.kind === 'entry' && typeof answer.entry !== 'string' && answer.entry.length === 0
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary key={attempt} problems={problems} fieldId={name} />
      <QuestionField
        program={program}
        asked={asked}
        name={name}
        answer={answer}
        onAnswer={setAnswer}
        problems={problems}
      />
      <div className="actions question-actions">
        <Button type="submit">{isNone ? 'Continue with none of these' : 'Continue'}</Button>
        {asked.kind === 'parameter' ? null : (
          <Button
            type="button"
            outline
            onClick={() => onDraft(withAnswer(draft, name, { unknown: 'unavailable' }))}
          >
            I don’t know
          </Button>
        )}
        <Button type="button" unstyled onClick={() => onDraft(withSkipped(draft, name))}>
          Skip for now
        </Button>
      </div>
      <p className="quiet small">
        “I don’t know” is kept as unknown: never as no, and never as zero. A skipped question can be
        answered later.
      </p>
      <Why program={program} asked={asked} draft={draft} name={name} />
    </form>
  )
}

function answered(draft: Draft, asked: Asked, name: string, value: unknown): Draft {
  return asked.kind === 'parameter'
    ? withParameter(draft, name, value)
    : withAnswer(draft, name, value)
}

/** What the rules refuse about the case with this answer, in their own words. */
function refusals(program: Program, draft: Draft, asked: Asked, value: unknown): readonly string[] {
  const name =
    asked.kind === 'fact'
      ? asked.fact.name
      : asked.kind === 'relation'
        ? asked.relation.name
        : asked.parameter.name
  const result = decideCase(program, answered(draft, asked, name, value))
  if (result.ok) return []
  const own = (problem: FactProblem | ViewProblem): boolean =>
    problem.field === name || problem.field.startsWith(`${name}[`)
  return result.problems.filter(own).map((problem) => problemWords(program.rules, problem))
}

function missingWords(asked: Asked): string {
  if (asked.kind === 'relation') return 'Fill in each row, or remove it.'
  const { title, type } = asked.kind === 'fact' ? asked.fact : asked.parameter
  const how =
    type.kind === 'number'
      ? 'Enter a number'
      : type.kind === 'date'
        ? 'Enter a date'
        : 'Choose an answer'
  return `${title}: nothing was entered. ${how}, or say that you don’t know.`
}
