import { programById } from '#programs'
import { expect, test } from 'vitest'
import { controlRegions } from './thresholds.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')

test('the regions are those of 15 CFR 774, 3A090.a and .b', () => {
  expect(controlRegions(program, { asOf: '2026-11-23', mode: 'text' })).toEqual([
    { leg: 'a', tppFrom: 4800, densityFrom: 0 },
    { leg: 'a', tppFrom: 1600, tppTo: 4800, densityFrom: 5.92 },
    { leg: 'b', tppFrom: 2400, tppTo: 4800, densityFrom: 1.6, densityTo: 3.2 },
    { leg: 'b', tppFrom: 1600, tppTo: 4800, densityFrom: 3.2, densityTo: 5.92 },
  ])
})

test('the law of 2022 has no regions by density', () => {
  expect(controlRegions(program, { asOf: '2023-01-01', mode: 'text' })).toEqual([])
})
