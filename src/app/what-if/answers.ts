import { interpret } from '../../kernel/interpret/evaluate.ts'
import type { MakeAnswers } from '../../kernel/interpret/compare-population/answers.ts'
import { answersByCase } from '../../kernel/interpret/compare-population/by-case.ts'
import type { Context } from '../context.ts'

/** How populations are decided here. */
export const answersFor = ({ evaluator = interpret }: Context): MakeAnswers =>
  answersByCase(evaluator)
