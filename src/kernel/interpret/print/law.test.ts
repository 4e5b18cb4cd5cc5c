import { describe, expect, it } from 'vitest'
import { toyText } from '../../../testing/toy-rules.ts'
import { tinyRules } from '../../../testing/tiny-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import type { Mode } from '../view.ts'
import { viewOf } from '../view.ts'
import { clauseAnchor } from './anchors.ts'
import { lawOf } from './law.ts'
import type { LawParagraph } from './law-document.ts'
import { lawPart } from './law-part.ts'
import { phraseText } from './phrase.ts'
import { standingWords } from './standing.ts'

const rules = loadOrThrow(toyText())
function lawIn(asOf: string, mode: Mode) {
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  return lawOf(found.view, { title: 'Lake', groups: [{ id: 'boat', title: 'The boat' }] })
}
const permitted = (asOf: string, mode: Mode) =>
  lawIn(asOf, mode).sections.find(({ definition }) => definition === 'permitted')
const flat = (paragraphs: readonly LawParagraph[]): readonly LawParagraph[] =>
  paragraphs.flatMap((one) => [one, ...flat(one.exceptions)])

describe('the law of a day and a reading', () => {
  it('says where it is from, and gives every definition its section', () => {
    const law = lawIn('2026-01-01', 'text')
    expect(law).toMatchObject({ program: 'lake', title: 'Lake', asOf: '2026-01-01', mode: 'text' })
    expect(law.hash).toBe(rules.hash)
    expect(law.sections.map(({ number, definition, role }) => [number, definition, role])).toEqual([
      [1, 'totalLength', 'output'],
      [2, 'ownedByBanned', 'step'],
      [3, 'permitted', 'output'],
      [4, 'outcome', 'outcome'],
    ])
  })

  it('takes the value that a number has on that day', () => {
    const first = (asOf: string): string => {
      const [sentence] = permitted(asOf, 'text')?.paragraphs[0]?.sentences ?? []
      return sentence ? phraseText(sentence) : ''
    }
    expect(first('2023-01-01')).toMatch(/at most “Length limit” \(20 m\)$/)
    expect(first('2024-01-01')).toMatch(/at most “Length limit” \(30 m\)$/)
    const { versions } = lawIn('2024-01-01', 'text').parameters[0] ?? { versions: [] }
    expect(versions.map(({ value, from, isCurrent }) => [value, from, isCurrent])).toEqual([
      ['20 m', '2020-01-01', false],
      ['30 m', '2024-01-01', true],
    ])
    expect(lawIn('2024-01-01', 'text').parameters[1]?.versions[0]).toMatchObject({
      value: 'nobody has set it',
      isSet: false,
    })
  })

  it('leaves out what does not count, and says why', () => {
    expect(permitted('2023-01-01', 'text')?.leftOut).toEqual([
      { clause: 'too long', title: 'Over the limit', pack: 'Lake Act', why: 'from 2024-01-01' },
      {
        clause: 'marsh limit',
        title: 'A limit of its own for the marsh',
        pack: 'Marsh reform',
        why: 'proposed only: the proposal “marsh”',
      },
    ])
  })

  it('marks what is proposed', () => {
    const proposed = flat(permitted('2026-01-01', 'proposal:marsh')?.paragraphs ?? []).filter(
      ({ isProposed }) => isProposed,
    )
    expect(proposed.map(({ clause }) => clause)).toEqual(['marsh limit'])
    expect(proposed.map(standingWords)).toEqual([
      'proposed, not law (Bill 12), from 2025-01-01; Marsh reform; verified 2026-01-01',
    ])
  })

  it('says when a clause had to be looked at again, and was not', () => {
    const general = (asOf: string): string | undefined => {
      const [first] = permitted(asOf, 'text')?.paragraphs ?? []
      return first && standingWords(first)
    }
    expect(general('2026-06-01')).toMatch(/to be looked at again by 2027-01-01$/)
    expect(general('2027-06-01')).toMatch(/had to be looked at again by 2027-01-01, and was not$/)
  })

  it('says of every section whether some paragraph always applies', () => {
    expect(lawIn('2026-01-01', 'text').sections.map(({ isTotal }) => isTotal)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it.each([
    ['notEnforced', 'enforced', /^in the text since 2020-01-01, but not enforced \(Tiny Act\)$/],
    ['appliedAsPolicy', 'text', /^applied as policy since 2020-01-01, but not in the text/],
    ['suspended', 'text', /^suspended since 2020-01-01/],
    ['rescinded', 'enforced', /^rescinded from 2020-01-01/],
  ] as const)('a clause that is %s is left out of the reading "%s"', (status, mode, why) => {
    const tiny = tinyRules([
      { id: 'a', when: { op: 'bool', value: true } },
      { id: 'b', status: [{ from: '2020-01-01', status, cite: 'Tiny Act' }] },
      { id: 'c', to: '2021-01-01' },
    ])
    const found = viewOf(tiny, '2024-01-01', mode)
    const [section] = found.ok ? lawOf(found.view).sections : []
    expect(section?.leftOut.map((one) => one.clause)).toEqual(['b', 'c'])
    expect(section?.leftOut[0]?.why).toMatch(why)
    expect(section?.leftOut[1]?.why).toBe('until 2021-01-01')
  })
})

describe('anchors', () => {
  it('are the same in every reading', () => {
    const anchors = (asOf: string, mode: Mode) =>
      new Map(
        flat(permitted(asOf, mode)?.paragraphs ?? []).map(({ clause, anchor }) => [clause, anchor]),
      )
    const [early, late] = [anchors('2020-06-01', 'text'), anchors('2026-01-01', 'proposal:marsh')]
    expect(early.get('rescue')).toBe('clause.permitted.rescue')
    for (const [clause, anchor] of early) expect(late.get(clause)).toBe(anchor)
  })

  it('differ for names that look alike in an address', () => {
    const tiny = tinyRules([{ id: 'a (1)' }, { id: 'a/1' }, { id: '§' }, { id: '—' }])
    const anchors = ['a (1)', 'a/1', '§', '—'].map((id) =>
      clauseAnchor(tiny, { definition: 'outcome', id }),
    )
    expect(anchors).toEqual([
      'clause.outcome.a-1',
      'clause.outcome.a-1-2',
      'clause.outcome.clause',
      'clause.outcome.clause-2',
    ])
    expect(() => clauseAnchor(tiny, { definition: 'outcome', id: 'b' })).toThrow('no clause "b"')
  })
})

describe('a part of the law', () => {
  it('has one definition and only what its sentences speak of', () => {
    const part = lawPart(lawIn('2026-01-01', 'text'), 'permitted')
    expect(part?.sections.map(({ definition }) => definition)).toEqual(['permitted'])
    expect(part?.parameters.map(({ name }) => name)).toEqual(['lengthLimit'])
    expect(part?.groups[0]?.facts.map(({ name }) => name)).toEqual(['zone', 'motor', 'rescue'])
    expect(part?.lists.map(({ title }) => title)).toEqual(['Zone'])
    expect(part?.instruments.map(({ title }) => title)).toEqual(['Lake Act'])
  })

  it('is nothing for a definition that does not exist', () => {
    expect(lawPart(lawIn('2026-01-01', 'text'), 'allowed')).toBeUndefined()
  })
})
