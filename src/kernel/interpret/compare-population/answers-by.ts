import type { Batch, BatchOptions } from '../batch/evaluator.ts'
import { circuitOf } from '../circuit/build.ts'
import type { Circuit } from '../circuit/circuit.ts'
import type { MakeAnswers } from './answers.ts'

const noReasons: ArrayLike<number> = []

/** Answers a population column by column, by circuits made ready in the given way. */
export const answersBy =
  (compile: (circuit: Circuit, options: BatchOptions) => Batch): MakeAnswers =>
  ({ view, parameters }, outputs) => {
    if (outputs.length === 0) return () => []
    const batch = compile(circuitOf(view, { outputs, parameters }), { reasons: true })
    return (columns) =>
      batch
        .run(columns)
        .map(({ status, value, reason }) => ({ status, value, reason: reason ?? noReasons }))
  }
