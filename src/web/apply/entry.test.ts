import { describe, expect, test } from 'vitest'
import { entryOf, valueOf } from './entry.ts'

const number = { kind: 'number', unit: 'm' } as const
const bool = { kind: 'bool' } as const
const set = { kind: 'set', enum: 'zone' } as const

describe('an entry and its value', () => {
  test.each([
    [bool, true, 'yes'],
    [bool, false, 'no'],
    [number, '6.5', '6.5'],
    [set, ['north', 'south'], ['north', 'south']],
    [set, [], []],
  ] as const)('%o keeps %o', (type, value, entry) => {
    expect(entryOf(type, value)).toEqual(entry)
    expect(valueOf(type, entry)).toEqual(value)
  })

  test('nothing entered is nothing stated: neither false nor zero', () => {
    expect(valueOf(bool, '')).toBeUndefined()
    expect(valueOf(number, '  ')).toBeUndefined()
    expect(entryOf(number, { unknown: 'unavailable' })).toBe('')
    expect(entryOf(set, { unknown: 'unavailable' })).toEqual([])
  })

  test('a text that is no number is handed on as it is, for the kernel to refuse', () => {
    expect(valueOf(number, ' -5 ')).toBe('-5')
    expect(valueOf(number, 'many')).toBe('many')
  })
})
