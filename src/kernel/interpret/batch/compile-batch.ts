import type { Circuit } from '../circuit/circuit.ts'
import type { Batch, BatchOptions, Engine } from './evaluator.ts'
import { batchByJavaScript } from './javascript/javascript-batch.ts'
import { batchByKernels } from './kernels/kernel-batch.ts'
import { hasWasm } from './wasm/probe.ts'
import { batchByWasm } from './wasm/wasm-batch.ts'

const engines: Readonly<Record<Engine, typeof batchByKernels>> = {
  wasm: batchByWasm,
  javascript: batchByJavaScript,
  kernels: batchByKernels,
}

/**
 * Makes a circuit ready to run over columns of cases, by the fastest engine that the host allows
 * or by the one asked for. Every engine gives the same columns, and they equal `interpret`.
 */
export function compileBatch(
  circuit: Circuit,
  options: BatchOptions & { readonly engine?: Engine } = {},
): Batch {
  return engines[options.engine ?? (hasWasm() ? 'wasm' : 'kernels')](circuit, options)
}
