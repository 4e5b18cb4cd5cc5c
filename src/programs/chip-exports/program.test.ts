import { describe, expect, it } from 'vitest'
import type { Decision, WorkedCase } from '#rules'
import { decide } from '#rules'
import { compiled } from '../../kernel/interpret/compile.ts'
import { interpret } from '../../kernel/interpret/evaluate.ts'
import { chipExports } from './index.ts'

function decided({ facts, asOf, mode, parameters }: WorkedCase, evaluator = interpret): Decision {
  const options = { asOf, mode, evaluator, ...(parameters ? { parameters } : {}) }
  const result = decide(chipExports.rules, facts, options)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

describe.each(chipExports.cases)('$group: $title', (worked) => {
  it.each([
    ['interpreter', interpret],
    ['generated code', compiled],
  ])('gives the known answer (%s)', (_, evaluator) => {
    const { outcome, outputs, needs } = decided(worked, evaluator)
    const found = {
      outcome: outcome.kind === 'value' ? outcome.value : outcome.kind,
      outputs: Object.fromEntries(
        Object.keys(worked.expect.outputs ?? {}).map((name) => {
          const verdict = outputs[name]
          return [name, verdict?.kind === 'value' ? verdict.value : verdict?.kind]
        }),
      ),
    }
    const { needs: needed = [], ...known } = worked.expect
    expect(found).toMatchObject(known)
    expect(needs.map(({ name }) => name)).toEqual(expect.arrayContaining([...needed]))
  })
})

describe('the worked cases', () => {
  it('cover the twenty groups of known answers', () => {
    const numbers = new Set(chipExports.cases.map(({ group }) => Number.parseInt(group, 10)))
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1)
    expect(twenty.filter((number) => !numbers.has(number))).toEqual([])
  })

  it('have an id each, and a source', () => {
    const ids = chipExports.cases.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(chipExports.cases.filter(({ source }) => source.length < 20)).toEqual([])
  })

  it('each expect something', () => {
    const idle = chipExports.cases.filter(({ expect: { outcome, needs, outputs } }) => {
      return outcome === undefined && needs === undefined && outputs === undefined
    })
    expect(idle.map(({ id }) => id)).toEqual([])
  })
})

function caseById(id: string): WorkedCase {
  const found = chipExports.cases.find((worked) => worked.id === id)
  if (!found) throw new RangeError(`there is no case "${id}"`)
  return found
}

/** The clauses that gave an output, by name. */
function reasons(id: string, output: string): readonly string[] {
  const verdict = decided(caseById(id)).outputs[output]
  return verdict?.kind === 'value' ? verdict.by : []
}

describe('the deciding clause', () => {
  it.each([
    ['lpp-1700', 'limit exceeded'],
    ['lpp-distributor', 'distributor'],
    ['lpp-indirect', 'not direct'],
    ['lpp-no-certificate', 'no certificate'],
    ['lpp-in-country', 'in-country transfer'],
    ['lpp-macau', 'Macau or D:5'],
    ['lpp-d5', 'Macau or D:5'],
    ['lpp-listed', 'barred'],
  ])('says why LPP is refused (%s: %s)', (id, clause) => {
    expect(reasons(id, 'lpp')).toEqual([clause])
  })

  it.each([
    ['rtx4090-24-days', 'notice too short'],
    ['rtx4090-no-confirmation', 'no confirmation'],
    ['rtx4090-no-order', 'no purchase order'],
    ['rtx4090-distributor', 'distributor'],
  ])('says why NAC is refused (%s: %s)', (id, clause) => {
    expect(reasons(id, 'nac')).toEqual([clause])
  })

  it.each([
    ['license-good', 'accepted'],
    ['license-replay', 'replay'],
    ['license-lower', 'lower sequence'],
    ['license-device', 'wrong device'],
    ['license-expired', 'expired'],
    ['license-signature', 'bad signature'],
    ['license-one-signer', 'too few signers'],
    ['license-rollback', 'meter rollback'],
  ])('says why an offline license is refused (%s: %s)', (id, clause) => {
    expect(reasons(id, 'offlineLicense')).toEqual([clause])
  })

  it.each([
    ['leg-l4', ['3A090.a.2']],
    ['leg-l40', ['3A090.b.1', '3A090.b.2']],
    ['leg-a30', ['3A090.b.1']],
    ['tpp-600-at-8', ['3A090.a.1']],
    ['tpp-below', ['3A090.b.1']],
  ])('names the paragraphs that are met (%s: %s)', (id, clauses) => {
    expect(reasons(id, 'parameterLeg')).toEqual(clauses)
  })
})

describe('the ring of group 2', () => {
  it('needs 59 consignees for 100,000 H100', () => {
    const full = Number(caseById('lpp-ring-full').facts['quantity'])
    const last = Number(caseById('lpp-ring-last').facts['quantity'])
    expect(Math.ceil(100_000 / full)).toBe(59)
    expect(58 * full + last).toBe(100_000)
  })
})

describe('warnings', () => {
  it('say on 2026-11-23 that the stay of the 50 percent rule must be looked up', () => {
    const { warnings } = decided(caseById('owners-2026'))
    const clauses = warnings.flatMap((warning) => warning.clauses)
    expect(clauses).toContain('affiliateRestricted/50 percent')
  })

  it('say from 2026-12-31 on that the dates of Note 1 must be looked up', () => {
    const { warnings } = decided(caseById('foundry-open-day'))
    expect(warnings.flatMap(({ clauses }) => clauses)).toContain('foundryPresumption/Note 1')
  })
})
