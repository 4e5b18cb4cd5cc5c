import { expect, test } from 'vitest'
import { entryWords } from './entry-words.ts'

test.each([
  [
    { type: 'determination', program: 'chip-exports', statement: 'On these facts, so.' },
    { title: 'Determination, Chip exports', statement: 'On these facts, so.' },
  ],
  [
    { type: 'settled', program: 'chip-exports', determination: 7 },
    { title: 'Settled, Chip exports', statement: 'What was reserved by entry 7 counts as used.' },
  ],
  [
    { type: 'released', program: 'other', determination: 7 },
    { title: 'Released, other', statement: 'What was reserved by entry 7 was given back.' },
  ],
  [{ kind: 'else' }, { title: 'An entry of another kind', statement: '' }],
  [null, { title: 'An entry of another kind', statement: '' }],
])('%o in words', (entry, words) => {
  expect(entryWords(entry)).toEqual(words)
})
