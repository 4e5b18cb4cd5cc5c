import type { OutputColumns, OutputShape } from './evaluator.ts'

const valueArrays = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }
const reasonArrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array }

/** Gives memory of so many bytes, all 0; by default memory of its own. */
export type Allocate = (bytes: number) => { readonly buffer: ArrayBuffer; readonly at: number }

const own: Allocate = (bytes) => ({ buffer: new ArrayBuffer(bytes), at: 0 })

/** Columns for the results of so many rows, all 0. */
export function emptyResults(
  outputs: readonly OutputShape[],
  count: number,
  allocate: Allocate = own,
): readonly OutputColumns[] {
  return outputs.map(({ width, reasonWidth }): OutputColumns => {
    const Value = valueArrays[width]
    const value = allocate(count * Value.BYTES_PER_ELEMENT)
    const status = allocate(count)
    const columns = {
      value: new Value(value.buffer, value.at, count),
      status: new Uint8Array(status.buffer, status.at, count),
    }
    if (reasonWidth === undefined) return columns
    const Reason = reasonArrays[reasonWidth]
    const reason = allocate(count * Reason.BYTES_PER_ELEMENT)
    return { ...columns, reason: new Reason(reason.buffer, reason.at, count) }
  })
}

/** Refuses results that do not fit the outputs or hold fewer rows than wanted. */
export function checkResults(
  outputs: readonly OutputShape[],
  results: readonly OutputColumns[],
  end: number,
): void {
  outputs.forEach((output, index) => {
    const columns = results[index]
    const lists = [
      columns?.value,
      columns?.status,
      ...(output.reasonWidth ? [columns?.reason] : []),
    ]
    const isRight =
      columns?.value instanceof valueArrays[output.width] &&
      (output.reasonWidth === undefined ||
        columns.reason instanceof reasonArrays[output.reasonWidth]) &&
      lists.every((list) => list !== undefined && list.length >= end)
    if (!isRight) {
      throw new RangeError(
        `results of "${output.name}" need ${end} rows of ${output.width}; make them with emptyResults`,
      )
    }
  })
}
