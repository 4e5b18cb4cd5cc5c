import { expect, test } from 'vitest'
import { extentOf, roundMarks } from './plot-scale.ts'

test('round marks are 1, 2 and 5 of each power of ten', () => {
  expect(roundMarks([0.9, 60])).toEqual([1, 2, 5, 10, 20, 50])
  expect(roundMarks([1100, 90_000])).toEqual([2000, 5000, 10_000, 20_000, 50_000])
})

test('the extent holds all values and edges, and no zero', () => {
  const [low, high] = extentOf([2, 40], [0, 1.6, 5.92])
  expect(low).toBeGreaterThan(0)
  expect(low).toBeLessThan(1.6)
  expect(high).toBeGreaterThan(40)
  expect(extentOf([], [])).toEqual([1, 10])
})
