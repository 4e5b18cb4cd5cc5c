import type { Bool, Choice, PackDeclaration } from '#rules'
import { all, any, isOneOf, lookup, pack, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { fact } from '../facts.ts'
import { countryTables, groupPeriods } from '../tables.ts'
import { cite, textVerifiedAt } from './shared.ts'

const supplement1 = [cite('15 CFR 740 supplement 1', 'country-groups')]
const supplement5a = [cite('15 CFR 740 supplement 5(a)', 'supplement-5a')]

const about: PackDeclaration = {
  id: 'country-groups',
  file: 'rules/country-groups.ts',
  title: 'Country groups and headquarters',
  instrument: '15 CFR 740 supplement 1 (eCFR of 2026-07-23), with the dated moves that were found',
  from: '2022-10-07',
  verifiedAt: textVerifiedAt,
  note: 'Moves before 2026-07-23 are known for the United Arab Emirates, Cyprus, Nicaragua and Cambodia only; other moves were not searched out.',
}

/** Country group membership on each day, from one table per period. */
export const countryGroups = pack(about, ({ clause }) => {
  groupPeriods.forEach((period, index) => {
    const table = countryTables[index]
    if (!table) throw new RangeError(`there is no country table for the period from ${period.from}`)
    const inGroup = (key: Choice<'country'>, column: string): Bool =>
      lookup<'bool', 'country'>(table, key, column)
    const group = (target: typeof d.destinationD1, column: string, when: Bool): void =>
      clause(target, column, {
        ...period,
        title: `Table of country groups: ${column}`,
        when: yes,
        then: when,
        cite: supplement1,
      })
    group(d.destinationD1, 'D:1', inGroup(fact.destination, 'd1'))
    group(d.destinationD4, 'D:4', inGroup(fact.destination, 'd4'))
    group(d.destinationD5, 'D:5', inGroup(fact.destination, 'd5'))
    group(
      d.destinationA5A6,
      'A:5 or A:6',
      any(inGroup(fact.destination, 'a5'), inGroup(fact.destination, 'a6')),
    )
    group(
      d.destinationE,
      'E:1 or E:2',
      any(inGroup(fact.destination, 'e1'), inGroup(fact.destination, 'e2')),
    )
    group(
      d.destinationMacauD5,
      'Macau or D:5',
      any(isOneOf(fact.destination, 'MO'), inGroup(fact.destination, 'd5')),
    )
    const macauOrD5 = (key: Choice<'country'>): Bool => any(isOneOf(key, 'MO'), inGroup(key, 'd5'))
    group(
      d.headquartersMacauD5,
      'Headquarters or parent',
      any(macauOrD5(fact.headquarters), macauOrD5(fact.ultimateParent)),
    )
  })

  const latest = countryTables.at(-1)
  if (!latest) throw new RangeError('there is no country table')
  const listed = (key: Choice<'country'>): Bool =>
    lookup<'bool', 'country'>(latest, key, 'supplement5a')
  const listedOrUs = (key: Choice<'country'>): Bool => any(isOneOf(key, 'US'), listed(key))
  // Supplement 5 came with the AI Diffusion Rule; no later change of it was found.
  const since = { from: '2025-01-13', cite: supplement5a } as const
  clause(d.destinationSupplement5a, '5(a)', {
    ...since,
    title: 'Supplement 5(a)',
    when: yes,
    then: listed(fact.destination),
  })
  clause(d.headquartersSupplement5a, 'both', {
    ...since,
    title: 'Headquarters and parent',
    when: yes,
    then: all(listedOrUs(fact.headquarters), listedOrUs(fact.ultimateParent)),
  })
})
