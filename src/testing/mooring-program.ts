import type { AccountPlan, Decision, Entitlement, Program } from '../kernel/pure.ts'
import { sha256Hex } from '../kernel/pure.ts'
import { lakeProgram } from './lake-program.ts'

type References = Readonly<Record<string, string>>
const cap = 5n

function mooring({ view }: Decision, { owner }: References): AccountPlan | undefined {
  if (owner === undefined) return undefined
  const year = view.asOf.slice(0, 4)
  return {
    key: `lake/moorings/${year}/${sha256Hex(owner).slice(0, 32)}`,
    title: `Moorings of an owner in ${year}`,
    unit: 'boats',
    scale: 0,
    cap,
    cite: [{ provision: 'Lake Act 10' }],
  }
}

function fleetOf({ view, evaluation }: Decision): bigint {
  const slot = view.rules.scope.facts.get('fleet')?.slot ?? 0
  return BigInt(evaluation.encoded.facts[slot] ?? 0)
}

const entitlement: Entitlement = {
  references: [
    {
      name: 'owner',
      title: 'Owner',
      question: 'Who owns the fleet?',
      why: 'Moorings are counted per owner',
      example: 'Ada Lake',
    },
  ],
  accounts: (decision, references) => [mooring(decision, references) ?? []].flat(),
  reservations: (decision, references) => {
    const account = mooring(decision, references)
    const isAllowed = decision.outcome.kind === 'value' && decision.outcome.value === 'allowed'
    return account && isAllowed ? [{ key: account.key, amount: fleetOf(decision) }] : []
  },
}

/** The lake permit with five moorings for each owner and year, for tests of the ledger. */
export const mooringProgram: Program = { ...lakeProgram, entitlement }
