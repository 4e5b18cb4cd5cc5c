import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, scaledInteger } from './decimal.ts'

describe('scaledInteger', () => {
  it.each([
    ['989.5', 1, 9895],
    ['26,900,000', 0, 26_900_000],
    ['26,900,000.50', 1, 269_000_005],
    ['1_000', 2, 100_000],
    ['-3.10', 2, -310],
    ['007', 0, 7],
    ['-0', 1, 0],
    ['9007199254740991', 0, Number.MAX_SAFE_INTEGER],
    [5.92, 2, 592],
    [0.1, 1, 1],
    [1e3, 0, 1000],
    [-0, 0, 0],
    [4.35, 2, 435],
    [1.005, 3, 1005],
  ])('reads %s at scale %i exactly', (input, scale, wanted) => {
    expect(scaledInteger(input, scale)).toBe(wanted)
  })

  it.each([
    ['1.25', 1],
    ['1,23', 2],
    ['1,2345', 2],
    ['12,34,567', 0],
    ['1,000,00', 2],
    ['1__0', 0],
    ['_1', 0],
    ['.5', 1],
    ['5.', 1],
    ['+5', 0],
    ['1e3', 0],
    ['0x10', 0],
    ['', 0],
    [' 5', 0],
    ['٣', 0],
    ['Infinity', 0],
    ['9007199254740992', 0],
    ['900719925474099.2', 2],
    [1.25, 1],
    [0.1 + 0.2, 2],
    [1e22, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 2],
  ])('refuses %s at scale %i rather than round or guess', (input, scale) => {
    expect(scaledInteger(input, scale)).toBeUndefined()
  })

  const scaled = fc.integer({ min: -(2 ** 50), max: 2 ** 50 })
  const scale = fc.integer({ min: 0, max: 6 })

  it('is undone by decimalText, as text and as a number', () => {
    fc.assert(
      fc.property(scaled, scale, (value, places) => {
        const text = decimalText(value, places)
        expect(scaledInteger(text, places)).toBe(value)
        expect(scaledInteger(Number(text), places)).toBe(value)
      }),
    )
  })
})

describe('decimalText', () => {
  it.each([
    [1_583_200, 2, '15832'],
    [9895, 1, '989.5'],
    [5, 3, '0.005'],
    [-5, 1, '-0.5'],
    [0, 2, '0'],
    [-0, 0, '0'],
    [100, 2, '1'],
    [7, 0, '7'],
  ])('writes %i at scale %i as %s', (value, scale, wanted) => {
    expect(decimalText(value, scale)).toBe(wanted)
  })
})
