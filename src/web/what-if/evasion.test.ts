import { programById } from '#programs'
import { describe, expect, it } from 'vitest'
import { waysInWords } from './evasion-words.ts'
import { evasionSeries, evasionsOf, seriesKey } from './evasion.ts'
import { scenarioOf } from './scenario.ts'

const program = programById('chip-exports')
if (!program) throw new Error('there is no such program')
const at = (chips: number) =>
  scenarioOf(
    program,
    new URLSearchParams(
      `against=text&mode=proposal:conditional-lpp&as-of=2026-11-24&set=restrictedLppLimit:${chips * 15_832}`,
    ),
    '2026-11-24',
  )

describe('the cheapest evasion', () => {
  it('takes 59 consignees under the text, and as many more as the limit is lower', () => {
    const [evasion] = evasionsOf(program, at(50))
    if (!evasion) throw new Error('no loophole is declared')
    expect(evasion.before.map(({ entities, most }) => [entities, most])).toEqual([
      [59, '1699'],
      [59, '1699'],
    ])
    expect(evasion.after.map(({ entities, most }) => [entities, most])).toEqual([
      [2000, '50'],
      [59, '1699'],
    ])
    expect(waysInWords(evasion.question, evasion.before)).toBe(
      '59 ultimate consignees with at most 1,699 each',
    )
    expect(waysInWords(evasion.question, evasion.after)).toMatch(
      /^2,000 ultimate consignees with at most 50 each if no condition .*; 59 .* if all five/,
    )
  })

  it('is the same at a place of its own series', () => {
    const [series] = evasionSeries(program, at(50))
    const [evasion] = evasionsOf(program, at(200))
    const there = series?.points.filter((point) => point.at === 200)
    expect(there?.map(({ entities }) => entities)).toEqual(
      evasion?.after.map(({ entities }) => entities),
    )
  })

  it('has a series that does not depend on the parameter that varies, but on all else', () => {
    expect(seriesKey(program, at(50))).toBe(seriesKey(program, at(60)))
    const scenario = at(50)
    const other = { ...scenario, reform: { ...scenario.reform, asOf: '2026-01-01' } }
    expect(seriesKey(program, other)).not.toBe(seriesKey(program, scenario))
  })

  it('is nothing where a limit of nothing is granted to nobody', () => {
    const [evasion] = evasionsOf(program, at(0))
    const [plain] = evasion?.after ?? []
    expect(plain).not.toHaveProperty('entities')
    expect(evasion && waysInWords(evasion.question, evasion.after)).toMatch(
      /^no number of ultimate consignees is enough if no condition/,
    )
  })
})
