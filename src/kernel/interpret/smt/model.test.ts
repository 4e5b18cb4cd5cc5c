import { expect, it } from 'vitest'
import { readValues } from './model.ts'

it('reads conditions and whole numbers by the term as it was asked', () => {
  const text = '((fact.p true)\n (|owners[0].share| (- 12))\n ((+ a  1) 7) (b false))\n'
  expect([...(readValues(text) ?? [])]).toEqual([
    ['fact.p', true],
    ['|owners[0].share|', -12],
    ['(+ a 1)', 7],
    ['b', false],
  ])
})

it('keeps no minus zero', () => {
  expect(readValues('((x (- 0)))')?.get('x')).toBe(0)
})

it.each([
  ['an error', '(error "line 1 column 2: unknown constant x")'],
  ['nothing', ''],
  ['a list left open', '((x 1)'],
  ['a list closed twice', '((x 1)))'],
  ['a fraction', '((x (/ 1 3)))'],
  ['a number beyond 2^53', '((x 9007199254740993))'],
  ['two answers', '((x 1)) ((y 2))'],
])('is undefined for %s', (_, text) => {
  expect(readValues(text)).toBeUndefined()
})
