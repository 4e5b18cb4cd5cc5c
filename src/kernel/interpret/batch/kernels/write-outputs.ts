import type { Chunk } from '../chunks.ts'
import type { OutputColumns } from '../evaluator.ts'
import type { PlannedOutput } from '../plan/planned.ts'
import type { KernelList } from './kernel-list.ts'

/** Writes the columns of a definition for the rows at hand. */
export function writeOutput(
  list: KernelList,
  planned: PlannedOutput,
  { value, status, reason }: OutputColumns,
  chunk: Chunk,
): void {
  const planes = (ids: readonly number[]) => ids.map((id) => list.bits(id))
  if ('gate' in planned.value) {
    value.set(list.numbers(planned.value.gate).subarray(0, chunk.count), chunk.first)
  } else writePlanes(value, planes(planned.value.planes), chunk)
  writePlanes(status, planes(planned.status), chunk)
  if (reason) writePlanes(reason, planes(planned.reason), chunk)
}

/** Numbers whose bit k is in plane k. */
function writePlanes(
  out: OutputColumns['value'] | Uint32Array,
  planes: readonly Int32Array[],
  { first, count }: Chunk,
): void {
  out.fill(0, first, first + count)
  planes.forEach((plane, bit) => {
    for (let row = 0; row < count; row++) {
      const own = ((plane[row >> 5] ?? 0) >>> (row & 31)) & 1
      out[first + row] = (out[first + row] ?? 0) | (own << bit)
    }
  })
}
