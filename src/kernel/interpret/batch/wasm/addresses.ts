import type { CircuitInput } from '../../circuit/circuit.ts'
import { columnOf } from '../check-columns.ts'
import type { Capacity, Chunk } from '../chunks.ts'
import type { CaseColumns, ColumnWidth } from '../columns.ts'
import { columnWidth } from '../columns.ts'
import type { OutputColumns, OutputShape } from '../evaluator.ts'
import { bytesOf } from '../reduce/width.ts'
import { blockRows } from './layout.ts'
import type { Layout } from './layout.ts'
import type { BatchMemory } from './memory.ts'
import { rowsPerTurn } from './strip.ts'

/** The bytes that hold so many rows of a column. */
export const bytesFor = (width: ColumnWidth, rows: number): number =>
  width === 'bits' ? Math.ceil(rows / 8) : rows * bytesOf[width]

/** The rows of a column that code reads for the chunk at hand. */
interface Part {
  readonly from: number
  readonly count: number
}

/**
 * The arguments of a module: the addresses of all columns, as if each began at row 0. Columns that
 * lie in the memory are taken as they are; of others the chunk at hand is copied to a place of its own.
 */
export class Addresses {
  readonly #memory: BatchMemory
  readonly #layout: Layout
  readonly #capacity: Capacity
  readonly #words: Int32Array
  readonly #bytes: Uint8Array
  /** Per word of the arguments the place that parts of its column are copied to. */
  readonly #places = new Map<number, number>()
  readonly #copiesOut: (() => void)[] = []

  /** Words: the arguments, in the memory. */
  constructor(memory: BatchMemory, layout: Layout, capacity: Capacity, words: Int32Array) {
    this.#memory = memory
    this.#layout = layout
    this.#capacity = capacity
    this.#words = words
    this.#bytes = new Uint8Array(memory.buffer)
  }

  /** Sets the addresses of all columns for a chunk. */
  point(columns: CaseColumns, results: readonly OutputColumns[], chunk: Chunk): void {
    const { words, plan } = this.#layout
    for (const [relation, word] of words.offsets) {
      const { offsets } = columns.relations[relation] ?? {}
      const part = { from: chunk.first, count: chunk.count + 1 }
      this.#point(word, offsets, 'i32', part, this.#capacity.rows + 1, 0)
    }
    plan.inputs.forEach((input, index) => {
      const { column } = columnOf(columns, input)
      const room = this.#roomFor(input)
      const part = this.#partOf(columns, chunk, input)
      const isOpen = column && !column.known
      this.#point(words.known[index] ?? 0, column?.known, 'bits', part, room, isOpen ? 0xff : 0)
      if (input.of === 'relation') return
      const width = columnWidth(input.type, input.bounds)
      this.#point(words.values[index] ?? 0, column?.values, width, part, room, 0)
    })
    this.#pointOutputs(results, chunk)
  }

  /** Whether code can read all columns and write all results of a range where they are. */
  isInPlace(columns: CaseColumns, results: readonly OutputColumns[], end: number): boolean {
    const { words, plan } = this.#layout
    const isHere = (array: ArrayBufferView | undefined): boolean =>
      array !== undefined && this.#memory.placeOf(array) !== undefined
    const lists = [...words.offsets.keys()].map((relation) => columns.relations[relation]?.offsets)
    const read = plan.gates.flatMap((gate) => {
      if (gate.t !== 'known' && gate.t !== 'value') return []
      const input = plan.inputs[gate.input]
      const column = input && columnOf(columns, input).column
      return [gate.t === 'known' ? column?.known : column?.values]
    })
    const written = results.flatMap(({ value, status, reason }) => [
      ...[value, status],
      ...(reason ? [reason] : []),
    ])
    const fits = written.every((array) => this.#canWrite(array, end))
    return fits && [...lists, ...read, ...written].every(isHere)
  }

  /** The rest of the last turn of a loop is written too: it may not belong to others. */
  #canWrite(array: { readonly length: number }, end: number): boolean {
    return end % rowsPerTurn === 0 || end === array.length
  }

  /** Copies what was written for the chunk at hand to results that lie elsewhere. */
  copyOut(): void {
    for (const copy of this.#copiesOut) copy()
  }

  #roomFor({ of, relation }: CircuitInput): number {
    if (of !== 'field') return this.#capacity.rows
    return this.#capacity.related.get(relation ?? -1) ?? 0
  }

  #partOf(columns: CaseColumns, { first, count }: Chunk, { of, relation }: CircuitInput): Part {
    if (of !== 'field') return { from: first, count }
    const { offsets } = columns.relations[relation ?? -1] ?? {}
    const from = (offsets?.[first] ?? 0) & ~7
    return { from, count: (offsets?.[first + count] ?? 0) - from }
  }

  #point(
    word: number,
    array: ArrayBufferView | undefined,
    width: ColumnWidth,
    { from, count }: Part,
    room: number,
    missing: number,
  ): void {
    const direct = array && this.#memory.placeOf(array)
    if (direct !== undefined) {
      this.#words[word] = direct
      return
    }
    const place = this.#placeFor(word, bytesFor(width, room + blockRows))
    const start = width === 'bits' ? from >> 3 : bytesFor(width, from)
    const length = bytesFor(width, count)
    if (array) {
      const left = Math.min(length, array.byteLength - start)
      this.#bytes.set(new Uint8Array(array.buffer, array.byteOffset + start, left), place)
    } else this.#bytes.fill(missing, place, place + length)
    this.#words[word] = place - start
  }

  #placeFor(word: number, bytes: number): number {
    const place = this.#places.get(word) ?? this.#memory.allocate(bytes)
    this.#places.set(word, place)
    return place
  }

  #pointOutputs(results: readonly OutputColumns[], chunk: Chunk): void {
    this.#copiesOut.length = 0
    this.#layout.words.outputs.forEach((words, index) => {
      const { value, status, reason } = results[index] ?? {}
      if (value) this.#pointOutput(words.value, value, chunk)
      if (status) this.#pointOutput(words.status, status, chunk)
      if (reason) this.#pointOutput(words.reason, reason, chunk)
    })
  }

  #pointOutput(
    word: number,
    array: OutputColumns['value'] | Uint32Array,
    { first, count }: Chunk,
  ): void {
    const each = array.BYTES_PER_ELEMENT
    const end = first + count
    const direct = this.#memory.placeOf(array)
    if (direct !== undefined && this.#canWrite(array, end)) {
      this.#words[word] = direct
      return
    }
    const place = this.#placeFor(word, (this.#capacity.rows + blockRows) * each)
    this.#words[word] = place - first * each
    this.#copiesOut.push(() => {
      const written = new Uint8Array(this.#memory.buffer, place, count * each)
      new Uint8Array(array.buffer, array.byteOffset + first * each, count * each).set(written)
    })
  }
}

/** The most bytes that the places of parts can take. */
export function stagingBytes(
  { plan, words }: Layout,
  outputs: readonly OutputShape[],
  { rows, related }: Capacity,
): number {
  const most = 8 * (Math.max(rows, ...related.values()) + blockRows) + 256
  return most * (plan.inputs.length * 2 + words.offsets.size + outputs.length * 3)
}
