import type { Gate, GateId } from '../../circuit/circuit.ts'
import { columnWidth } from '../columns.ts'
import { operandsOf } from '../plan/operands.ts'
import { bytesOf } from '../reduce/width.ts'
import type { Width } from '../reduce/width.ts'
import { roleOf } from '../schedule/roles.ts'
import type { Code, Local } from './code.ts'
import { tableOf } from './gather.ts'
import { isInt } from '../schedule/widths.ts'
import type { Layout } from './layout.ts'

/** Where scalar code is: a case, in its block and in its columns, and one of its related rows. */
export interface Place {
  readonly code: Code
  readonly layout: Layout
  readonly inBlock: Local
  readonly row: Local
  readonly related: Local
}

/** Quantities as doubles and bits as 0 or 1, for one row at a time. */
export class Scalars {
  readonly place: Place
  readonly #made = new Map<GateId, Local>()

  constructor(place: Place) {
    this.place = place
  }

  /** Reads once per case what gates of its related rows, or aggregates, need of it. */
  prepare(aggregates: readonly GateId[], rowGates: readonly GateId[]): void {
    const { plan } = this.place.layout
    for (const id of [...aggregates, ...rowGates]) {
      for (const of of operandsOf(plan.gates[id] as Gate)) {
        if (roleOf(plan, of) !== 'row' && !this.#made.has(of))
          this.#keep(of, () => this.#ofCase(of))
      }
    }
  }

  /** Leaves the value of a gate that was made or prepared. */
  get(id: GateId): Code {
    const made = this.#made.get(id)
    if (made === undefined) throw new RangeError(`gate ${id} is not made yet`)
    return this.place.code.get(made)
  }

  /** Computes a gate from what was made before it. */
  make(id: GateId): void {
    this.#keep(id, () => this.#compute(this.place.layout.plan.gates[id] as Gate))
  }

  #keep(id: GateId, compute: () => void): void {
    compute()
    const type = isInt(this.place.layout.plan, id) ? 'f64' : 'i32'
    this.#made.set(id, this.place.code.keep(type))
  }

  #ofCase(id: GateId): void {
    const { code, layout, inBlock, row } = this.place
    const gate = layout.plan.gates[id]
    if (gate?.t === 'int') code.f64(gate.value)
    else if (gate?.t === 'bit') code.i32(gate.value ? 1 : 0)
    else if (gate?.t === 'known' || gate?.t === 'value') this.#column(gate, row)
    else {
      const offset = layout.place(id)
      if (offset === undefined) throw new RangeError(`gate ${id} is not stored`)
      code.argument(layout.words.scratch)
      if (isInt(layout.plan, id)) this.#number(layout.width(id), inBlock, offset)
      else this.#bit(inBlock, offset)
    }
  }

  #column({ t, input }: Extract<Gate, { t: 'known' | 'value' }>, row: Local): void {
    const { code, layout } = this.place
    const declared = layout.plan.inputs[input]
    if (!declared) throw new RangeError(`there is no input ${input}`)
    code.argument(layout.words[t === 'known' ? 'known' : 'values'][input] ?? 0)
    const width = t === 'known' ? 'bits' : columnWidth(declared.type, declared.bounds)
    if (width === 'bits') this.#bit(row, 0)
    else this.#number(width, row, 0)
  }

  /** The bit of a row, from the address below. */
  #bit(row: Local, offset: number): void {
    const { code } = this.place
    code.get(row).i32(3).op('i32ShrU').op('i32Add').memory('i32Load8U', offset)
    code.get(row).i32(7).op('i32And').op('i32ShrU').i32(1).op('i32And')
  }

  /** The number of a row, from the address below. */
  #number(width: Width, row: Local, offset: number): void {
    const { code } = this.place
    code.get(row).i32(Math.log2(bytesOf[width])).op('i32Shl').op('i32Add')
    if (width === 'f64') code.memory('f64Load', offset)
    else if (width === 'i32') code.memory('i32Load', offset).op('f64ConvertI32S')
    else code.memory(width === 'u8' ? 'i32Load8U' : 'i32Load16U', offset).op('f64ConvertI32U')
  }

  #compute(gate: Gate): void {
    const { code } = this.place
    switch (gate.t) {
      case 'known':
      case 'value':
        return this.#column(gate, this.place.related)
      case 'and':
        return this.#chain(gate.of, 'i32And')
      case 'or':
        return this.#chain(gate.of, 'i32Or')
      case 'not':
        this.get(gate.of).op('i32Eqz')
        return
      case 'less':
        return this.#chain([gate.left, gate.right], 'f64Lt')
      case 'equal':
        return this.#chain([gate.left, gate.right], 'f64Eq')
      case 'overlaps':
      case 'covers': {
        this.get(gate.set).op('i32TruncateF64S').i32(gate.mask).op('i32And')
        if (gate.t === 'covers') code.i32(gate.mask).op('i32Eq')
        else code.op('i32Eqz').op('i32Eqz')
        return
      }
      case 'listed':
        this.#tableAddress(gate.key, gate.members.length, 0)
        code.memory('i32Load8U', this.#table(gate.members.map(Number), 'u8'))
        return
      case 'cell':
        this.#tableAddress(gate.key, gate.cells.length, 3)
        code.memory('f64Load', this.#table(gate.cells, 'f64'))
        return
      default:
        return this.#number2(gate)
    }
  }

  #number2(gate: Gate): void {
    const { code } = this.place
    switch (gate.t) {
      case 'add':
        return this.#chain(gate.of, 'f64Add')
      case 'greatest':
        return this.#chain(gate.of, 'f64Max')
      case 'least':
        return this.#chain(gate.of, 'f64Min')
      case 'subtract':
        return this.#chain([gate.left, gate.right], 'f64Sub')
      case 'multiply':
        return this.#chain([gate.left, gate.right], 'f64Mul')
      case 'select':
        this.get(gate.then)
        this.get(gate.otherwise)
        this.get(gate.condition)
        code.op('select')
        return
      case 'quotient':
        return this.#quotient(gate)
      default:
        throw new TypeError(`a ${gate.t} gate is not computed row by row`)
    }
  }

  #chain(of: readonly GateId[], operation: Parameters<Code['op']>[0]): void {
    of.forEach((part, index) => {
      this.get(part)
      if (index > 0) this.place.code.op(operation)
    })
  }

  #quotient({ left, right, round }: Extract<Gate, { t: 'quotient' }>): void {
    const { code } = this.place
    this.get(left)
    const floor = this.get(right).op('f64Div').op('f64Floor').keep('f64')
    code.get(floor)
    if (round === 'down') return
    this.get(left).get(floor)
    const rest = this.get(right).op('f64Mul').op('f64Sub').keep('f64')
    code.get(rest)
    if (round === 'up') code.f64(0).op('f64Gt')
    else {
      code.get(rest).op('f64Add')
      this.get(right).op('f64Ge')
    }
    code.op('f64ConvertI32S').op('f64Add')
  }

  #table(cells: readonly number[], width: Width): number {
    return this.place.layout.table(tableOf(cells, width))
  }

  /** The address of a cell in the tables, up to the offset of its table; within it for any key. */
  #tableAddress(key: GateId, length: number, shift: number): void {
    const { code, layout } = this.place
    code.argument(layout.words.tables)
    this.get(key)
      .f64(length - 1)
      .op('f64Min')
      .f64(0)
      .op('f64Max')
      .op('i32TruncateF64S')
    if (shift > 0) code.i32(shift).op('i32Shl')
    code.op('i32Add')
  }
}
