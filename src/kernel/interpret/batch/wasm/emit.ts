import type { Schedule } from '../schedule/schedule.ts'
import { bitPiece } from './bit-piece.ts'
import { Code } from './code.ts'
import { lanePiece } from './lane-piece.ts'
import { blockRows, Layout } from './layout.ts'
import type { ModuleFunction } from './module.ts'
import { moduleOf } from './module.ts'
import { outputPiece } from './output-piece.ts'
import { rowPiece } from './row-piece.ts'

/** So many outputs are written by one function. */
const outputsAtOnce = 16

/** A module that runs a schedule, and where it keeps what. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: Layout
}

/**
 * WebAssembly for a schedule, with vectors of 128 bits. Its export `run(arguments, first, end)`
 * evaluates rows `first` to `end` of the columns whose addresses the arguments hold, and may write
 * up to 31 rows beyond `end`; what it reads beyond, up to 128 rows, has no effect.
 */
export function emit(schedule: Schedule): Emitted {
  const layout = new Layout(schedule)
  const pieces = schedule.pieces.map((piece) => {
    if (piece.kind === 'bits') return bitPiece(piece, layout)
    return piece.kind === 'lanes' ? lanePiece(piece, layout) : rowPiece(piece, layout)
  })
  const outputs = schedule.plan.outputs.map((_, index) => index)
  for (let first = 0; first < outputs.length; first += outputsAtOnce) {
    pieces.push(outputPiece(layout, outputs.slice(first, first + outputsAtOnce)))
  }
  const functions: ModuleFunction[] = [...pieces, runner(pieces.length)].map((code) => ({
    parameters: 3,
    code,
  }))
  return { bytes: moduleOf(functions), layout }
}

/** Calls every piece for a block of rows, block by block. */
function runner(pieces: number): Code {
  const code = new Code(3)
  const row = code.get(1).keep('i32')
  code.countUp(row, 2, blockRows, () => {
    code.get(2).get(row).op('i32Sub').i32(blockRows)
    code.get(2).get(row).op('i32Sub').i32(blockRows).op('i32LtU').op('select')
    const rows = code.keep('i32')
    for (let piece = 0; piece < pieces; piece++) code.get(0).get(row).get(rows).call(piece)
  })
  return code
}
