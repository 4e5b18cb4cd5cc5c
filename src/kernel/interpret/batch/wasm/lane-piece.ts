import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Piece } from '../schedule/schedule.ts'
import { Code } from './code.ts'
import { isInt } from '../schedule/widths.ts'
import type { Layout } from './layout.ts'
import { quantityOf } from './quantities.ts'
import { overStrips, scratchAddress } from './strip.ts'
import { testOf } from './tests.ts'
import { Vectors, vectorsOf } from './vectors.ts'

/** A function over the strips of a block: quantities, and tests packed to a bit per row. */
export function lanePiece(piece: Piece, layout: Layout): Code {
  const code = new Code(3)
  overStrips(code, layout, (strip) => {
    const vectors = new Vectors(strip)
    for (const id of piece.gates) {
      const gate = layout.plan.gates[id] as Gate
      if (isInt(layout.plan, id)) vectors.setQuantity(id, quantityOf(vectors, gate, id))
      else vectors.setMask(id, testOf(vectors, gate))
      if (layout.place(id) !== undefined) store(vectors, id)
    }
  })
  return code
}

function store(vectors: Vectors, id: GateId): void {
  const { strip } = vectors
  const { code, layout } = strip
  const place = layout.place(id) ?? 0
  if (isInt(layout.plan, id)) {
    const width = layout.width(id)
    const parts = vectors.quantity(id)
    for (let part = 0; part < vectorsOf(width); part++) {
      const offset = scratchAddress(strip, width)
      code.get(parts[part] ?? 0).simdMemory('store', offset + place + part * 16)
    }
    return
  }
  const offset = scratchAddress(strip, 'bits')
  code.get(vectors.mask(id, 'u8')[0] ?? 0).simd('i8BitMask')
  code.memory('i32Store16', offset + place)
}
