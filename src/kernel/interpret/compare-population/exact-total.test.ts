import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ExactTotal } from './exact-total.ts'

it('sums safe integers exactly, also beyond 2^53 and back', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger()), (values) => {
      const total = new ExactTotal()
      for (const value of values) total.add(value)
      expect(total.value).toBe(values.reduce((sum, value) => sum + BigInt(value), 0n))
    }),
  )
})

it('does not lose the small amounts that a double would drop', () => {
  const total = new ExactTotal()
  for (const value of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1, 1, 1]) total.add(value)
  expect(total.value).toBe(2n * BigInt(Number.MAX_SAFE_INTEGER) + 3n)
})
