import { describe, expect, it } from 'vitest'
import { factsAt } from '../../kernel/interpret/batch/case-at.ts'
import { compiled } from '../../kernel/interpret/compile.ts'
import { decide, populationChunks } from '../../kernel/pure.ts'
import { population } from './population.ts'
import { chipsUnderLpp } from './population/limits.ts'
import { chipExports } from './program.ts'

const { rules } = chipExports

/** Cases, their outcomes as the text stands, and the name of the planted pattern. */
function drawn(rows: number) {
  const options = { asOf: '2026-11-24', mode: 'text', evaluator: compiled } as const
  return [...populationChunks(rules, population, { rows, seed: 5 })].flatMap((chunk) =>
    Array.from({ length: chunk.columns.count }, (_, row) => {
      const facts = factsAt(chunk.columns, rules, row)
      const result = decide(rules, facts, options)
      if (!result.ok) throw new Error(result.problems[0]?.message)
      const { outcome } = result.decision
      return {
        facts,
        parties: chunk.parties.map((who) => who[row]),
        outcome: outcome.kind === 'value' ? String(outcome.value) : outcome.kind,
        pattern: population.patterns[chunk.pattern[row] ?? -1]?.name,
        group: chunk.group[row],
      }
    }),
  )
}

describe('the population of chip exports', () => {
  const rows = drawn(40_000)
  const of = (name: string) => rows.filter(({ pattern }) => pattern === name)
  const shareOf = (list: typeof rows, outcome: string): number =>
    list.filter((row) => row.outcome === outcome).length / list.length

  it('is decided nearly always, in every usual way', () => {
    expect(shareOf(rows, 'undetermined')).toBeLessThan(0.08)
    const outcomes = new Set(rows.map(({ outcome }) => outcome))
    for (const outcome of [
      'noLicenseRequirement',
      'licenseException',
      'licenseApproval',
      'licenseCaseByCase',
      'licenseDenialPresumed',
      'licenseDenial',
      'resolveRedFlags',
      'prohibited',
    ]) {
      expect(outcomes).toContain(outcome)
    }
  })

  it('holds each evasion in about its share', () => {
    for (const { name, share } of population.patterns) {
      const found = of(name).length / rows.length
      expect(found).toBeGreaterThan(share * 0.5)
      expect(found).toBeLessThan(share * 1.5)
    }
  })

  it('knows how many chips License Exception LPP allows', () => {
    // The known answers of the law's arithmetic: 26,900,000 TPP divided by the TPP of one chip.
    expect(chipsUnderLpp).toMatchObject({ 'H100 SXM': 1699, B200: 747, B300: 480, MI300X: 1285 })
  })

  it('plants evasions that get through: under the limit, under half', () => {
    for (const name of ['just-below-limit', 'split-order', 'shells-of-one-parent']) {
      const planted = of(name)
      expect(shareOf(planted, 'licenseException')).toBeGreaterThan(0.75)
      for (const { facts } of planted) {
        expect(Number(facts['quantity'])).toBeLessThanOrEqual(
          chipsUnderLpp[String(facts['chip'])] ?? 0,
        )
      }
    }
    for (const { facts } of of('affiliate-below-half')) {
      const owners = facts['owners'] as readonly { readonly share: number }[]
      const total = owners.reduce((sum, { share }) => sum + share, 0)
      expect(total).toBeGreaterThanOrEqual(49)
      expect(total).toBeLessThan(50)
    }
  })

  it('plants evasions whose groups have a party in common', () => {
    const parent = population.parties.findIndex(({ name }) => name === 'parentCompany')
    const consignee = population.parties.findIndex(({ name }) => name === 'ultimateConsignee')
    const shells = of('shells-of-one-parent')
    for (const leader of new Set(shells.map(({ group }) => group))) {
      const members = shells.filter(({ group }) => group === leader)
      expect(members.length).toBeGreaterThanOrEqual(5)
      expect(new Set(members.map(({ parties }) => parties[parent])).size).toBe(1)
      expect(new Set(members.map(({ parties }) => parties[consignee])).size).toBe(members.length)
    }
  })

  it('relabels just below the threshold, and hides headquarters', () => {
    const relabeled = of('relabeled-item')
    expect(shareOf(relabeled, 'undetermined')).toBeLessThan(0.15)
    for (const { facts } of relabeled) {
      expect(facts['chip']).toBe('custom')
      expect(Number(facts['dense8BitTops']) * 8).toBeLessThan(4800)
    }
    for (const { facts, outcome } of of('unknown-headquarters')) {
      expect(facts['headquarters']).toBeUndefined()
      expect(outcome).toBe('undetermined')
    }
  })
})
