import { describe, expect, it } from 'vitest'
import { itemLabel, listed, phraseText, words } from './phrase.ts'

describe('labels', () => {
  it.each([
    [0, 0, '(a)'],
    [25, 0, '(z)'],
    [26, 0, '(aa)'],
    [3, 1, '(iv)'],
    [8, 1, '(ix)'],
    [18, 1, '(xix)'],
    [1, 2, '(B)'],
    [3, 3, '(IV)'],
    [4, 4, '(5)'],
    [4, 7, '(5)'],
  ])('item %i at depth %i is %s', (index, depth, label) => {
    expect(itemLabel(index, depth)).toBe(label)
  })
})

it('joins names with commas and a word', () => {
  const text = (count: number): string =>
    listed(
      ['A', 'B', 'C'].slice(0, count).map((name) => [words(name)]),
      'or',
    )
      .map((run) => run.text)
      .join('')
  expect([0, 1, 2, 3].map(text)).toEqual(['', 'A', 'A or B', 'A, B or C'])
})

it('closes only the last item of the innermost list', () => {
  const leaf = (name: string) => ({ lead: [words(name)] })
  const inner = { lead: [words('one of:')], items: [leaf('x'), leaf('y')], join: 'or' as const }
  const outer = { lead: [words('both:')], items: [inner, leaf('z')], join: 'and' as const }
  expect(phraseText(outer, '.')).toBe('both: (a) one of: (i) x; or (ii) y; and (b) z.')
})
