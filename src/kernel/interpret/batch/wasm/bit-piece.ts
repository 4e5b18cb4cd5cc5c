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
      if (place === undefined) continue
      code.get(scratch)
      bits.leave(id)
      code.simdMemory('store', place)
    }
  })
  return code
}

/** A vector of bits, or of their opposites. */
interface Bits {
  readonly local: Local
  readonly isOpposite: boolean
}

/**
 * The bits of one turn. A gate is left as it is or as its opposite, whichever takes no operation
 * more: of n parts it always takes n - 1, and a negation none.
 */
class BitVectors {
  readonly #code: Code
  readonly #layout: Layout
  readonly #scratch: Local
  readonly #columns: Local
  readonly #made = new Map<GateId, Bits>()

  constructor(code: Code, layout: Layout, scratch: Local, columns: Local) {
    this.#code = code
    this.#layout = layout
    this.#scratch = scratch
    this.#columns = columns
  }

  /** Leaves the bits themselves. */
  leave(id: GateId): void {
    const { local, isOpposite } = this.#of(id)
    this.#code.get(local)
    if (isOpposite) this.#code.simd('not')
  }

  make(id: GateId): void {
    const gate = this.#layout.plan.gates[id]
    if (gate?.t === 'not') {
      const { local, isOpposite } = this.#of(gate.of)
      this.#made.set(id, { local, isOpposite: !isOpposite })
    } else if (gate?.t === 'or') this.#made.set(id, this.#joined(gate.of, 'or'))
    else if (gate?.t === 'and') this.#made.set(id, this.#joined(gate.of, 'and'))
  }

  #joined(of: readonly GateId[], t: 'and' | 'or'): Bits {
    const parts = of.map((part) => this.#of(part))
    const plain = parts.filter(({ isOpposite }) => !isOpposite)
    const opposite = parts.filter(({ isOpposite }) => isOpposite)
    // All opposites: not (a or b) is not a and not b, and the other way around.
    if (plain.length === 0) return this.#chain([...opposite], t === 'and' ? 'or' : 'and', [], true)
    if (t === 'and') return this.#chain(plain, 'and', opposite, false)
    if (opposite.length === 0) return this.#chain(plain, 'or', [], false)
    return this.#chain(opposite, 'and', plain, true)
  }

  #chain(
    [first, ...others]: readonly Bits[],
    operation: 'and' | 'or',
    without: readonly Bits[],
    isOpposite: boolean,
  ): Bits {
    this.#code.get(first?.local ?? 0)
    for (const { local } of others) this.#code.get(local).simd(operation)
    for (const { local } of without) this.#code.get(local).simd('andNot')
    return { local: this.#code.keep('v128'), isOpposite }
  }

  /** A gate of this piece, or one loaded now: a negation can also be found by what it negates. */
  #of(id: GateId): Bits {
    const known = this.#made.get(id)
    if (known) return known
    const gate = this.#layout.plan.gates[id]
    const isElsewhere = gate?.t === 'not' && this.#isAtHand(gate.of)
    if (isElsewhere) this.make(id)
    else this.#made.set(id, { local: this.#load(id), isOpposite: false })
    return this.#of(id)
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
