import { compileBatch } from '../batch/compile-batch.ts'
import { answersBy } from './answers-by.ts'

/** Answers a population by the fastest engine that the host allows. */
export const answersByBatch = answersBy(compileBatch)
