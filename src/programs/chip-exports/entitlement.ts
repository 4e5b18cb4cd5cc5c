import type { AccountPlan, Decision, Entitlement, Reservation } from '#rules'
import { scaledInteger, sha256Hex } from '#rules'
import { chips, tpp } from './units.ts'

type References = Readonly<Record<string, string>>
const lppLimit = 2_690_000_000n
const allocation = 79_000_000_000n

/** One consignee is one account, however its name is spaced or capitalized. */
function consigneeKey(references: References): string | undefined {
  const name = references['ultimateConsignee']?.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return name === undefined || name === '' ? undefined : sha256Hex(name).slice(0, 32)
}

/** The scaled integer of a decided number or the text of a decided member. */
function output(decision: Decision, name: string): string | undefined {
  const verdict = decision.outputs[name]
  return verdict?.kind === 'value' ? String(verdict.value) : undefined
}

function amountOf(decision: Decision, name: string, scale: number): bigint {
  const scaled = scaledInteger(output(decision, name) ?? '', scale)
  return scaled === undefined ? 0n : BigInt(scaled)
}

function statedFact(decision: Decision, name: string): number | undefined {
  const { rules } = decision.view
  const slot = rules.scope.facts.get(name)?.slot
  const value = slot === undefined ? undefined : decision.evaluation.encoded.facts[slot]
  return value === undefined || value < 0 || Number.isNaN(value) ? undefined : value
}

function statedMember(decision: Decision, name: string): string | undefined {
  const declaration = decision.view.rules.scope.facts.get(name)?.declaration
  const index = statedFact(decision, name)
  if (index === undefined || declaration?.type.kind !== 'enum') return undefined
  const members = decision.view.rules.scope.enums.get(declaration.type.enum)?.declaration.members
  return members?.[index]?.value
}

const relies = (decision: Decision, clause: string): boolean =>
  decision.fullTrace.some(({ definition, clauses }) =>
    clauses.some((one) => `${definition}/${one.clause}` === clause),
  )

function lppAccount(decision: Decision, references: References): AccountPlan | undefined {
  const consignee = consigneeKey(references)
  if (consignee === undefined || !relies(decision, 'lpp/LPP')) return undefined
  const year = decision.view.asOf.slice(0, 4)
  return {
    key: `chip-exports/lpp/${year}/${consignee}`,
    title: `License Exception LPP, ultimate consignee, calendar year ${year}`,
    unit: tpp.name,
    scale: tpp.scale,
    cap: lppLimit,
    cite: [{ provision: '15 CFR 740.29(a)', anchor: '740.29' }],
    statesFact: 'lppUsedThisYear',
  }
}

function countryAccount(decision: Decision): AccountPlan | undefined {
  const destination = statedMember(decision, 'destination')
  if (destination === undefined || !relies(decision, 'itemReview/country allocation'))
    return undefined
  return {
    key: `chip-exports/country-allocation/2025-2027/${destination}`,
    title: `Country allocation 2025-2027, ${destination}`,
    unit: tpp.name,
    scale: tpp.scale,
    cap: allocation,
    cite: [{ provision: '15 CFR 742.6(b)(10); 90 FR 4544', anchor: 'country-allocation' }],
    statesFact: 'countryAllocationUsed',
  }
}

function chinaAccount(decision: Decision): AccountPlan | undefined {
  const chip = statedMember(decision, 'chip')
  const usUnits = statedFact(decision, 'usCustomerUnits')
  if (
    chip === undefined ||
    usUnits === undefined ||
    !relies(decision, 'chinaCaseByCase/conditions')
  )
    return undefined
  return {
    key: `chip-exports/china-volume/${chip}`,
    title: `${chip}: units to China and Macau, at most half of those to US end-use customers`,
    unit: chips.name,
    scale: chips.scale,
    cap: BigInt(Math.floor(usUnits / 2)),
    cite: [{ provision: '15 CFR 742.6(b)(10)(iii)(A)(1); 91 FR 1684', anchor: 'review-2026' }],
    statesFact: 'chinaUnitsToDate',
  }
}

const accountsOf = (decision: Decision, references: References): readonly AccountPlan[] =>
  [lppAccount(decision, references), countryAccount(decision), chinaAccount(decision)].filter(
    (account) => account !== undefined,
  )

function reservationsOf(decision: Decision, references: References): readonly Reservation[] {
  const answer = output(decision, 'exception')
  const outcome = decision.outcome.kind === 'value' ? decision.outcome.value : undefined
  const shipment = amountOf(decision, 'shipmentTpp', tpp.scale)
  const lpp = lppAccount(decision, references)
  if (outcome === 'licenseException') {
    return answer === 'LPP' && lpp ? [{ key: lpp.key, amount: shipment }] : []
  }
  const country = countryAccount(decision)
  if (outcome === 'licenseApproval' && country) return [{ key: country.key, amount: shipment }]
  const china = chinaAccount(decision)
  if (outcome === 'licenseCaseByCase' && china) {
    return [{ key: china.key, amount: amountOf(decision, 'chipCount', chips.scale) }]
  }
  return []
}

/** A proposal is no law: what it would authorize draws on nothing. */
const isProposal = ({ view }: Decision): boolean => view.mode.startsWith('proposal:')

/** What chip export decisions draw from the ledger; LPP shipments never touch a country’s allocation. */
export const entitlement: Entitlement = {
  references: [
    {
      name: 'ultimateConsignee',
      title: 'Ultimate consignee',
      question: 'What is the full legal name of the ultimate consignee?',
      why: 'Limits are counted per ultimate consignee. The name stays off the public record.',
      example: 'Example Data Centers Sdn. Bhd.',
    },
  ],
  accounts: (decision, references) =>
    isProposal(decision) ? [] : accountsOf(decision, references),
  reservations: (decision, references) =>
    isProposal(decision) ? [] : reservationsOf(decision, references),
}
