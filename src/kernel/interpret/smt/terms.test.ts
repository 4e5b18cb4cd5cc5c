import { describe, expect, it } from 'vitest'
import { and, implies, isOneOf, ite, not, or, symbolOf, whole } from './terms.ts'

describe('terms', () => {
  it('fold what is constant and say nothing twice', () => {
    expect(and('a', 'true', 'a', 'b')).toBe('(and a b)')
    expect(and('a', 'false')).toBe('false')
    expect(and()).toBe('true')
    expect(or('a', 'true')).toBe('true')
    expect(or('false', 'a')).toBe('a')
    expect(not(not('(and a b)'))).toBe('(and a b)')
    expect(not('true')).toBe('false')
    expect(ite('c', 'x', 'x')).toBe('x')
    expect(ite('c', 'false', 'true')).toBe('(not c)')
    expect(implies('false', 'a')).toBe('true')
  })

  it('write negative numbers as SMT-LIB has them', () => {
    expect(whole(-26_900_000)).toBe('(- 26900000)')
  })

  it('turn runs of numbers into ranges', () => {
    expect(isOneOf('k', [4, 1, 2, 3, 9])).toBe('(or (<= 1 k 4) (= k 9))')
    expect(isOneOf('k', [])).toBe('false')
  })

  it('quote names that are no simple symbols, and keep none that would end the quotes', () => {
    expect(symbolOf('fact.quantity')).toBe('fact.quantity')
    expect(symbolOf('row.owners[0]')).toBe('|row.owners[0]|')
    expect(symbolOf('3A090.a')).toBe('|3A090.a|')
    expect(symbolOf('a|b) (assert false\\')).toBe('|ab) (assert false|')
  })
})
