import type { CircuitInput } from '../circuit/circuit.ts'
import { columnOf } from './check-columns.ts'
import type { Capacity, Chunk } from './chunks.ts'
import type { CaseColumns } from './columns.ts'
import { columnWidth } from './columns.ts'

const arrays = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }
export type StagedArray = Uint8Array | Uint16Array | Int32Array | Float64Array

/** The bytes of bits as words of 32. */
const bytesOfBits = (rows: number): number => Math.ceil(rows / 32) * 4

/** Where code of a fixed place reads the rows at hand from: copies, padded to whole words. */
export class Staging {
  /** Per input its values; of conditions words of 32 bits. */
  readonly values: readonly StagedArray[]
  /** Per input which rows are known, as words of 32 bits. */
  readonly known: readonly Int32Array[]
  /** Per relation where the lists of the rows at hand begin and end in its fields. */
  readonly offsets: ReadonlyMap<number, Uint32Array>
  readonly #inputs: readonly CircuitInput[]
  readonly #capacity: Capacity

  constructor(inputs: readonly CircuitInput[], capacity: Capacity) {
    const sizeOf = ({ of, relation }: CircuitInput): number =>
      of === 'field' ? (capacity.related.get(relation ?? -1) ?? 0) : capacity.rows
    this.#inputs = inputs
    this.#capacity = capacity
    this.values = inputs.map((input) => {
      const width = columnWidth(input.type, input.bounds)
      if (width === 'bits') return new Int32Array(bytesOfBits(sizeOf(input)) / 4)
      return new arrays[width](sizeOf(input))
    })
    this.known = inputs.map((input) => new Int32Array(bytesOfBits(sizeOf(input)) / 4))
    this.offsets = new Map(
      [...capacity.related.keys()].map((key) => [key, new Uint32Array(capacity.rows + 1)]),
    )
  }

  /** Copies rows in. What no row states is 0, and not known. */
  load(columns: CaseColumns, chunk: Chunk): void {
    for (const [relation, staged] of this.offsets) {
      const source = columns.relations[relation]?.offsets
      const base = (source?.[chunk.first] ?? 0) & ~7
      for (let row = 0; row <= this.#capacity.rows; row++) {
        const at = source?.[chunk.first + Math.min(row, chunk.count)] ?? 0
        staged[row] = source ? at - base : 0
      }
    }
    this.#inputs.forEach((input, index) => this.#loadInput(columns, chunk, input, index))
  }

  #loadInput(columns: CaseColumns, chunk: Chunk, input: CircuitInput, index: number): void {
    const { column } = columnOf(columns, input)
    const { from, count } = this.#range(columns, chunk, input)
    const [values, known] = [this.values[index], this.known[index]]
    if (!values || !known) throw new RangeError(`there is no input ${index}`)
    if (input.of !== 'relation') {
      if (!column?.values) values.fill(0)
      else if (column.width === 'bits') copyBits(column.values as Uint8Array, from, count, values)
      else values.set(column.values.subarray(from, from + count))
    }
    if (!column) known.fill(0)
    else if (!column.known) known.fill(-1)
    else copyBits(column.known, from, count, known)
  }

  #range(columns: CaseColumns, { first, count }: Chunk, { of, relation }: CircuitInput) {
    if (of !== 'field') return { from: first, count }
    const offsets = columns.relations[relation ?? -1]?.offsets
    const from = (offsets?.[first] ?? 0) & ~7
    return { from, count: (offsets?.[first + count] ?? 0) - from }
  }
}

function copyBits(source: Uint8Array, from: number, count: number, target: StagedArray): void {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
  bytes.set(source.subarray(from >> 3, (from + count + 7) >> 3))
}
