import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FALSE, TRUE, UNKNOWN } from '../rules/ir.ts'
import { anyRow, countRows, everyRow, highest, quotient, total, totalReaches } from './rows.ts'

const where = (row: readonly number[]): number => row[0] ?? Number.NaN
const value = (row: readonly number[]): number => row[1] ?? Number.NaN
const bounds = { min: 0, max: 50 }
const open = Number.NaN

describe('rows', () => {
  it('are unknown as long as the list is', () => {
    expect(anyRow(undefined, where)).toBe(UNKNOWN)
    expect(everyRow(undefined, where)).toBe(UNKNOWN)
    expect(countRows(undefined, where)).toBeNaN()
    expect(total(undefined, where, value)).toBeNaN()
    expect(highest(undefined, where, value)).toBeNaN()
    expect(totalReaches(undefined, where, value, 1, bounds)).toBe(UNKNOWN)
  })

  it('have plain answers for an empty list', () => {
    expect(anyRow([], where)).toBe(FALSE)
    expect(everyRow([], where)).toBe(TRUE)
    expect(countRows([], where)).toBe(0)
    expect(total([], where, value)).toBe(0)
    expect(highest([], where, value)).toBe(0)
  })

  it.each([
    [[[TRUE], [UNKNOWN]], TRUE, UNKNOWN],
    [[[FALSE], [UNKNOWN]], UNKNOWN, FALSE],
    [[[FALSE], [FALSE]], FALSE, FALSE],
    [[[TRUE], [TRUE]], TRUE, TRUE],
  ])('%j: any %i, every %i', (rows, any, every) => {
    expect(anyRow(rows, where)).toBe(any)
    expect(everyRow(rows, where)).toBe(every)
  })

  it('count, sum and maximum leave out what cannot count', () => {
    const rows = [
      [TRUE, 20],
      [FALSE, open],
      [UNKNOWN, 0],
      [TRUE, 5],
    ]
    expect(total(rows, where, value)).toBe(25)
    expect(highest(rows, where, value)).toBe(20)
    expect(countRows(rows, where)).toBeNaN()
    expect(countRows([[TRUE], [FALSE], [TRUE]], where)).toBe(2)
    expect(total([...rows, [UNKNOWN, 1]], where, value)).toBeNaN()
    expect(highest([...rows, [TRUE, open]], where, value)).toBeNaN()
  })

  it.each([
    [
      'reached by what is known',
      [
        [TRUE, 30],
        [UNKNOWN, 30],
      ],
      30,
      TRUE,
    ],
    [
      'still within reach',
      [
        [TRUE, 29],
        [UNKNOWN, 1],
      ],
      30,
      UNKNOWN,
    ],
    [
      'out of reach',
      [
        [TRUE, 29],
        [UNKNOWN, 0],
      ],
      30,
      FALSE,
    ],
    ['out of reach of an open amount', [[TRUE, open]], 51, FALSE],
    ['within reach of an open amount', [[TRUE, open]], 50, UNKNOWN],
    ['reached by nothing at all', [], 0, TRUE],
    ['unknown when the threshold is', [[TRUE, 50]], open, UNKNOWN],
  ])('a total is %s', (_, rows, threshold, wanted) => {
    expect(totalReaches(rows, where, value, threshold, bounds)).toBe(wanted)
  })

  it('counts the least that an open row must add', () => {
    expect(totalReaches([[TRUE, open]], where, value, 10, { min: 10, max: 50 })).toBe(TRUE)
    expect(totalReaches([[UNKNOWN, open]], where, value, 10, { min: 10, max: 50 })).toBe(UNKNOWN)
  })
})

describe('quotient', () => {
  it.each([
    [7, 2, 3, 4, 4],
    [5, 3, 1, 2, 2],
    [4, 3, 1, 2, 1],
    [6, 3, 2, 2, 2],
    [0, 5, 0, 0, 0],
    [1, 2, 0, 1, 1],
  ])('%i / %i is %i down, %i up, %i half up', (left, right, down, up, halfUp) => {
    expect(quotient(left, right, 'down')).toBe(down)
    expect(quotient(left, right, 'up')).toBe(up)
    expect(quotient(left, right, 'halfUp')).toBe(halfUp)
  })

  it('is exact up to 2^52, as whole numbers without limit have it', () => {
    const natural = fc.nat({ max: 2 ** 52 - 1 })
    fc.assert(
      fc.property(natural, fc.oneof(natural, fc.nat({ max: 1000 })), (left, right) => {
        fc.pre(right > 0)
        const [a, b] = [BigInt(left), BigInt(right)]
        expect(quotient(left, right, 'down')).toBe(Number(a / b))
        expect(quotient(left, right, 'up')).toBe(Number((a + b - 1n) / b))
        expect(quotient(left, right, 'halfUp')).toBe(Number((2n * a + b) / (2n * b)))
      }),
    )
  })

  it('is unknown when the divisor is zero or anything is unknown', () => {
    for (const round of ['down', 'up', 'halfUp'] as const) {
      expect(quotient(1, 0, round)).toBeNaN()
      expect(quotient(open, 3, round)).toBeNaN()
      expect(quotient(3, open, round)).toBeNaN()
    }
  })
})
