import { compileBatch } from '../../kernel/interpret/batch/compile-batch.ts'
import type { Engine } from '../../kernel/interpret/batch/evaluator.ts'
import { circuitOf } from '../../kernel/interpret/circuit/build.ts'
import type { MakeReading } from './reading.ts'

const names: Readonly<Record<Engine, string>> = {
  wasm: 'batch, WebAssembly',
  javascript: 'batch, generated JavaScript',
  kernels: 'batch, without generated code',
}

/** Reads a rule set over columns of cases, by one of the batch engines. */
export function byBatch(engine: Engine): MakeReading {
  return (view, outputs) => {
    const batch = compileBatch(circuitOf(view, { outputs }), { engine, reasons: true })
    return Promise.resolve({
      name: names[engine],
      answer: (columns) =>
        Promise.resolve(
          batch.run(columns).map(({ value, status, reason }) => ({
            value: Float64Array.from(value),
            status,
            reason: Uint32Array.from(reason ?? []),
          })),
        ),
    })
  }
}
