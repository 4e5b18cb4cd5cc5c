import type { Bounds } from '../../../rules/ast.ts'
import type { GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import { double } from './bytes.ts'
import type { Local } from './code.ts'
import type { Strip } from './strip.ts'
import { columnAddress, planeAddress, scratchAddress } from './strip.ts'

/** The same number in every lane. */
export function splat(width: Width, value: number): readonly number[] {
  const bytes = bytesOf[width]
  const lane =
    width === 'f64'
      ? double(value)
      : Array.from({ length: bytes }, (_, byte) => (value >> (8 * byte)) & 0xff)
  return Array.from({ length: 16 / bytes }, () => lane).flat()
}

/** How many vectors hold a strip of rows. */
export const vectorsOf = (width: Width): number => bytesOf[width]

/** The quantities and bits of a strip as vectors, each made once. */
export class Vectors {
  readonly strip: Strip
  readonly #quantities = new Map<string, readonly Local[]>()
  readonly #masks = new Map<string, readonly Local[]>()

  constructor(strip: Strip) {
    this.strip = strip
  }

  /** A vector that is made once, whoever asks for it by its name. */
  once(name: string, make: () => Local): Local {
    const [known] = this.#quantities.get(name) ?? []
    const made = known ?? make()
    this.#quantities.set(name, [made])
    return made
  }

  widthOf(id: GateId): Width {
    return this.strip.layout.width(id)
  }

  boundsOf(id: GateId): Bounds {
    return this.strip.layout.plan.bounds[id] ?? { min: 0, max: 1 }
  }

  constantOf(id: GateId): number | undefined {
    const gate = this.strip.layout.plan.gates[id]
    return gate?.t === 'int' ? gate.value : undefined
  }

  /** Remembers the vectors of a quantity in its own width. */
  setQuantity(id: GateId, vectors: readonly Local[]): void {
    this.#quantities.set(`${id} ${this.widthOf(id)}`, vectors)
  }

  /** Remembers the mask of a bit, a byte per row, all ones or all zeros. */
  setMask(id: GateId, mask: Local): void {
    this.#masks.set(`${id} u8`, [mask])
  }

  /** A quantity in a width at least its own; constants in any that holds them. */
  quantity(id: GateId, width: Width = this.widthOf(id)): readonly Local[] {
    const key = `${id} ${width}`
    const known = this.#quantities.get(key)
    if (known) return known
    const made = this.#quantity(id, width)
    this.#quantities.set(key, made)
    return made
  }

  /** A bit as a mask of lanes of a width. */
  mask(id: GateId, width: Width): readonly Local[] {
    const key = `${id} ${width}`
    const known = this.#masks.get(key)
    if (known) return known
    const made = width === 'u8' ? [this.#expanded(id)] : this.#widerMask(id, width)
    this.#masks.set(key, made)
    return made
  }

  #quantity(id: GateId, width: Width): readonly Local[] {
    const { code, layout } = this.strip
    const constant = this.constantOf(id)
    if (constant !== undefined) {
      const local = code.constant(splat(width, constant)).keep('v128')
      return Array.from({ length: vectorsOf(width) }, () => local)
    }
    const gate = layout.plan.gates[id]
    if (gate?.t === 'value') return this.#column(gate.input, this.widthOf(id), width)
    if (width !== this.widthOf(id)) return this.#wider(this.quantity(id), this.widthOf(id), width)
    const place = layout.place(id)
    if (place === undefined) throw new RangeError(`quantity ${id} is not stored`)
    return Array.from({ length: vectorsOf(width) }, (_, part) => {
      const offset = scratchAddress(this.strip, width)
      return code.simdMemory('load', offset + place + part * 16).keep('v128')
    })
  }

  #column(input: number, own: Width, width: Width): readonly Local[] {
    const { code, layout } = this.strip
    const word = layout.words.values[input] ?? 0
    const load = (operation: Parameters<typeof code.simdMemory>[0], step: number) =>
      Array.from({ length: vectorsOf(width) }, (_, part) => {
        const offset = columnAddress(this.strip, word, own)
        return code.simdMemory(operation, offset + part * step).keep('v128')
      })
    if (own === width) return load('load', 16)
    if (own === 'u8' && width === 'u16') return load('load8x8U', 8)
    if (own === 'u16' && width === 'i32') return load('load16x4U', 8)
    if (own === 'i32' && width === 'f64') {
      return load('load64Zero', 8).map((half) => code.get(half).simd('convertLowI32').keep('v128'))
    }
    const between = own === 'u8' && width !== 'u16' ? 'u16' : 'i32'
    return this.#wider(this.#column(input, own, between), between, width)
  }

  #wider(vectors: readonly Local[], from: Width, to: Width): readonly Local[] {
    const { code } = this.strip
    if (from === to) return vectors
    if (from === 'i32') {
      return vectors.flatMap((whole) => [
        code.get(whole).simd('convertLowI32').keep('v128'),
        code.get(whole).get(whole).shuffle(highHalf).simd('convertLowI32').keep('v128'),
      ])
    }
    const [low, high] =
      from === 'u8'
        ? (['i16ExtendLowU', 'i16ExtendHighU'] as const)
        : (['i32ExtendLowU', 'i32ExtendHighU'] as const)
    const next = vectors.flatMap((whole) => [
      code.get(whole).simd(low).keep('v128'),
      code.get(whole).simd(high).keep('v128'),
    ])
    return this.#wider(next, from === 'u8' ? 'u16' : 'i32', to)
  }

  #widerMask(id: GateId, width: Width): readonly Local[] {
    const { code } = this.strip
    const [from, low, high] = maskSteps[width]
    return this.mask(id, from).flatMap((whole) => [
      code.get(whole).simd(low).keep('v128'),
      code.get(whole).simd(high).keep('v128'),
    ])
  }

  /** The 16 bits of a plane, each spread over a byte. */
  #expanded(id: GateId): Local {
    const { code } = this.strip
    const offset = planeAddress(this.strip, id)
    code.simdMemory('load16Splat', offset).constant(spread).simd('swizzle')
    return code.constant(eachBit).simd('and').constant(eachBit).simd('i8Eq').keep('v128')
  }
}

const highHalf = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
/** Byte 0 to the first eight rows, byte 1 to the next. */
export const spread = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
/** The bit of each row within its byte. */
export const eachBit = [1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128]

const maskSteps = {
  u8: ['u8', 'i16ExtendLowS', 'i16ExtendHighS'],
  u16: ['u8', 'i16ExtendLowS', 'i16ExtendHighS'],
  i32: ['u16', 'i32ExtendLowS', 'i32ExtendHighS'],
  f64: ['i32', 'i64ExtendLowS', 'i64ExtendHighS'],
} as const
