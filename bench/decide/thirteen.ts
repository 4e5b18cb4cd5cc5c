import type * as library from '../../src/library.ts'
import { mulberry32 } from '../measure.ts'

/** The 13-condition export rule with a country table of 200 rows; six outcomes, first that holds. */
export interface Case {
  readonly tpp: number
  readonly quantity: number
  readonly hbm: number
  readonly used: number
  readonly listed: boolean
  readonly use: 'civil' | 'military' | 'wmd'
  readonly validated: boolean
  readonly kyc: boolean
  readonly score: number
  readonly share: number
  readonly country: string
}

export interface Country {
  readonly tier: 1 | 2 | 3
  readonly embargo: boolean
  readonly cap: number
}

export const outcomes = ['denied', 'referred', 'below', 'trusted', 'approved', 'review'] as const

/** 200 countries: tiers at 12, 73 and 15 percent, 60 percent of the third under embargo. */
export function countries(seed: number): ReadonlyMap<string, Country> {
  const random = mulberry32(seed)
  return new Map(
    Array.from({ length: 200 }, (_, index) => {
      const draw = random()
      const tier = draw < 0.12 ? 1 : draw < 0.85 ? 2 : 3
      const cap = { 1: 5e9, 2: 7.9e8, 3: 1 }[tier]
      return [`c${index}`, { tier, embargo: tier === 3 && random() < 0.6, cap }]
    }),
  )
}

/** Seeded cases with the distributions of the reference benchmark. */
export function cases(count: number, seed: number): readonly Case[] {
  const random = mulberry32(seed)
  const integer = (max: number): number => Math.floor(random() * max)
  return Array.from({ length: count }, () => {
    const use = random()
    return {
      tpp: integer(20_000),
      quantity: 1 + integer(20_000),
      hbm: integer(4000),
      used: integer(6e8),
      listed: random() < 0.03,
      use: use < 0.9 ? 'civil' : use < 0.97 ? 'military' : 'wmd',
      validated: random() < 0.1,
      kyc: random() < 0.7,
      score: integer(101),
      share: integer(101),
      country: `c${integer(200)}`,
    }
  })
}

/** The rule by hand: as fast as JavaScript states it. */
export function byHand(one: Case, table: ReadonlyMap<string, Country>): string {
  const country = table.get(one.country)
  if (!country) return 'unknown'
  if (country.embargo || one.listed) return 'denied'
  if (one.use === 'wmd' || (one.use === 'military' && country.tier !== 1)) return 'referred'
  if (one.tpp < 4800 && one.hbm < 1400) return 'below'
  if (country.tier === 1 && one.kyc && one.share <= 25) return 'trusted'
  const requested = one.quantity * one.tpp
  const remaining = country.cap - one.used
  const within = requested <= remaining && (one.used + requested) * 10 <= country.cap * 9
  if (one.validated || (one.kyc && one.score >= 60 && within)) return 'approved'
  return 'review'
}

