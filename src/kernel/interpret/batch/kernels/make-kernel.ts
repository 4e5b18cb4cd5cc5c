import type { Gate, GateId } from '../../circuit/circuit.ts'
import { joined, negated } from './bit-kernels.ts'
import type { Bits, Kernel, Numbers } from './kernel.ts'
import { combined, divided, lookedUp, selected } from './number-kernels.ts'
import { anyRow, overRows } from './row-kernels.ts'
import { compared, inSet, listed } from './test-kernels.ts'

/** Where a gate reads its operands, and where lists of related rows begin. */
export interface Operands {
  readonly bits: (id: GateId) => Bits
  readonly numbers: (id: GateId) => Numbers
  readonly offsets: (relation: number) => Uint32Array
}

export type BitGate = Extract<
  Gate,
  {
    t:
      | 'and'
      | 'or'
      | 'not'
      | 'less'
      | 'equal'
      | 'listed'
      | 'overlaps'
      | 'covers'
      | 'someRow'
      | 'everyRow'
  }
>
export type NumberGate = Extract<
  Gate,
  {
    t:
      | 'add'
      | 'subtract'
      | 'multiply'
      | 'greatest'
      | 'least'
      | 'quotient'
      | 'select'
      | 'cell'
      | 'sumRows'
      | 'greatestRow'
  }
>

/** The kernel of a gate that is a bit. */
export function bitKernel(gate: BitGate, out: Bits, { bits, numbers, offsets }: Operands): Kernel {
  switch (gate.t) {
    case 'and':
    case 'or':
      return joined(gate.t, out, gate.of.map(bits))
    case 'not':
      return negated(out, bits(gate.of))
    case 'less':
    case 'equal':
      return compared(gate.t, out, numbers(gate.left), numbers(gate.right))
    case 'listed':
      return listed(out, numbers(gate.key), gate.members)
    case 'overlaps':
    case 'covers':
      return inSet(gate.t, out, numbers(gate.set), gate.mask)
    case 'someRow':
      return anyRow(out, bits(gate.of), offsets(gate.relation))
    case 'everyRow':
      throw new TypeError('a plan asks for some row, never for every row')
  }
}

/** The kernel of a gate that is a number. */
export function numberKernel(
  gate: NumberGate,
  out: Numbers,
  { bits, numbers, offsets }: Operands,
): Kernel {
  switch (gate.t) {
    case 'add':
    case 'greatest':
    case 'least':
      return combined(gate.t, out, gate.of.map(numbers))
    case 'subtract':
    case 'multiply':
      return combined(gate.t, out, [numbers(gate.left), numbers(gate.right)])
    case 'quotient':
      return divided(out, numbers(gate.left), numbers(gate.right), gate.round)
    case 'select':
      return selected(out, bits(gate.condition), numbers(gate.then), numbers(gate.otherwise))
    case 'cell':
      return lookedUp(out, numbers(gate.key), gate.cells)
    case 'sumRows':
    case 'greatestRow':
      return overRows(gate.t, out, numbers(gate.of), offsets(gate.relation))
  }
}
