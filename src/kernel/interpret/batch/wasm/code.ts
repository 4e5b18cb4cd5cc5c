import { double, signed, unsigned, vector } from './bytes.ts'
import { plain, simd } from './operations.ts'

export type LocalType = 'i32' | 'i64' | 'f64' | 'v128'
const typeBytes: Readonly<Record<LocalType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f64: 0x7c,
  v128: 0x7b,
}
export const i32Type = typeBytes.i32

/** The number of a local variable. */
export type Local = number

/** The body of a function in the making. Every operation is appended; operands come before it. */
export class Code {
  readonly #bytes: number[] = []
  readonly #opening: number[] = []
  readonly #locals: LocalType[] = []
  readonly #constants = new Map<string, Local>()
  readonly #arguments = new Map<number, Local>()
  readonly #parameters: number

  /** A function of so many 32-bit integers; the first is the address of the arguments. */
  constructor(parameters: number) {
    this.#parameters = parameters
  }

  local(type: LocalType): Local {
    return this.#parameters + this.#locals.push(type) - 1
  }

  get(local: Local): this {
    return this.#push(plain.localGet, ...unsigned(local))
  }

  set(local: Local): this {
    return this.#push(plain.localSet, ...unsigned(local))
  }

  /** Takes what was left into a new local. */
  keep(type: LocalType): Local {
    const local = this.local(type)
    this.set(local)
    return local
  }

  i32(value: number): this {
    return this.#push(plain.i32Const, ...signed(value))
  }

  i64(value: number): this {
    return this.#push(plain.i64Const, ...signed(value))
  }

  f64(value: number): this {
    return this.#push(plain.f64Const, ...double(value))
  }

  /** An operation on one number. */
  op(operation: keyof typeof plain): this {
    const code = plain[operation]
    return code > 0xff ? this.#push(code >> 8, code & 0xff) : this.#push(code)
  }

  /** An operation on 128 bits. */
  simd(operation: keyof typeof simd): this {
    return this.#push(0xfd, ...unsigned(simd[operation]))
  }

  /** A load or store of one byte's operation, at the address below it plus an offset. */
  memory(operation: keyof typeof plain, offset: number): this {
    return this.#push(plain[operation], 0, ...unsigned(offset))
  }

  simdMemory(operation: keyof typeof simd, offset: number): this {
    return this.#push(0xfd, ...unsigned(simd[operation]), 0, ...unsigned(offset))
  }

  /** Loads one lane of the vector below, from the address below that. */
  loadLane(operation: keyof typeof simd, offset: number, lane: number): this {
    return this.simdMemory(operation, offset).#push(lane)
  }

  /** An operation that takes the number of a lane. */
  lane(operation: keyof typeof simd, lane: number): this {
    return this.simd(operation).#push(lane)
  }

  /** Bytes of the two vectors below, by number from 0 to 31. */
  shuffle(lanes: readonly number[]): this {
    return this.simd('shuffle').#push(...lanes)
  }

  /** A constant of 16 bytes, loaded once per call. */
  constant(bytes: readonly number[]): this {
    const key = bytes.join()
    let local = this.#constants.get(key)
    if (local === undefined) {
      local = this.local('v128')
      this.#constants.set(key, local)
      this.#opening.push(0xfd, simd.const, ...bytes, plain.localSet, ...unsigned(local))
    }
    return this.get(local)
  }

  /** A 32-bit word of the arguments, loaded once per call. */
  argument(word: number): this {
    let local = this.#arguments.get(word)
    if (local === undefined) {
      local = this.local('i32')
      this.#arguments.set(word, local)
      const load = [plain.localGet, 0, plain.i32Load, 0, ...unsigned(word * 4)]
      this.#opening.push(...load, plain.localSet, ...unsigned(local))
    }
    return this.get(local)
  }

  call(target: number): this {
    return this.#push(plain.call, ...unsigned(target))
  }

  /** Runs the body while a 32-bit counter, raised by a step each time, is below a limit. */
  countUp(counter: Local, limit: Local, step: number, body: () => void): this {
    const empty = 0x40
    this.#push(plain.block, empty)
    this.get(counter).get(limit).op('i32GeU').#push(plain.branchIf, 0)
    this.#push(plain.loop, empty)
    body()
    this.get(counter).i32(step).op('i32Add').set(counter)
    this.get(counter).get(limit).op('i32LtU').#push(plain.branchIf, 0)
    return this.#push(plain.end, plain.end)
  }

  /** The function as the code section holds it, its length first. */
  bytes(): readonly number[] {
    const locals = this.#locals.map((type) => [...unsigned(1), typeBytes[type]])
    const body = [...vector(locals), ...this.#opening, ...this.#bytes, plain.end]
    return [...unsigned(body.length), ...body]
  }

  #push(...bytes: readonly number[]): this {
    for (const byte of bytes) this.#bytes.push(byte)
    return this
  }
}
