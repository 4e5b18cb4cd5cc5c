import { describe, expect, it } from 'vitest'
import type { CaseFacts, Decision, Mode } from '#rules'
import { decide } from '#rules'
import { entitlement } from './entitlement.ts'
import { chipExports } from './index.ts'

const base = chipExports.example
const references = { ultimateConsignee: 'Example Data Centers Sdn. Bhd.' }

function decided(facts: CaseFacts, asOf = '2026-11-23', mode: Mode = 'text'): Decision {
  const result = decide(chipExports.rules, { ...base, ...facts }, { asOf, mode })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

const keysOf = (decision: Decision): readonly string[] =>
  entitlement
    .reservations(decision, references)
    .map(({ key }) => key.split('/').slice(1, 3).join('/'))

describe('a shipment under LPP', () => {
  const decision = decided({ quantity: 1699 })

  it('reserves its TPP on the account of its consignee and year', () => {
    expect(keysOf(decision)).toEqual(['lpp/2026'])
    expect(entitlement.reservations(decision, references)[0]?.amount).toBe(2_689_856_800n)
  })

  it('leaves the country’s allocation alone', () => {
    expect(keysOf(decision).filter((key) => key.startsWith('country'))).toEqual([])
  })

  it('draws on another account in another year', () => {
    expect(keysOf(decided({ quantity: 1699 }, '2027-01-01'))).toEqual(['lpp/2027'])
  })

  it('draws on one account however the consignee’s name is spaced or capitalized', () => {
    const keyFor = (ultimateConsignee: string) =>
      entitlement.reservations(decision, { ultimateConsignee })[0]?.key
    expect(keyFor('  example DATA  centers Sdn. Bhd. ')).toBe(keyFor(references.ultimateConsignee))
    expect(keyFor('Another Example Sdn. Bhd.')).not.toBe(keyFor(references.ultimateConsignee))
  })

  it('reserves nothing while the consignee is not named', () => {
    expect(entitlement.reservations(decision, {})).toEqual([])
  })

  it('reserves nothing under a proposal, which grants nothing', () => {
    const facts = { quantity: 1699, restrictedLppDestination: false }
    const proposed = decided(facts, '2026-11-23', 'proposal:conditional-lpp')
    expect(proposed.outcome).toMatchObject({ value: 'licenseException' })
    expect(entitlement.reservations(proposed, references)).toEqual([])
    expect(entitlement.accounts(proposed, references)).toEqual([])
  })
})

describe('a shipment that needs a license', () => {
  it('draws on the country’s allocation where approval is presumed', () => {
    expect(keysOf(decided({ quantity: 1700 }))).toEqual(['country-allocation/2025-2027'])
  })

  it('draws on no allocation in a country of supplement 5(a), which has none', () => {
    const germany = { destination: 'DE', headquarters: 'DE', ultimateParent: 'DE', quantity: 1700 }
    expect(keysOf(decided(germany))).toEqual([])
  })

  it('counts units to China where review is case by case', () => {
    const china = {
      chip: 'H200 SXM',
      quantity: 100,
      destination: 'CN',
      headquarters: 'CN',
      ultimateParent: 'CN',
      certifications: [
        'sufficientSupply',
        'noOrderDelay',
        'noFoundryDiversion',
        'remoteAccessControls',
      ],
      testedInUsLaboratory: true,
      usCustomerUnits: 10_000,
      chinaUnitsToDate: 4900,
    }
    const decision = decided(china)
    expect(keysOf(decision)).toEqual(['china-volume/H200 SXM'])
    expect(entitlement.reservations(decision, references)[0]?.amount).toBe(100n)
    const [account] = entitlement
      .accounts(decision, references)
      .filter(({ key }) => key.includes('china-volume'))
    expect(account?.cap).toBe(5000n)
  })

  it('reserves nothing where denial is presumed', () => {
    const china = { destination: 'CN', headquarters: 'CN', ultimateParent: 'CN' }
    expect(keysOf(decided({ ...china, certifications: [] }))).toEqual([])
  })
})

describe('a case that is not decided', () => {
  it('reserves nothing', () => {
    expect(keysOf(decided({ quantity: { unknown: 'notAsked' } }))).toEqual([])
  })
})
