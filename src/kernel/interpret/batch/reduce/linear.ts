import type { GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'

/** An int gate as a sum: integer multiples of other int gates, and a constant. */
export interface Linear {
  readonly terms: ReadonlyMap<GateId, number>
  readonly constant: number
}

/** The sum that an int gate is; what is not a sum is one term. Undefined where it may leave 2^53. */
export function linearOf(gates: Gates, id: GateId): Linear | undefined {
  const gate = gates.list[id]
  switch (gate?.t) {
    case 'int':
      return { terms: new Map(), constant: gate.value }
    case 'add':
      return gate.of.reduce<Linear | undefined>(
        (sum, part) => combine(sum, linearOf(gates, part), 1),
        zero,
      )
    case 'subtract':
      return combine(linearOf(gates, gate.left), linearOf(gates, gate.right), -1)
    case 'multiply': {
      const [factor, other] = [gates.constantOf(gate.left), gates.constantOf(gate.right)]
      if (factor !== undefined) return combine(zero, linearOf(gates, gate.right), factor)
      if (other !== undefined) return combine(zero, linearOf(gates, gate.left), other)
      return { terms: new Map([[id, 1]]), constant: 0 }
    }
    default:
      return { terms: new Map([[id, 1]]), constant: 0 }
  }
}

const zero: Linear = { terms: new Map(), constant: 0 }

/** One sum and a multiple of another; undefined where a number may leave 2^53. */
export function combine(
  one: Linear | undefined,
  other: Linear | undefined,
  factor: number,
): Linear | undefined {
  if (!one || !other) return undefined
  const terms = new Map(one.terms)
  for (const [id, times] of other.terms) {
    const sum = (terms.get(id) ?? 0) + times * factor
    if (!Number.isSafeInteger(sum)) return undefined
    if (sum === 0) terms.delete(id)
    else terms.set(id, sum)
  }
  const constant = one.constant + other.constant * factor
  return Number.isSafeInteger(constant) ? { terms, constant } : undefined
}

/** The greatest number that divides the factors of all terms; 0 where there are none. */
export function commonFactor({ terms }: Linear): number {
  let common = 0
  for (const times of terms.values()) {
    let [a, b] = [Math.abs(times), common]
    while (b !== 0) [a, b] = [b, a % b]
    common = a
  }
  return common
}

/**
 * The gate of the terms whose factors have a sign, and a constant from 0 up; undefined where a sum
 * on the way may leave 2^53.
 */
export function sideOf(
  gates: Gates,
  { terms }: Linear,
  sign: 1 | -1,
  constant: number,
): GateId | undefined {
  const factors = [...terms].filter(([, times]) => times * sign > 0).sort(([a], [b]) => a - b)
  let largest = constant
  for (const [id, times] of factors) {
    const { min, max } = gates.boundsOf(id)
    largest += Math.max(Math.abs(min), Math.abs(max)) * Math.abs(times)
  }
  if (largest > Number.MAX_SAFE_INTEGER) return undefined
  const parts = factors.map(([id, times]) => {
    const factor = times * sign
    return factor === 1 ? id : gates.multiply(id, gates.int(factor))
  })
  if (parts.length === 0 || constant !== 0) parts.push(gates.int(constant))
  return gates.add(parts)
}
