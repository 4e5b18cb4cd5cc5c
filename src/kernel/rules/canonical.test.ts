import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from './canonical.ts'

describe('canonical JSON', () => {
  it('orders members by UTF-16 code units (RFC 8785, section 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  it('escapes what must be escaped and nothing else (section 3.2.2.2)', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    )
    expect(canonicalJson('\b\t\f\u007f\u2028')).toBe('"\\b\\t\\f\u007f\u2028"')
  })

  it('writes literals, whole numbers and nested values without spaces', () => {
    expect(canonicalJson({ b: [1, -0, 9007199254740991, { z: null, a: true }], a: {} })).toBe(
      '{"a":{},"b":[1,0,9007199254740991,{"a":true,"z":null}]}',
    )
    expect(canonicalJson([false, [], ''])).toBe('[false,[],""]')
  })

  it('gives one text for equal values, whatever their order', () => {
    const plain = fc.jsonValue({ noUnicodeString: false }).filter(isExact)
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })

  it.each([
    ['a fraction', { a: [0.5] }, /safe integers only, not 0\.5, at \$\.a\[0\]/],
    ['a number beyond 2^53-1', 2 ** 53, /safe integers only/],
    ['NaN', Number.NaN, /safe integers only, not NaN/],
    ['a missing member', { a: undefined }, /undefined at \$\.a/],
    ['a hole in a list', [1, , 2], /undefined at \$\[1\]/], // eslint-disable-line no-sparse-arrays -- the case under test
    ['a bigint', [1n], /bigint at \$\[0\]/],
    ['a date object', { day: new Date(0) }, /Date at \$\.day/],
    ['a map', new Map(), /Map at \$/],
    ['half a character', 'a\ud800', /lone surrogate at \$/],
    ['half a character in a name', { 'a\udc00': 1 }, /lone surrogate at \$/],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message)
  })
})

describe('sha256Hex', () => {
  it('hashes UTF-8 bytes', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(sha256Hex('\u20ac')).toBe(
      'c4cc90ed3d26f12d4b08a75140970a7904035c31cbb4515a83f19b9003c00d1d',
    )
  })
})

function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) => isExact(key) && isExact(part))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)]))
}
