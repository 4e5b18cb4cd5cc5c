import type { Circuit } from '../circuit/circuit.ts'
import type { Batch, BatchOptions, Engine } from './evaluator.ts'
import { batchByKernels } from './kernels/kernel-batch.ts'

const engines: Readonly<Partial<Record<Engine, typeof batchByKernels>>> = {
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
  const compile = engines[options.engine ?? 'kernels'] ?? batchByKernels
  return compile(circuit, options)
}
