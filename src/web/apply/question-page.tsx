import type { Program } from '#rules'
import { interviewOf } from '#rules'
import { useMemo } from 'react'
import { Link, Redirect, useLocation, useParams } from 'wouter'
import { ProblemList } from '../determination/problem-list.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraft } from '../draft/draft-store.ts'
import { decideCase } from '../draft/reading.ts'
import { useAddressedProgram } from '../program/programs.ts'
import { NotFound } from '../shell/not-found.tsx'
import { nameOf, nextQuestion } from './next.ts'
import { SoFar } from './so-far.tsx'
import { QuestionForm } from './question-form.tsx'
import type { Asked } from './question.ts'
import { askedOf } from './question.ts'

/** One question of the interview, with what is known so far beside it. */
export function QuestionPage() {
  const program = useAddressedProgram()
  const { name = '' } = useParams<{ name: string }>()
  const asked = program ? askedOf(program, name) : undefined
  if (!program || !asked) return <NotFound what={program ? 'question' : 'program'} />
  return <Page program={program} asked={asked} name={name} />
}

interface Props {
  readonly program: Program
  readonly asked: Asked
  readonly name: string
}

function Page({ program, asked, name }: Props) {
  const base = `/programs/${program.id}`
  const { draft, update } = useDraft(program.id)
  const [, navigate] = useLocation()
  const result = useMemo(() => (draft ? decideCase(program, draft) : undefined), [program, draft])
  if (!draft || !result) return <Redirect to={`${base}/apply`} replace />
  const go = (changed: Draft): void => {
    update(() => changed)
    navigate(nextAddress(program, changed))
  }
  return (
    <div className="page interview">
      <div className="interview-question">
        <p className="kicker">
          <Link href={base}>{program.title}</Link> · {sectionTitle(program, asked)}
        </p>
        {result.ok ? null : (
          <ProblemList
            title="Earlier answers do not go together"
            problems={result.problems}
            rules={program.rules}
            hrefOf={(other) => `${base}/apply/${other}`}
          />
        )}
        <QuestionForm
          key={name}
          program={program}
          asked={asked}
          name={name}
          draft={draft}
          onDraft={go}
        />
      </div>
      <SoFar program={program} draft={draft} result={result} current={name} />
    </div>
  )
}

/** Where an answered case goes on: the next open question, or the determination. */
export function nextAddress(program: Program, draft: Draft): string {
  const base = `/programs/${program.id}`
  const result = decideCase(program, draft)
  const next = result.ok ? nextQuestion(interviewOf(result.decision), draft.skipped) : undefined
  return next ? `${base}/apply/${nameOf(next)}` : `${base}/determination`
}

function sectionTitle({ groups }: Program, asked: Asked): string {
  if (asked.kind === 'parameter') return 'Numbers that nobody has set'
  const { group } = asked.kind === 'fact' ? asked.fact : asked.relation
  return groups.find(({ id }) => id === group)?.title ?? ''
}
