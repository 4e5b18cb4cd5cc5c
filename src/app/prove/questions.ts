import type { Program, QuestionName } from '#rules'
import { questionTexts } from '#rules'
import { nearest } from '../../kernel/rules/scope.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'

/** What is asked: kinds of questions, and questions that the program declares by name. */
export interface Asked {
  readonly questions: readonly QuestionName[]
  /** Of the declared questions only these; all of the kinds above when absent. */
  readonly declared?: ReadonlySet<string>
}

interface DeclaredQuestion {
  readonly name: string
  readonly statement: string
  readonly kind: QuestionName
}

/** Every question that a program declares, with its kind. */
export function declaredQuestions({ questions = {} }: Program): readonly DeclaredQuestion[] {
  const { never, monotone, threshold, splitting, relabelling, loopholes: loophole } = questions
  const lists = { never, monotone, threshold, splitting, relabelling, loophole } as const
  return Object.entries(lists).flatMap(([kind, list]) =>
    (list ?? []).map(({ name, statement }) => ({ name, statement, kind: kind as QuestionName })),
  )
}

/** The questions that names stand for: kinds, or questions that the program declares; none: all. */
export function askedOf(program: Program, names: readonly string[] | undefined): Outcome<Asked> {
  const kinds = questionTexts.map(({ name }) => name)
  if (!names || names.length === 0) return done({ questions: kinds })
  const declared = declaredQuestions(program)
  const known: readonly string[] = [...kinds, ...declared.map(({ name }) => name)]
  const stranger = names.find((name) => !known.includes(name))
  if (stranger !== undefined) {
    const close = nearest(stranger, known)
    const hint = close.length > 0 ? `did you mean ${close.join(', ')}` : `ask ${kinds.join(', ')}`
    const message = `there is no question "${stranger}" about ${program.id}; ${hint}`
    const example = close[0] ?? 'gap'
    return refused('input.unknown-member', message, { field: 'questions', example })
  }
  const whole = kinds.filter((kind) => names.includes(kind))
  const single = declared.filter(({ name }) => names.includes(name))
  const questions = kinds.filter(
    (kind) => whole.includes(kind) || single.some((each) => each.kind === kind),
  )
  const wanted = declared.filter(({ name, kind }) => names.includes(name) || whole.includes(kind))
  return done({ questions, declared: new Set(wanted.map(({ name }) => name)) })
}
