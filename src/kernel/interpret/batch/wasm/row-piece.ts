import type { Gate, GateId } from '../../circuit/circuit.ts'
import { rowGatesOf } from '../schedule/roles.ts'
import type { Piece } from '../schedule/schedule.ts'
import type { Local } from './code.ts'
import { Code } from './code.ts'
import { isInt } from '../schedule/widths.ts'
import type { Layout } from './layout.ts'
import { Scalars } from './scalars.ts'

/** A function over the cases of a block and their related rows, one after the other. */
export function rowPiece(piece: Piece, layout: Layout): Code {
  const code = new Code(3)
  const { words, plan } = layout
  const inBlock = code.local('i32')
  const bits = piece.gates.filter((id) => !isInt(plan, id))
  for (const id of bits) clearPlane(code, layout, id)
  code.countUp(inBlock, 2, 1, () => {
    const row = code.get(1).get(inBlock).op('i32Add').keep('i32')
    const list = code.argument(words.offsets.get(piece.relation) ?? 0)
    const at = list.get(row).i32(2).op('i32Shl').op('i32Add').keep('i32')
    const related = code.get(at).memory('i32Load', 0).keep('i32')
    const end = code.get(at).memory('i32Load', 4).keep('i32')
    const scalars = new Scalars({ code, layout, inBlock, row, related })
    const totals = new Map(piece.gates.map((id) => [id, startOf(code, layout, id)]))
    const rowGates = rowGatesOf(plan, piece.gates)
    scalars.prepare(piece.gates, rowGates)
    code.countUp(related, end, 1, () => {
      for (const id of rowGates) scalars.make(id)
      for (const id of piece.gates) addRow(scalars, layout, id, totals.get(id) ?? 0)
    })
    for (const id of piece.gates) storeTotal(code, layout, inBlock, id, totals.get(id) ?? 0)
  })
  return code
}

function clearPlane(code: Code, layout: Layout, id: GateId): void {
  for (let part = 0; part < 4; part++) {
    code.argument(layout.words.scratch).constant(Array.from({ length: 16 }, () => 0))
    code.simdMemory('store', (layout.place(id) ?? 0) + part * 16)
  }
}

function startOf(code: Code, layout: Layout, id: GateId): Local {
  return isInt(layout.plan, id) ? code.f64(0).keep('f64') : code.i32(0).keep('i32')
}

function addRow(scalars: Scalars, layout: Layout, id: GateId, total: Local): void {
  const { code } = scalars.place
  const gate = layout.plan.gates[id] as Extract<Gate, { relation: number }>
  code.get(total)
  scalars.get(gate.of)
  if (gate.t === 'someRow') code.op('i32Or')
  else code.op(gate.t === 'sumRows' ? 'f64Add' : 'f64Max')
  code.set(total)
}

function storeTotal(code: Code, layout: Layout, inBlock: Local, id: GateId, total: Local): void {
  const place = layout.place(id) ?? 0
  const address = (shift: number): Code => {
    code.argument(layout.words.scratch).get(inBlock).i32(Math.abs(shift))
    return code.op(shift < 0 ? 'i32ShrU' : 'i32Shl').op('i32Add')
  }
  if (!isInt(layout.plan, id)) {
    const byte = address(-3).keep('i32')
    code.get(byte).get(byte).memory('i32Load8U', place)
    code.get(total).get(inBlock).i32(7).op('i32And').op('i32Shl').op('i32Or')
    code.memory('i32Store8', place)
  } else if (layout.width(id) === 'i32') {
    address(2).get(total).op('i32TruncateF64S').memory('i32Store', place)
  } else address(3).get(total).memory('f64Store', place)
}