/** The same rule in the rule language. */
export function ruleSet(p: typeof library, table: ReadonlyMap<string, Country>): library.RuleSet {
  const unit = p.unit('TPP', 0)
  const tens = p.unit('number', 0)
  const country = p.enumeration(
    'country',
    'Country',
    Object.fromEntries([...table.keys()].map((key) => [key, key])),
  )
  const use = p.enumeration('use', 'Use', { civil: 'Civil', military: 'Military', wmd: 'Weapons' })
  const tier = p.enumeration('tier', 'Tier', { t1: '1', t2: '2', t3: '3' })
  const answer = p.enumeration(
    'answer',
    'Answer',
    Object.fromEntries(outcomes.map((key) => [key, key])),
  )
  const about = {
    title: 'Fact',
    question: 'Which?',
    why: 'The rule reads it',
    group: 'all',
    cite: [{ provision: 'Benchmark rule' }],
  }
  const number = (max: number) => p.numberFact(tens, { ...about, min: 0, max, example: 1 })
  const bool = p.boolFact({ ...about, example: false })
  const facts = p.declareFacts({
    tpp: p.numberFact(unit, { ...about, min: 0, max: 20_000, example: 1 }),
    quantity: number(20_000),
    hbm: number(4000),
    used: p.numberFact(unit, { ...about, min: 0, max: 600_000_000, example: 1 }),
    listed: bool,
    use: p.enumFact(use, { ...about, example: 'civil' }),
    validated: bool,
    kyc: bool,
    score: number(100),
    share: number(100),
    country: p.enumFact(country, { ...about, example: 'c0' }),
  })
  const f = facts.use
  const definitions = p.declareDefinitions({
    tier: p.enumDefinition(tier, 'Tier', 'Of the country'),
    cap: p.numberDefinition(unit, 'Cap', 'Of the country'),
    requested: p.numberDefinition(unit, 'Requested', 'TPP of the order'),
    within: p.boolDefinition('Within the cap', 'With a tenth to spare'),
    outcome: p.enumDefinition(answer, 'Answer', 'Of the rule'),
  })
  const d = definitions.use
  const rows = Object.fromEntries(
    [...table].map(([key, row]) => [
      key,
      { tier: `t${row.tier}`, embargo: row.embargo, cap: row.cap },
    ]),
  )
  const countryTable: library.TableDeclaration = {
    name: 'countries',
    title: 'Countries',
    keyEnum: 'country',
    cite: [{ provision: 'Benchmark rule' }],
    verifiedAt: '2026-01-01',
    columns: {
      tier: { kind: 'enum', enum: 'tier' },
      embargo: { kind: 'bool' },
      cap: { kind: 'number', unit: 'TPP' },
    },
    rows,
  }
  const pack = p.pack(
    {
      id: 'bench',
      file: 'bench/decide/thirteen.ts',
      title: 'Benchmark rule',
      instrument: 'Benchmark',
      from: '2020-01-01',
      verifiedAt: '2026-01-01',
    },
    ({ clause }) => {
      const cite = 'Benchmark rule'
      clause(d.tier, 'table', {
        title: 'Table',
        when: p.yes,
        then: p.lookup<'enum:tier', 'country'>(countryTable, f.country, 'tier'),
        cite,
      })
      clause(d.cap, 'table', {
        title: 'Table',
        when: p.yes,
        then: p.lookup<'number:TPP', 'country'>(countryTable, f.country, 'cap'),
        cite,
      })
      clause(d.requested, 'product', {
        title: 'Product',
        when: p.yes,
        then: p.multiply(f.quantity, f.tpp, unit),
        cite,
      })
      const total = p.add(f.used, d.requested)
      clause(d.within, 'within', {
        title: 'Within',
        when: p.yes,
        then: p.all(
          p.atMost(d.requested, p.subtract(d.cap, f.used)),
          p.atMost(
            p.multiply(total, p.amount(10, tens), unit),
            p.multiply(d.cap, p.amount(9, tens), unit),
          ),
        ),
        cite,
      })
      const embargo = p.lookup<'bool', 'country'>(countryTable, f.country, 'embargo')
      const tierOne = p.isOneOf(d.tier, 't1')
      const steps: readonly (readonly [string, library.Bool])[] = [
        [
          'approved',
          p.any(f.validated, p.all(f.kyc, p.atLeast(f.score, p.amount(60, tens)), d.within)),
        ],
        ['trusted', p.all(tierOne, f.kyc, p.atMost(f.share, p.amount(25, tens)))],
        [
          'below',
          p.all(p.lessThan(f.tpp, p.amount(4800, unit)), p.lessThan(f.hbm, p.amount(1400, tens))),
        ],
        [
          'referred',
          p.any(p.isOneOf(f.use, 'wmd'), p.all(p.isOneOf(f.use, 'military'), p.not(tierOne))),
        ],
        ['denied', p.any(embargo, f.listed)],
      ]
      clause(d.outcome, 'review', {
        title: 'Review',
        when: p.yes,
        then: p.member(answer, 'review'),
        cite,
      })
      let exceptTo = 'review'
      for (const [name, when] of steps) {
        clause(d.outcome, name, { title: name, exceptTo, when, then: p.member(answer, name), cite })
        exceptTo = name
      }
    },
  )
  const text = p.assemble(
    {
      program: 'bench',
      units: [unit, tens],
      enums: [country, use, tier, answer].map((one) => p.enumDeclaration(one)),
      tables: [countryTable],
      facts: facts.declarations,
      relations: [],
      parameters: [],
      definitions: definitions.declarations,
      outcome: 'outcome',
      outputs: [],
    },
    [pack],
  )
  return p.loadOrThrow(text)
}
