import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso, isoFromDay } from './calendar.ts'

describe('dayFromIso', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2025-01-13', 20_101],
    ['2026-01-15', 20_468],
    ['0100-01-01', -683_003],
    ['9999-12-31', 2_932_896],
  ])('numbers %s', (iso, day) => {
    expect(dayFromIso(iso)).toBe(day)
    expect(isoFromDay(day)).toBe(iso)
  })

  it.each([
    '2025-02-29',
    '2025-02-30',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-1-1',
    '25-01-01',
    '2025/01/01',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '٢٠٢٥-٠١-٠١',
    '+002025-01-01',
    '',
  ])('refuses %j rather than roll it over', (text) => {
    expect(dayFromIso(text)).toBeUndefined()
  })

  it('counts every day once', () => {
    const day = fc.integer({ min: -683_003, max: 2_932_895 })
    fc.assert(
      fc.property(day, (number) => {
        expect(dayFromIso(isoFromDay(number))).toBe(number)
        expect(isoFromDay(number) < isoFromDay(number + 1)).toBe(true)
      }),
    )
  })
})
