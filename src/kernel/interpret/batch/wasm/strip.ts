import type { GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import { bytesOf } from '../reduce/width.ts'
import type { Code, Local } from './code.ts'
import type { Layout } from './layout.ts'

/** Rows of a vector operation on bytes: quantities and tests take so many rows at once. */
export const stripRows = 16
/** Strips of one turn of a loop: addresses are computed once for all of them. */
const stripsPerTurn = 2
export const rowsPerTurn = stripRows * stripsPerTurn

/** The rows that code for one strip is about. */
export interface Strip {
  readonly code: Code
  readonly layout: Layout
  readonly turn: Turn
  /** How many rows of the turn come before this strip. */
  readonly shift: number
}

/** One turn of a loop over strips, and the addresses of columns in it. */
interface Turn {
  /** Its first row, counted from the start of its block. */
  readonly inBlock: Local
  /** Its first row, counted from the start of the columns. */
  readonly row: Local
  readonly addresses: Map<string, Local>
}

/** Emits a loop over the strips of a block: a function of (arguments, first row, rows). */
export function overStrips(code: Code, layout: Layout, body: (strip: Strip) => void): void {
  const inBlock = code.local('i32')
  const row = code.local('i32')
  code.countUp(inBlock, 2, rowsPerTurn, () => {
    code.get(1).get(inBlock).op('i32Add').set(row)
    const turn = { inBlock, row, addresses: new Map<string, Local>() }
    for (let shift = 0; shift < rowsPerTurn; shift += stripRows) {
      body({ code, layout, turn, shift })
    }
  })
}

/**
 * Leaves the address of a column, given by a word of the arguments, at the first row of the turn;
 * returns the offset of the strip from there.
 */
export function columnAddress(strip: Strip, word: number, width: Width | 'bits'): number {
  return address(strip, word, width, strip.turn.row)
}

/** The same for the scratch area, up to the place of what is stored. */
export function scratchAddress(strip: Strip, width: Width | 'bits'): number {
  return address(strip, strip.layout.words.scratch, width, strip.turn.inBlock)
}

function address(
  { code, turn, shift }: Strip,
  word: number,
  width: Width | 'bits',
  row: Local,
): number {
  const key = `${word} ${width}`
  let local = turn.addresses.get(key)
  if (local === undefined) {
    code.argument(word).get(row)
    if (width === 'bits') code.i32(3).op('i32ShrU')
    else if (width !== 'u8') code.i32(Math.log2(bytesOf[width])).op('i32Shl')
    local = code.op('i32Add').keep('i32')
    turn.addresses.set(key, local)
  }
  code.get(local)
  return width === 'bits' ? shift / 8 : shift * bytesOf[width]
}

/** Leaves the address of the 16 bits of a bit that an earlier piece, or a column, holds; returns the offset. */
export function planeAddress(strip: Strip, id: GateId): number {
  const { layout } = strip
  const gate = layout.plan.gates[id]
  if (gate?.t === 'known' || gate?.t === 'value') {
    const words = layout.words[gate.t === 'known' ? 'known' : 'values']
    return columnAddress(strip, words[gate.input] ?? 0, 'bits')
  }
  const place = layout.place(id)
  if (place === undefined) throw new RangeError(`bit ${id} is not stored`)
  return place + scratchAddress(strip, 'bits')
}
