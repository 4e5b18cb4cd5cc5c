import type { GateId } from '../../circuit/circuit.ts'
import { roleOf } from '../schedule/roles.ts'
import type { Piece } from '../schedule/schedule.ts'
import type { Local } from './code.ts'
import { Code } from './code.ts'
import type { Layout } from './layout.ts'

/** Rows of one vector of bits. */
const rowsPerVector = 128

/** A function over the bits of a block, 128 rows an operation. */
export function bitPiece(piece: Piece, layout: Layout): Code {
  const code = new Code(3)
  const inBlock = code.local('i32')
  code.countUp(inBlock, 2, rowsPerVector, () => {
    const bytes = code.get(inBlock).i32(3).op('i32ShrU').keep('i32')
    const scratch = code.argument(layout.words.scratch).get(bytes).op('i32Add').keep('i32')
    const columns = code.get(1).get(inBlock).op('i32Add').i32(3).op('i32ShrU').keep('i32')
    const bits = new BitVectors(code, layout, scratch, columns)
    for (const id of piece.gates) bits.make(id)
    for (const id of piece.gates) {
      const place = layout.place(id)
      if (place !== undefined) code.get(scratch).get(bits.of(id)).simdMemory('store', place)
    }
  })
  return code
}

class BitVectors {
  readonly #code: Code
  readonly #layout: Layout
  readonly #scratch: Local
  readonly #columns: Local
  readonly #made = new Map<GateId, Local>()

  constructor(code: Code, layout: Layout, scratch: Local, columns: Local) {
    this.#code = code
    this.#layout = layout
    this.#scratch = scratch
    this.#columns = columns
  }

  /** The local of a bit, loaded where no gate of this piece makes it. */
  of(id: GateId): Local {
    const known = this.#made.get(id)
    if (known !== undefined) return known
    const made = this.#load(id)
    this.#made.set(id, made)
    return made
  }

  make(id: GateId): void {
    const gate = this.#layout.plan.gates[id]
    if (gate?.t === 'not') {
      this.#made.set(id, this.#code.get(this.of(gate.of)).simd('not').keep('v128'))
    } else if (gate?.t === 'or') this.#join(id, gate.of, 'or')
    else if (gate?.t === 'and') this.#and(id, gate.of)
  }

  #join(id: GateId, of: readonly GateId[], operation: 'and' | 'or'): void {
    const [first, ...others] = of.map((part) => this.of(part))
    this.#code.get(first ?? 0)
    for (const other of others) this.#code.get(other).simd(operation)
    this.#made.set(id, this.#code.keep('v128'))
  }

  /** Negated parts are left out of the others in one operation each. */
  #and(id: GateId, of: readonly GateId[]): void {
    const opposite = (part: GateId): GateId | undefined => {
      const gate = this.#layout.plan.gates[part]
      return gate?.t === 'not' && this.#isAtHand(gate.of) ? gate.of : undefined
    }
    const plain = of.filter((part) => opposite(part) === undefined)
    if (plain.length === 0) return this.#join(id, of, 'and')
    const left = of.flatMap((part) => opposite(part) ?? []).map((part) => this.of(part))
    const [first, ...others] = plain.map((part) => this.of(part))
    this.#code.get(first ?? 0)
    for (const other of others) this.#code.get(other).simd('and')
    for (const other of left) this.#code.get(other).simd('andNot')
    this.#made.set(id, this.#code.keep('v128'))
  }

  /** Whether a bit is made here, stored, or in a column. */
  #isAtHand(id: GateId): boolean {
    if (this.#made.has(id) || this.#layout.place(id) !== undefined) return true
    const role = roleOf(this.#layout.plan, id)
    return role === 'column' || role === 'constant'
  }

  #load(id: GateId): Local {
    const code = this.#code
    const gate = this.#layout.plan.gates[id]
    if (gate?.t === 'bit') {
      return code.constant(Array.from({ length: 16 }, () => (gate.value ? 0xff : 0))).keep('v128')
    }
    if (gate?.t === 'known' || gate?.t === 'value') {
      const { words } = this.#layout
      code.argument((gate.t === 'known' ? words.known : words.values)[gate.input] ?? 0)
      return code.get(this.#columns).op('i32Add').simdMemory('load', 0).keep('v128')
    }
    const place = this.#layout.place(id)
    if (place === undefined) throw new RangeError(`bit ${id} is not stored`)
    return code.get(this.#scratch).simdMemory('load', place).keep('v128')
  }
}
