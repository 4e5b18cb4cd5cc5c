import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import { widest } from '../reduce/width.ts'
import type { Local } from './code.ts'
import { gathered } from './gather.ts'
import type { Vectors } from './vectors.ts'
import { eachBit, splat } from './vectors.ts'

const equals = { u8: 'i8Eq', u16: 'i16Eq', i32: 'i32Eq', f64: 'f64Eq' } as const

/** Emits the mask of a test of quantities: a byte per row, all ones or all zeros. */
export function testOf(vectors: Vectors, gate: Gate): Local {
  switch (gate.t) {
    case 'less':
      return less(vectors, gate.left, gate.right)
    case 'equal': {
      const { code } = vectors.strip
      const width = widest(vectors.widthOf(gate.left), vectors.widthOf(gate.right))
      const right = vectors.quantity(gate.right, width)
      const masks = vectors.quantity(gate.left, width).map((left, part) =>
        code
          .get(left)
          .get(right[part] ?? 0)
          .simd(equals[width])
          .keep('v128'),
      )
      return narrowed(vectors, masks, width)
    }
    case 'listed':
      return listed(vectors, gate.key, gate.members)
    case 'overlaps':
    case 'covers':
      return inSet(vectors, gate)
    default:
      throw new TypeError(`a ${gate.t} gate is no test`)
  }
}

/** Bounds within which a signed comparison of unsigned lanes is right. */
const signedMax = { u8: 0x7f, u16: 0x7fff } as const

function less(vectors: Vectors, left: GateId, right: GateId): Local {
  const { code } = vectors.strip
  const width = widest(vectors.widthOf(left), vectors.widthOf(right))
  const [a, b] = [vectors.quantity(left, width), vectors.quantity(right, width)]
  const masks = a.map((vector, part) => {
    const other = b[part] ?? 0
    if (width === 'i32') return code.get(vector).get(other).simd('i32LtS').keep('v128')
    if (width === 'f64') return code.get(vector).get(other).simd('f64Lt').keep('v128')
    const most = Math.max(vectors.boundsOf(left).max, vectors.boundsOf(right).max)
    code.get(vector)
    const [signed, unsigned] =
      width === 'u8' ? (['i8LtS', 'i8LtU'] as const) : (['i16LtS', 'i16LtU'] as const)
    if (most <= signedMax[width]) return code.get(other).simd(signed).keep('v128')
    const constant = vectors.constantOf(right)
    if (constant === undefined) return code.get(other).simd(unsigned).keep('v128')
    // x < c is x = min(x, c - 1), which processors have for unsigned lanes.
    code.constant(splat(width, constant - 1)).simd(width === 'u8' ? 'i8MinU' : 'i16MinU')
    return code.get(vector).simd(equals[width]).keep('v128')
  })
  return narrowed(vectors, masks, width)
}

/** Masks of wider lanes as one of bytes. */
function narrowed(vectors: Vectors, masks: readonly Local[], width: Width): Local {
  const { code } = vectors.strip
  const pairs = (of: readonly Local[], join: () => void): readonly Local[] =>
    Array.from({ length: of.length / 2 }, (_, pair) => {
      code.get(of[pair * 2] ?? 0).get(of[pair * 2 + 1] ?? 0)
      join()
      return code.keep('v128')
    })
  let left = masks
  if (width === 'f64') left = pairs(left, () => code.shuffle(lowHalves))
  if (left.length === 4) left = pairs(left, () => code.simd('i16NarrowI32S'))
  if (left.length === 2) left = pairs(left, () => code.simd('i8NarrowI16S'))
  return left[0] ?? 0
}

/** The low four bytes of each lane of eight. */
const lowHalves = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]

function inSet(vectors: Vectors, gate: Extract<Gate, { t: 'overlaps' | 'covers' }>): Local {
  const { code } = vectors.strip
  const width = vectors.widthOf(gate.set)
  const mask = splat(width, gate.mask)
  const nothing = splat(width, 0)
  const tests = { u8: 'i8Ne', u16: 'i16Ne', i32: 'i32Ne', f64: 'f64Ne' } as const
  const masks = vectors.quantity(gate.set).map((set) => {
    code.get(set).constant(mask).simd('and')
    if (gate.t === 'covers') code.constant(mask).simd(equals[width])
    else code.constant(nothing).simd(tests[width])
    return code.keep('v128')
  })
  return narrowed(vectors, masks, width)
}

function listed(vectors: Vectors, key: GateId, members: readonly boolean[]): Local {
  const { code } = vectors.strip
  const indexes = members.flatMap((member, index) => (member ? [index] : []))
  const width = vectors.widthOf(key)
  const [only] = indexes
  if (indexes.length === 1 && only !== undefined && width !== 'f64') {
    const constant = splat(width, only)
    const masks = vectors
      .quantity(key)
      .map((vector) => code.get(vector).constant(constant).simd(equals[width]).keep('v128'))
    return narrowed(vectors, masks, width)
  }
  if (width !== 'u8') {
    const cells = members.map((member) => (member ? 0xff : 0))
    return gathered(vectors, key, cells, 'u8')[0] ?? 0
  }
  const [vector] = vectors.quantity(key)
  const among = (from: number) => Array.from({ length: 16 }, (_, at) => members[from + at] === true)
  if (members.length <= 16) {
    const table = among(0).map((member) => (member ? 0xff : 0))
    return code
      .constant(table)
      .get(vector ?? 0)
      .simd('swizzle')
      .keep('v128')
  }
  return listedByHalves(vectors, vector ?? 0, members)
}

/**
 * A list of up to 256 as two tables of 16 bytes: the low half of the key finds the byte, its next
 * three bits the bit within it, and its highest the table; a swizzle beyond its table gives 0.
 */
function listedByHalves(vectors: Vectors, key: Local, members: readonly boolean[]): Local {
  const { code } = vectors.strip
  const table = (from: number): readonly number[] =>
    Array.from({ length: 16 }, (_, low) =>
      Array.from({ length: 8 }, (__, high) => members[from + high * 16 + low] === true).reduce(
        (byte, member, bit) => (member ? byte | (1 << bit) : byte),
        0,
      ),
    )
  const bit = vectors.once(`bit of ${key}`, () => {
    code.constant(eachBit).get(key).i32(4).simd('i8ShrU').constant(splat('u8', 7)).simd('and')
    return code.simd('swizzle').keep('v128')
  })
  const lookUp = (from: number): void => {
    const index = vectors.once(`index of ${key} from ${from}`, () => {
      code.get(key)
      if (from > 0) code.constant(splat('u8', from)).simd('xor')
      return code.constant(splat('u8', 0x8f)).simd('and').keep('v128')
    })
    code.constant(table(from)).get(index).simd('swizzle')
  }
  lookUp(0)
  if (members.length > 128) {
    lookUp(128)
    code.simd('or')
  }
  return code.get(bit).simd('and').get(bit).simd('i8Eq').keep('v128')
}
