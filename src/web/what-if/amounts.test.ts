import { describe, expect, it } from 'vitest'
import { programById } from '#programs'
import { lakeAnalysis } from '../../testing/lake-analysis.ts'
import { amountOf, countOf, stepOf, textOf } from './amounts.ts'

const chips = programById('chip-exports')
const chipAmount = (name: string) => {
  const declaration = chips?.rules.scope.parameters.get(name)?.declaration
  return chips && declaration && amountOf(chips, declaration)
}

describe('a number that can be moved', () => {
  it('is counted in what people count it in', () => {
    const amount = chipAmount('restrictedLppLimit')
    expect(amount).toMatchObject({ least: 0, most: 3_166_400_000, scale: 2, unit: 'TPP' })
    if (!amount?.each) throw new Error('it is not counted')
    expect(countOf(amount.each, 2_690_000_000)).toBe(1699)
    expect(textOf(amount, 50 * amount.each.size)).toBe('791600')
    expect(stepOf(amount)).toBe(amount.each.size)
  })

  it('is not counted in something larger than its whole range allows', () => {
    expect(chipAmount('tppHigh')).not.toHaveProperty('each')
    expect(chipAmount('inferenceBandwidth')).toMatchObject({ unit: 'GB/s', scale: 0, most: 10_000 })
  })

  it('moves by one of what is counted, else in whole units, some 500 of them', () => {
    const declaration = lakeAnalysis.rules.scope.parameters.get('lengthLimit')?.declaration
    const dinghies = declaration && amountOf(lakeAnalysis, declaration)
    expect(dinghies && stepOf(dinghies)).toBe(25)
    const plain = chipAmount('inferenceBandwidth')
    expect(plain && stepOf(plain)).toBe(20)
    expect(plain && stepOf({ ...plain, most: 40, scale: 2 })).toBe(1)
  })
})
