import type { Program } from '#rules'
import { questionTexts } from '#rules'
import { declaredQuestions } from '../prove/questions.ts'
import { section, wrapped } from './layout.ts'

/** The questions that can be asked about every case of a program, in plain words. */
export function questionLines(program: Program): readonly string[] {
  const kinds = questionTexts.flatMap(({ name, title, asks, about }) => [
    ...wrapped(`${name}: ${title}`, 2, 2),
    ...wrapped(`${asks} Asked of ${about}.`, 6),
  ])
  const declared = declaredQuestions(program).flatMap(({ name, kind, statement }) =>
    wrapped(`${name} (${kind}): ${statement}.`, 2, 4),
  )
  return [
    'Questions about every case at once; each answer is a proof, or a case that shows it.',
    ...section('Kinds', kinds),
    ...section(`What ${program.title.toLowerCase()} declares`, declared),
  ]
}
