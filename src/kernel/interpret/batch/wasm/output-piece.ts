import type { GateId } from '../../circuit/circuit.ts'
import type { PlannedOutput } from '../plan/planned.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import type { Local } from './code.ts'
import { Code } from './code.ts'
import type { Layout } from './layout.ts'
import type { Strip } from './strip.ts'
import { columnAddress, overStrips, planeAddress } from './strip.ts'
import { eachBit, splat, spread, Vectors, vectorsOf } from './vectors.ts'

/** A function over the strips of a block that writes the columns of the outputs. */
export function outputPiece(layout: Layout, outputs: readonly number[]): Code {
  const code = new Code(3)
  overStrips(code, layout, (strip) => {
    for (const index of outputs) {
      const output = layout.plan.outputs[index]
      const words = layout.words.outputs[index]
      if (!output || !words) throw new RangeError(`there is no output ${index}`)
      if ('gate' in output.value) writeGate(strip, output, output.value.gate, words.value)
      else writePlanes(strip, output.value.planes, words.value, output.width)
      writePlanes(strip, output.status, words.status, 'u8')
      const { reason, reasonWidth } = output
      const width = reasonWidth === 'u32' ? 'i32' : reasonWidth
      if (reason.length > 0) writePlanes(strip, reason, words.reason, width)
    }
  })
  return code
}

/** Numbers whose bit k is in plane k, eight planes a byte. */
function writePlanes(strip: Strip, planes: readonly GateId[], word: number, width: Width): void {
  const { code } = strip
  if (width === 'f64') throw new TypeError('planes are written as integers')
  const bytes = Array.from({ length: bytesOf[width] }, (_, byte) =>
    byteOfPlanes(strip, planes.slice(byte * 8, byte * 8 + 8)),
  )
  const low = Array.from({ length: 16 }, (_, lane) => (lane >> 1) + (lane & 1) * 16)
  const join = (one: Local, other: Local, half: 0 | 1): Local =>
    code
      .get(one)
      .get(other)
      .shuffle(low.map((lane) => lane + half * 8))
      .keep('v128')
  const join16 = (one: Local, other: Local, half: 0 | 1): Local => {
    const lanes = Array.from(
      { length: 16 },
      (_, lane) => ((lane >> 2) << 1) + (lane & 1) + ((lane >> 1) & 1) * 16,
    )
    return code
      .get(one)
      .get(other)
      .shuffle(lanes.map((lane) => lane + half * 8))
      .keep('v128')
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  let parts: readonly Local[] = [first]
  if (bytes.length >= 2) parts = [join(first, second, 0), join(first, second, 1)]
  if (bytes.length === 4) {
    const high = [join(third, fourth, 0), join(third, fourth, 1)]
    parts = [0, 1].flatMap((half) => {
      const [a = 0, b = 0] = [parts[half], high[half]]
      return [join16(a, b, 0), join16(a, b, 1)]
    })
  }
  parts.forEach((part, index) => {
    const offset = columnAddress(strip, word, width)
    code.get(part).simdMemory('store', offset + index * 16)
  })
}

/** A byte for each row of the strip, its bits from planes of which each holds 16 rows. */
function byteOfPlanes(strip: Strip, planes: readonly GateId[]): Local {
  const { code, layout } = strip
  const nothing = code.constant(splat('u8', 0)).keep('v128')
  let sum: Local | undefined
  // From the highest plane down; a mask is minus one where its bit holds.
  for (const plane of [...planes].reverse()) {
    const gate = layout.plan.gates[plane]
    if (gate?.t === 'bit') {
      if (sum !== undefined) sum = code.get(sum).get(sum).simd('i8Add').keep('v128')
      if (gate.value) {
        code
          .get(sum ?? nothing)
          .constant(splat('u8', 0xff))
          .simd('i8Add')
        sum = code.keep('v128')
      }
      continue
    }
    const offset = planeAddress(strip, plane)
    code.simdMemory('load16Splat', offset).constant(spread).simd('swizzle')
    code.constant(eachBit).simd('and').constant(eachBit).simd('i8Eq')
    if (sum !== undefined) code.get(sum).simd('i8Add').get(sum).simd('i8Add')
    sum = code.keep('v128')
  }
  if (sum === undefined) return nothing
  return code.get(nothing).get(sum).simd('i8Sub').keep('v128')
}

function writeGate(strip: Strip, output: PlannedOutput, gate: GateId, word: number): void {
  const { code } = strip
  const vectors = new Vectors(strip)
  const own = vectors.widthOf(gate)
  const { width } = output
  const isWider = vectorsOf(width) >= vectorsOf(own)
  const parts = isWider
    ? vectors.quantity(gate, width)
    : narrower(strip, vectors.quantity(gate), own, width)
  parts.forEach((part, index) => {
    const offset = columnAddress(strip, word, width)
    code.get(part)
    // Minus zero is zero.
    if (width === 'f64') code.constant(splat('f64', 0)).simd('f64Add')
    code.simdMemory('store', offset + index * 16)
  })
}

/** Quantities that fit a narrower width than they were computed in. */
function narrower(
  strip: Strip,
  vectors: readonly Local[],
  from: Width,
  to: Width,
): readonly Local[] {
  const { code } = strip
  if (from === to) return vectors
  const next = Array.from({ length: vectors.length / 2 }, (_, pair) => {
    const [one = 0, other = 0] = [vectors[pair * 2], vectors[pair * 2 + 1]]
    if (from === 'f64') {
      code.get(one).simd('truncateToI32').get(other).simd('truncateToI32').shuffle(twoHalves)
    } else
      code
        .get(one)
        .get(other)
        .simd(from === 'i32' ? 'i16NarrowI32U' : 'i8NarrowI16U')
    return code.keep('v128')
  })
  const width = { f64: 'i32', i32: 'u16', u16: 'u8', u8: 'u8' } as const
  return narrower(strip, next, width[from], to)
}

const twoHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
