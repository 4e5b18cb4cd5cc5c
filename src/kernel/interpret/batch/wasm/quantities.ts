import type { Rounding } from '../../../rules/ast.ts'
import type { Gate, GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'
import type { Local } from './code.ts'
import { gathered } from './gather.ts'
import type { Vectors } from './vectors.ts'
import { splat } from './vectors.ts'

const operations = {
  add: { i32: 'i32Add', f64: 'f64Add' },
  subtract: { i32: 'i32Sub', f64: 'f64Sub' },
  multiply: { i32: 'i32Mul', f64: 'f64Mul' },
  greatest: { u8: 'i8MaxU', u16: 'i16MaxU', i32: 'i32MaxS', f64: 'f64PMax' },
  least: { u8: 'i8MinU', u16: 'i16MinU', i32: 'i32MinS', f64: 'f64PMin' },
} as const

/** Emits the vectors of a quantity in its own width. */
export function quantityOf(vectors: Vectors, gate: Gate, id: GateId): readonly Local[] {
  const width = vectors.widthOf(id)
  switch (gate.t) {
    case 'add':
    case 'greatest':
    case 'least':
      return combined(vectors, gate.t, width, gate.of)
    case 'subtract':
    case 'multiply':
      return combined(vectors, gate.t, width, [gate.left, gate.right])
    case 'select':
      return selected(vectors, gate, width)
    case 'quotient':
      return divided(vectors, gate.left, gate.right, gate.round)
    case 'cell':
      return gathered(vectors, gate.key, gate.cells, width)
    default:
      throw new TypeError(`a ${gate.t} gate is no quantity of a strip`)
  }
}

function combined(
  vectors: Vectors,
  t: keyof typeof operations,
  width: Width,
  of: readonly GateId[],
): readonly Local[] {
  const { code } = vectors.strip
  const operation = (operations[t] as Partial<Record<Width, Parameters<typeof code.simd>[0]>>)[
    width
  ]
  if (operation === undefined) throw new TypeError(`no operation ${t} on ${width}`)
  const [first, ...others] = of.map((part) => vectors.quantity(part, width))
  return (first ?? []).map((vector, part) => {
    code.get(vector)
    for (const other of others) code.get(other[part] ?? 0).simd(operation)
    return code.keep('v128')
  })
}

function selected(
  vectors: Vectors,
  gate: Extract<Gate, { t: 'select' }>,
  width: Width,
): readonly Local[] {
  const { code } = vectors.strip
  const then = vectors.quantity(gate.then, width)
  const otherwise = vectors.quantity(gate.otherwise, width)
  return vectors.mask(gate.condition, width).map((mask, part) => {
    code.get(then[part] ?? 0).get(otherwise[part] ?? 0)
    return code.get(mask).simd('bitSelect').keep('v128')
  })
}

/**
 * A rounded quotient. Doubles divide exactly enough: for whole numbers below 2^53 the rounded
 * quotient never reaches the next whole number, so that its floor is right, and so is what remains.
 */
function divided(vectors: Vectors, left: GateId, right: GateId, round: Rounding): readonly Local[] {
  const { code } = vectors.strip
  const divisors = vectors.quantity(right, 'f64')
  return vectors.quantity(left, 'f64').map((dividend, part) => {
    const divisor = divisors[part] ?? 0
    const floor = code.get(dividend).get(divisor).simd('f64Div').simd('f64Floor').keep('v128')
    if (round === 'down') return floor
    code.get(dividend).get(floor).get(divisor).simd('f64Mul').simd('f64Sub')
    const left = code.keep('v128')
    code.get(floor).get(left)
    if (round === 'up') code.constant(splat('f64', 0)).simd('f64Gt')
    else code.get(left).simd('f64Add').get(divisor).simd('f64Ge')
    return code.constant(splat('f64', 1)).simd('and').simd('f64Add').keep('v128')
  })
}
