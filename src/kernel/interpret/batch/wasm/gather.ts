import type { GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import { double } from './bytes.ts'
import type { Local } from './code.ts'
import { stripRows } from './strip.ts'
import type { Vectors } from './vectors.ts'
import { splat, vectorsOf } from './vectors.ts'

const loads = { u8: 'load8Lane', u16: 'load16Lane', i32: 'load32Lane', f64: 'load64Lane' } as const
const extracts = { u8: 'extractLaneU8', u16: 'extractLaneU16', i32: 'extractLane32' } as const
const limits = {
  u16: { min: 'i16MinU', max: 'i16MaxU' },
  i32: { min: 'i32MinS', max: 'i32MaxS' },
} as const

/** Emits the cells of a table at a key, row by row; no key reads beside the table. */
export function gathered(
  vectors: Vectors,
  key: GateId,
  cells: readonly number[],
  width: Width,
): readonly Local[] {
  const { code, layout } = vectors.strip
  const keyWidth = vectors.widthOf(key)
  if (keyWidth === 'f64') throw new TypeError(`the key ${key} is no index`)
  const length = keyWidth === 'u8' ? 256 : cells.length
  const place = layout.table(
    tableOf(
      Array.from({ length }, (_, at) => cells[at] ?? 0),
      width,
    ),
  )
  const keys = vectors.quantity(key).map((vector) => {
    if (keyWidth === 'u8') return vector
    code
      .get(vector)
      .constant(splat(keyWidth, cells.length - 1))
      .simd(limits[keyWidth].min)
    return code.constant(splat(keyWidth, 0)).simd(limits[keyWidth].max).keep('v128')
  })
  const keysEach = stripRows / vectorsOf(keyWidth)
  const cellsEach = stripRows / vectorsOf(width)
  const shift = Math.log2(bytesOf[width])
  return Array.from({ length: vectorsOf(width) }, (_, part) => {
    const out = code.constant(splat('u8', 0)).keep('v128')
    for (let lane = 0; lane < cellsEach; lane++) {
      const row = part * cellsEach + lane
      code.argument(layout.words.tables).get(keys[Math.floor(row / keysEach)] ?? 0)
      code.lane(extracts[keyWidth], row % keysEach)
      if (shift > 0) code.i32(shift).op('i32Shl')
      code.op('i32Add').get(out).loadLane(loads[width], place, lane).set(out)
    }
    return out
  })
}

/** The bytes of a table of numbers. */
export function tableOf(cells: readonly number[], width: Width): Uint8Array {
  const bytes = bytesOf[width]
  return Uint8Array.from(
    cells.flatMap((cell) =>
      width === 'f64'
        ? double(cell)
        : Array.from({ length: bytes }, (_, byte) => (cell >> (8 * byte)) & 0xff),
    ),
  )
}
