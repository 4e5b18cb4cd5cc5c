import type { Case, Country } from './thirteen.ts'
import type { Step, Variables } from './peers.ts'

const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })
const isTrue = (name: string) => fact(name, 'equal', true)

/** The rule as ordered steps over flat variables; sums and products are made by the caller. */
export const steps: readonly Step[] = [
  {
    outcome: 'denied',
    cel: 'embargo || listed',
    zen: 'embargo or listed',
    json: { any: [isTrue('embargo'), isTrue('listed')] },
  },
  {
    outcome: 'referred',
    cel: `use == 'wmd' || (use == 'military' && tier != 1)`,
    zen: `use == 'wmd' or (use == 'military' and tier != 1)`,
    json: {
      any: [
        fact('use', 'equal', 'wmd'),
        { all: [fact('use', 'equal', 'military'), fact('tier', 'notEqual', 1)] },
      ],
    },
  },
  {
    outcome: 'below',
    cel: 'tpp < 4800 && hbm < 1400',
    zen: 'tpp < 4800 and hbm < 1400',
    json: { all: [fact('tpp', 'lessThan', 4800), fact('hbm', 'lessThan', 1400)] },
  },
  {
    outcome: 'trusted',
    cel: 'tier == 1 && kyc && share <= 25',
    zen: 'tier == 1 and kyc and share <= 25',
    json: {
      all: [fact('tier', 'equal', 1), isTrue('kyc'), fact('share', 'lessThanInclusive', 25)],
    },
  },
  {
    outcome: 'approved',
    cel: 'validated || (kyc && score >= 60 && quantity * tpp <= cap - used && (used + quantity * tpp) * 10 <= cap * 9)',
    zen: 'validated or (kyc and score >= 60 and quantity * tpp <= cap - used and (used + quantity * tpp) * 10 <= cap * 9)',
    json: {
      any: [
        isTrue('validated'),
        {
          all: [
            isTrue('kyc'),
            fact('score', 'greaterThanInclusive', 60),
            fact('overRemaining', 'lessThanInclusive', 0),
            fact('overShare', 'lessThanInclusive', 0),
          ],
        },
      ],
    },
  },
]

export const types: Readonly<Record<string, string>> = {
  embargo: 'bool',
  listed: 'bool',
  use: 'string',
  tier: 'int',
  tpp: 'int',
  hbm: 'int',
  kyc: 'bool',
  share: 'int',
  validated: 'bool',
  score: 'int',
  quantity: 'int',
  cap: 'int',
  used: 'int',
  overRemaining: 'int',
  overShare: 'int',
}

/** A case as the peers take it. json-rules-engine has no arithmetic: its two sums are made here. */
export function variables(one: Case, table: ReadonlyMap<string, Country>): Variables {
  const { tier, embargo, cap } = table.get(one.country) as Country
  const requested = one.quantity * one.tpp
  const { country: _, ...rest } = one
  return {
    ...rest,
    tier,
    embargo,
    cap,
    overRemaining: requested - (cap - one.used),
    overShare: (one.used + requested) * 10 - cap * 9,
  }
}
