import { compileBatch } from '../batch/compile-batch.ts'
import { circuitOf } from '../circuit/build.ts'
import type { MakeAnswers } from './answers.ts'

const noReasons: ArrayLike<number> = []

/** Answers a population column by column, by the fastest engine that the host allows. */
export const answersByBatch: MakeAnswers = ({ view, parameters }, outputs) => {
  if (outputs.length === 0) return () => []
  const batch = compileBatch(circuitOf(view, { outputs, parameters }), { reasons: true })
  return (columns) =>
    batch
      .run(columns)
      .map(({ status, value, reason }) => ({ status, value, reason: reason ?? noReasons }))
}
