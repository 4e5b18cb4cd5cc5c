import { describe, expect, test } from 'vitest'
import { counted, groupDigits, groupLabel } from './numbers.ts'
import { timeWords } from './times.ts'

describe('numbers in words', () => {
  test.each([
    ['26900000', '26,900,000'],
    ['-1234.5678', '-1,234.5678'],
    ['999', '999'],
    ['3A090.a', '3A090.a'],
    ['2026-11-23', '2026-11-23'],
  ])('%s is %s', (text, grouped) => {
    expect(groupDigits(text)).toBe(grouped)
  })

  test.each([
    ['26914400 TPP', '26,914,400 TPP'],
    ['15832 TPP', '15,832 TPP'],
    ['2368 TPP', '2,368 TPP'],
    ['License required; presumption of approval', 'License required; presumption of approval'],
    ['2026-11-23', '2026-11-23'],
  ])('the label %s is %s', (label, grouped) => {
    expect(groupLabel(label)).toBe(grouped)
  })

  test('one is singular', () => {
    expect(counted(1, 'answer')).toBe('1 answer')
    expect(counted(0, 'answer')).toBe('0 answers')
    expect(counted(2, 'entry', 'entries')).toBe('2 entries')
  })
})

test('an instant is shown to the minute, in UTC', () => {
  expect(timeWords('2026-11-23T14:05:59.123Z')).toBe('2026-11-23 14:05 UTC')
  expect(timeWords('soon')).toBe('soon')
})
