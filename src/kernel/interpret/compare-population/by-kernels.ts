import { batchByKernels } from '../batch/kernels/kernel-batch.ts'
import { answersBy } from './answers-by.ts'

/** Answers a population without generated code: for pages, whose policy forbids it. */
export const answersByKernels = answersBy(batchByKernels)
