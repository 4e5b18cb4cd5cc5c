import { lawOf, loadOrThrow, viewOf } from '#rules'
import { expect, test } from 'vitest'
import { toyText } from '../../testing/toy-rules.ts'
import { matching, sectionWords } from './law-search.ts'

const found = viewOf(loadOrThrow(toyText()), '2026-01-01', 'text')
if (!found.ok) throw new Error(found.problem.message)
const law = lawOf(found.view)
const words = new Map(law.sections.map((section) => [section, sectionWords(section)]))
const names = (query: string): readonly string[] =>
  matching(law, words, query).map(({ definition }) => definition)

test.each([
  ['', ['totalLength', 'ownedByBanned', 'permitted', 'outcome']],
  ['   ', ['totalLength', 'ownedByBanned', 'permitted', 'outcome']],
  ['marsh', ['permitted']],
  ['RESCUE boats', ['permitted']],
  ['“lake act 7”', []],
  ['lake act 7', ['ownedByBanned', 'permitted']],
  ['rescue submarine', []],
])('"%s" is said in %j', (query, sections) => {
  expect(names(query)).toEqual(sections)
})
