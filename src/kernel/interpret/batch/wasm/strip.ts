import type { GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import type { Code, Local } from './code.ts'
import type { Layout } from './layout.ts'

/** Rows of a vector operation on bytes: quantities and tests take so many rows at once. */
export const stripRows = 16

/** The locals that say which rows a loop over strips is at. */
export interface Strip {
  readonly code: Code
  readonly layout: Layout
  /** The first row of the strip, counted from the start of its block. */
  readonly inBlock: Local
  /** The first row of the strip, counted from the start of the columns. */
  readonly row: Local
}

/** Emits a loop over the strips of a block: a function of (arguments, first row, rows). */
export function overStrips(code: Code, layout: Layout, body: (strip: Strip) => void): void {
  const inBlock = code.local('i32')
  const row = code.local('i32')
  code.countUp(inBlock, 2, stripRows, () => {
    code.get(1).get(inBlock).op('i32Add').set(row)
    body({ code, layout, inBlock, row })
  })
}

/** Leaves the address of the strip in a column whose address is a word of the arguments. */
export function columnAddress({ code, row }: Strip, word: number, width: Width | 'bits'): void {
  code.argument(word).get(row)
  if (width === 'bits') code.i32(3).op('i32ShrU')
  else if (width !== 'u8') code.i32(Math.log2(bytesOf[width])).op('i32Shl')
  code.op('i32Add')
}

/** Leaves the address of the strip in the scratch area, up to the offset of what is stored. */
export function scratchAddress({ code, layout, inBlock }: Strip, width: Width | 'bits'): void {
  code.argument(layout.words.scratch).get(inBlock)
  if (width === 'bits') code.i32(3).op('i32ShrU')
  else if (width !== 'u8') code.i32(Math.log2(bytesOf[width])).op('i32Shl')
  code.op('i32Add')
}

/** The address and offset of the 16 bits of a bit that an earlier piece, or a column, holds. */
export function planeAddress(strip: Strip, id: GateId): number {
  const { layout } = strip
  const gate = layout.plan.gates[id]
  if (gate?.t === 'known' || gate?.t === 'value') {
    columnAddress(
      strip,
      layout.words[gate.t === 'known' ? 'known' : 'values'][gate.input] ?? 0,
      'bits',
    )
    return 0
  }
  const place = layout.place(id)
  if (place === undefined) throw new RangeError(`bit ${id} is not stored`)
  scratchAddress(strip, 'bits')
  return place
}
