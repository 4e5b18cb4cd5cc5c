import type { Program } from '#rules'
import { useState } from 'react'
import { QuestionForm } from '../apply/question-form.tsx'
import { askedOf } from '../apply/question.ts'
import { DeterminationView } from '../determination/determination-view.tsx'
import { emptyDraft } from '../draft/draft.ts'
import type { ReadCase } from '../draft/reading.ts'
import { NotFound } from '../shell/not-found.tsx'

interface QuestionProps {
  readonly program: Program | undefined
  readonly name: string
}

/** One question on its own, with nothing answered before. */
export function QuestionScreen({ program, name }: QuestionProps) {
  const [draft, setDraft] = useState(() => emptyDraft('2026-11-23', 'text'))
  const asked = program ? askedOf(program, name) : undefined
  if (!program || !asked) return <NotFound what="question" />
  return (
    <QuestionForm program={program} asked={asked} name={name} draft={draft} onDraft={setDraft} />
  )
}

interface DecidedProps {
  readonly program: Program | undefined
  readonly read: ReadCase
}

/** A determination on its own. */
export function DecidedScreen({ program, read: given }: DecidedProps) {
  const [read, setRead] = useState(given)
  if (!program) return <NotFound what="program" />
  return (
    <DeterminationView
      program={program}
      read={read}
      onRead={setRead}
      questionHref={(name) => `/gallery/question-${name}`}
    />
  )
}
