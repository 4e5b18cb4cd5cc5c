import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readInput } from './input.ts'

const described = {
  input: z.strictObject({
    name: z.string().max(5),
    count: z.int().min(1).optional(),
    readings: z
      .array(z.strictObject({ mode: z.string() }))
      .min(1)
      .optional(),
    kind: z.enum(['a', 'b']).optional(),
  }),
  example: { name: 'lake', count: 3, readings: [{ mode: 'text' }], kind: 'a' as const },
}
const problems = (given: unknown) => {
  const read = readInput(described, given)
  if (read.ok) return []
  return read.problems ?? [read]
}

describe('readInput', () => {
  it('gives the checked input', () => {
    expect(readInput(described, { name: 'lake' })).toEqual({ ok: true, value: { name: 'lake' } })
  })

  it.each([
    [{}, 'input.missing', 'name', 'name is missing', 'lake'],
    [{ name: 4 }, 'input.wrong-type', 'name', 'name must be text', 'lake'],
    [{ name: 'a', count: 1.5 }, 'input.wrong-type', 'count', 'count must be a whole number', 3],
    [{ name: 'a', count: 0 }, 'input.wrong-type', 'count', 'count must have or be at least 1', 3],
    [{ name: 'lakeside' }, 'input.wrong-type', 'name', 'name must have or be at most 5', 'lake'],
    [{ name: 'a', kind: 'c' }, 'input.wrong-type', 'kind', 'kind must be one of a, b', 'a'],
    [
      { name: 'a', readings: [{}] },
      'input.missing',
      'readings[0].mode',
      'readings[0].mode is missing',
      'text',
    ],
    [
      { name: 'a', readings: [{ mode: 'x', day: 1 }] },
      'input.unknown-member',
      'readings[0].day',
      'there is no "day" here; leave it out',
      described.example,
    ],
    [
      { name: 'a', counts: 1 },
      'input.unknown-member',
      'counts',
      'there is no "counts" here; did you mean count',
      described.example,
    ],
  ])('%j is refused', (given, code, field, message, example) => {
    expect(problems(given)).toMatchObject([{ code, field, message, example }])
  })

  it('finds everything at once, and refuses what is no object', () => {
    expect(problems({ count: 'x', other: 1 }).map(({ field }) => field)).toEqual([
      'name',
      'count',
      'other',
    ])
    expect(problems(null)).toMatchObject([{ message: 'the input must be an object' }])
  })
})
