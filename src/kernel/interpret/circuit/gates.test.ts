import { describe, expect, it } from 'vitest'
import type { CircuitInput } from './circuit.ts'
import { Gates } from './gates.ts'

const input = (min: number, max: number, alwaysKnown = true): CircuitInput => ({
  of: 'fact',
  name: 'some fact',
  slot: 0,
  type: { kind: 'number', unit: 'm' },
  bounds: { min, max },
  alwaysKnown,
})

function parts() {
  const gates = new Gates()
  const bit = (index: number): number =>
    gates.value(index, { ...input(0, 1), type: { kind: 'bool' } })
  return { gates, a: bit(0), b: bit(1), c: bit(2), size: gates.value(3, input(3, 9)) }
}

describe('conditions', () => {
  it('are the same gate however they are written', () => {
    const { gates, a, b } = parts()
    expect(gates.and(a, b)).toBe(gates.and(b, a, a))
    expect(gates.not(gates.or(a, b))).toBe(gates.and(gates.not(b), gates.not(a)))
    expect(gates.not(gates.not(a))).toBe(a)
  })

  it('that exclude each other never hold together, and one of the two always does', () => {
    const { gates, a, b, c } = parts()
    expect(gates.and(a, gates.not(a))).toBe(gates.no)
    expect(gates.and(gates.and(a, b), gates.not(a), c)).toBe(gates.no)
    expect(gates.or(a, b, gates.not(a))).toBe(gates.yes)
  })

  it('leave out what follows from another part', () => {
    const { gates, a, b } = parts()
    expect(gates.and(a, gates.or(a, b))).toBe(a)
    expect(gates.and(a, gates.or(gates.not(a), b))).toBe(gates.and(a, b))
    expect(gates.and(a, gates.and(a, b))).toBe(gates.and(a, b))
  })

  it('choose as a bit says', () => {
    const { gates, a, b } = parts()
    expect(gates.choose(gates.yes, a, b)).toBe(a)
    expect(gates.choose(gates.no, a, b)).toBe(b)
    expect(gates.choose(a, b, b)).not.toBe(gates.no)
  })
})

describe('quantities', () => {
  it('are not compared where their bounds say the answer', () => {
    const { gates, size } = parts()
    expect(gates.less(size, gates.int(10))).toBe(gates.yes)
    expect(gates.less(size, gates.int(3))).toBe(gates.no)
    expect(gates.equal(size, gates.int(2))).toBe(gates.no)
    expect(gates.list[gates.less(size, gates.int(9))]?.t).toBe('less')
  })

  it('can be 0 where they may be unknown, whatever their bounds', () => {
    const gates = new Gates()
    const size = gates.value(0, input(3, 9, false))
    expect(gates.boundsOf(size)).toEqual({ min: 0, max: 9 })
    expect(gates.list[gates.less(size, gates.int(3))]?.t).toBe('less')
  })

  it('fold constants, and carry exact bounds', () => {
    const { gates, a, size } = parts()
    expect(gates.add([gates.int(2), gates.int(3)])).toBe(gates.int(5))
    expect(gates.int(-0)).toBe(gates.int(0))
    expect(gates.boundsOf(gates.multiply(size, gates.int(-2)))).toEqual({ min: -18, max: -6 })
    expect(gates.boundsOf(gates.subtract(size, size))).toEqual({ min: -6, max: 6 })
    expect(gates.select(gates.not(a), size, gates.int(1))).toBe(gates.select(a, gates.int(1), size))
  })

  it('look a constant key up at once, and one list with its opposite as one gate', () => {
    const { gates, size } = parts()
    const members = Array.from({ length: 10 }, (_, index) => index > 4)
    expect(gates.listed(gates.int(7), members)).toBe(gates.yes)
    expect(
      gates.listed(
        size,
        members.map((member) => !member),
      ),
    ).toBe(gates.not(gates.listed(size, members)))
    expect(gates.cell(gates.int(1), [4, 6])).toBe(gates.int(6))
  })
})

describe('conditions on quantities', () => {
  it('exclude each other where no value meets both', () => {
    const { gates, a, size } = parts()
    const isSmall = gates.less(size, gates.int(5))
    const isLarge = gates.less(gates.int(7), size)
    expect(gates.and(isSmall, a, isLarge)).toBe(gates.no)
    expect(gates.or(gates.not(isSmall), gates.not(isLarge))).toBe(gates.yes)
    expect(gates.and(isSmall, gates.equal(size, gates.int(5)))).toBe(gates.no)
    expect(gates.and(isSmall, gates.equal(size, gates.int(4)))).not.toBe(gates.no)
  })

  it('are left out where another says more', () => {
    const { gates, size } = parts()
    const [below5, below8] = [gates.less(size, gates.int(5)), gates.less(size, gates.int(8))]
    expect(gates.and(below5, below8)).toBe(below5)
    expect(gates.or(below5, below8)).toBe(below8)
  })

  it('are one list where a list of what they have in common exists', () => {
    const { gates, size } = parts()
    const list = (...indexes: readonly number[]): number =>
      gates.listed(
        size,
        Array.from({ length: 10 }, (_, index) => indexes.includes(index)),
      )
    const [low, high, middle] = [list(3, 4, 5), list(5, 6, 7), list(5)]
    expect(gates.and(low, high)).toBe(middle)
    expect(gates.and(list(3, 4), high)).toBe(gates.no)
    expect(gates.or(list(0, 1, 2, 3, 4), list(5, 6, 7, 8, 9))).toBe(gates.yes)
  })

  it('join where two cases leave nothing else', () => {
    const { gates, a, b, c } = parts()
    expect(gates.or(gates.and(a, b), gates.and(a, gates.not(b)))).toBe(a)
    expect(gates.or(gates.and(a, b), gates.and(c, gates.not(b)))).not.toBe(a)
  })
})
