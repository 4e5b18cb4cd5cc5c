import { programById } from '#programs'
import { describe, expect, test } from 'vitest'
import { chipLines, wholeChips } from './chip-line.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const text = chipLines(program, { asOf: '2026-11-23', mode: 'text' })
const line = (name: string) => text.find(({ row }) => row.name === name)

describe('a chip of the table', () => {
  test('has the numbers that the rules derive, and the count under the LPP limit', () => {
    expect(line('H100 SXM')).toMatchObject({
      tpp: '15832',
      density: '19.45',
      bandwidth: '3350',
      eccn: '3A090.a',
      leg: 'a',
      lppCount: 1699n,
    })
  })

  test('below every leg is not 3A090, and has no count', () => {
    expect(line('H20')).toMatchObject({
      tpp: '2368',
      density: '2.91',
      eccn: 'not 3A090',
      leg: 'none',
    })
    expect(line('H20')?.lppCount).toBeUndefined()
  })

  test('whose numbers are not public stays unknown: neither zero nor uncontrolled', () => {
    expect(line('MI308X')).toMatchObject({ tpp: null, density: null, leg: 'unknown' })
  })

  test('has no LPP count where the reading has no such exception', () => {
    const enforced = chipLines(program, { asOf: '2026-11-23', mode: 'enforced' })
    expect(enforced.find(({ row }) => row.name === 'H100 SXM')?.lppCount).toBeUndefined()
  })
})

test('before the first rule there is nothing to show', () => {
  expect(chipLines(program, { asOf: '2020-01-01', mode: 'text' })).toEqual([])
})

test.each([
  ['26900000', '15832', 'a', 1699n],
  ['31664', '15832', 'a', 2n],
  ['31663.99', '15832', 'a', 1n],
  ['26900000', '0', 'a', undefined],
  ['26900000', '2640', 'b', undefined],
  [null, '15832', 'a', undefined],
] as const)('limit %s and TPP %s on leg %s: %s whole chips', (limit, tpp, leg, count) => {
  expect(wholeChips(limit, tpp, leg)).toBe(count)
})
