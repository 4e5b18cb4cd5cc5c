import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, parseYaml } from './document-text.ts'

describe('parseJson', () => {
  it.each([
    ['{"a":1,}', 1, 8, /double-quoted property name/],
    ['{"a":b}', 1, 6, /Unexpected token 'b'/],
    ['abc', 1, 1, /Unexpected token 'a'/],
    ['{"a":1', 1, 7, /Expected ','/],
    ['', 1, 1, /Unexpected end/],
    ['{"a":1}\n}', 2, 1, /after JSON/],
    ['{\n "a": "x\ny"}', 2, 9, /control character/],
    ["{'a':1}", 1, 2, /property name/],
    ['[1,2,,3]', 1, 6, /Unexpected token ','/],
  ])('%j fails at its place', (text, line, column, reason) => {
    const parsed = parseJson(text)
    expect(parsed).toMatchObject({ ok: false, fault: { line, column } })
    expect(parsed.ok ? '' : parsed.fault.reason).toMatch(reason)
    expect(parsed.ok ? '' : parsed.fault.reason).not.toMatch(/position \d|is not valid JSON/)
  })

  it('reads every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown })
      }),
    )
  })

  it('never throws, and names a place inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\n 1ae\\') }), (text) => {
        const parsed = parseJson(text)
        if (parsed.ok) return
        const lines = text.split('\n')
        const { line, column } = parsed.fault
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
      }),
    )
  })
})

describe('parseYaml', () => {
  it.each([
    ['a: 1\na: 2', 2, 1, /unique/],
    ['a: [1,\nb: 2', 2, 1, /Flow sequence/],
    ['a: "x\nb: 1', 2, 5, /Missing closing/],
    ['a:\n\t- b', 2, 1, /Tabs/],
    ['&a [*a]', 1, 1, /circular/],
    ['a: *x', 1, 1, /Unresolved alias/],
  ])('%j fails at its place', (text, line, column, reason) => {
    const parsed = parseYaml(text)
    expect(parsed).toMatchObject({ ok: false, fault: { line, column } })
    expect(parsed.ok ? '' : parsed.fault.reason).toMatch(reason)
  })

  it('leaves codes and dates as text', () => {
    expect(parseYaml('destination: NO\nsince: 2026-01-15\nflag: no')).toEqual({
      ok: true,
      value: { destination: 'NO', since: '2026-01-15', flag: 'no' },
    })
  })

  it('refuses aliases that would unfold into more than anyone can hold', () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
    )
    expect(parseYaml(levels.join('\n'))).toMatchObject({
      ok: false,
      fault: { reason: expect.stringMatching(/alias/) as string },
    })
  })
})
