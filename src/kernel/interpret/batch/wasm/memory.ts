const pageBytes = 65_536
/** Vector operations read and write beyond the last row: nobody else's bytes may be there. */
const marginBytes = 256
const alignment = 64

/**
 * Memory that WebAssembly and threads share, of a fixed size, given out piece by piece. Columns
 * whose arrays lie in it are read where they are; any others are copied in part by part.
 */
export class BatchMemory {
  readonly memory: WebAssembly.Memory
  readonly #end: number
  #next = alignment

  /** Room for so many bytes; unused pages cost nothing. Throws RangeError beyond 4 GiB. */
  constructor(bytes: number) {
    const pages = Math.ceil((bytes + 2 * alignment) / pageBytes) + 1
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
    this.#end = (pages - 1) * pageBytes
  }

  get buffer(): SharedArrayBuffer {
    return this.memory.buffer as unknown as SharedArrayBuffer
  }

  /** Where so many bytes are free, all 0; at a multiple of 64, with a margin behind them. */
  allocate(bytes: number): number {
    const place = this.#next
    const next = Math.ceil((place + bytes + marginBytes) / alignment) * alignment
    if (next > this.#end) {
      throw new RangeError(`${bytes} bytes do not fit: the batch memory has ${this.#end} bytes`)
    }
    this.#next = next
    return place
  }

  /** Where an array begins in this memory; undefined where it lies elsewhere. */
  placeOf(array: ArrayBufferView): number | undefined {
    return array.buffer === this.buffer ? array.byteOffset : undefined
  }
}

/** How many bytes an allocation takes at most. */
export const roomFor = (bytes: number): number => bytes + marginBytes + alignment
