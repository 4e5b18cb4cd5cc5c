import { describe, expect, it } from 'vitest'
import { decide } from '#rules'
import { chipRows } from './data/chips.generated.ts'
import { chipExpectations } from './data/chip-expectations.generated.ts'
import { chipExports } from './index.ts'

/**
 * Where the reference table and the computation differ, and why. H100 NVL: its 16-bit rate gives
 * more than the 8-bit rate the reference multiplied. The others: the reference prints rounded rates.
 */
const differing: Readonly<Record<string, { readonly tpp?: string; readonly density?: string }>> = {
  'H100 NVL': { tpp: '13368' },
  'RTX 4090': { tpp: '5284.8' },
  'RTX 4090D': { tpp: '4706.8' },
  MI300X: { tpp: '20919.2' },
  MI325X: { tpp: '20919.2' },
  MI355X: { tpp: '40265.6' },
}

/** The classification that a list of paragraphs ("3A090.b.1;3A090.b.2") stands for. */
function codeOf(expected: string): string {
  if (expected === '?') return 'undetermined'
  return expected === 'none' ? 'notAdvancedComputing' : expected.slice(0, '3A090.a'.length)
}

function classified(chip: string) {
  const facts = { chip, itemKind: 'integratedCircuit', otherFunction: 'none' }
  const result = decide(chipExports.rules, facts, { asOf: '2026-11-23', mode: 'text' })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  const { outputs } = result.decision
  const plain = (name: string): string => {
    const verdict = outputs[name]
    return verdict?.kind === 'value' ? String(verdict.value) : (verdict?.kind ?? '')
  }
  return {
    code: plain('eccn'),
    leg: outputs['parameterLeg'],
    tpp: plain('totalProcessingPerformance'),
    density: plain('performanceDensity'),
  }
}

/** The same number at the decimals that the reference prints. */
const printed = (value: string, like: string): string =>
  Number(value).toFixed(like.split('.')[1]?.length ?? 0)

describe('the chip table', () => {
  it('has an expectation for every row', () => {
    expect(chipExpectations.map(({ name }) => name)).toEqual(chipRows.map(({ name }) => name))
  })
})

// The rule's two decimals decide what can be compared: 3.196 is printed with three.
describe.each(chipExpectations)('$name', (row) => {
  const found = classified(row.name)

  it('is classified as the reference has it', () => {
    expect(found.code).toBe(codeOf(row.expectedEccn))
  })

  it('meets every paragraph of 3A090 that the reference names', () => {
    const named = row.expectedEccn.split(';').filter((one) => one.startsWith('3A090'))
    const { leg } = found
    const met = leg?.kind === 'value' ? leg.by : []
    expect(met.filter((one) => one.startsWith('3A090'))).toEqual(expect.arrayContaining(named))
  })

  it('has the TPP of the reference', () => {
    const wanted = differing[row.name]?.tpp ?? row.expectedTpp ?? 'undetermined'
    expect(found.tpp).toBe(wanted)
  })

  it('has the performance density of the reference', () => {
    const { expectedPerformanceDensity: wanted } = row
    if (wanted === '?') expect(found.density).toBe('undetermined')
    else if (wanted === '3.196') expect(found.density).toBe('3.2')
    else expect(printed(found.density, wanted)).toBe(wanted)
  })
})
