import { programById } from '#programs'
import { expect, test } from 'vitest'
import { chipCsv } from './chip-csv.ts'
import { filtered } from './chip-filter.ts'
import { chipLines } from './chip-line.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const lines = chipLines(program, { asOf: '2026-11-23', mode: 'text' })
const all = { search: '', leg: '', conflictsOnly: false } as const

test('the file has a header and one row per line, unknown cells empty, commas quoted', () => {
  const chosen = lines.filter(({ row }) => row.name === 'H100 SXM' || row.name === 'MI308X')
  const [header, h100, mi308x, end] = chipCsv(chosen).split('\r\n')
  expect(header).toMatch(/^chip,maker,year,tpp,/)
  expect(h100).toMatch(/^H100 SXM,NVIDIA,2022,15832,19.45,3350,3A090.a,1699,/)
  expect(mi308x).toMatch(/^MI308X,AMD,[^,]*,,,/)
  expect(end).toBe('')
})

test('the filter narrows by name, other names, leg and conflict', () => {
  expect(filtered(lines, all)).toHaveLength(lines.length)
  const h100 = filtered(lines, { ...all, search: ' h100 sxm5' }).map(({ row }) => row.name)
  expect(h100).toEqual(['H100 SXM'])
  const unknown = filtered(lines, { ...all, leg: 'unknown' })
  expect(unknown.length).toBeGreaterThan(0)
  expect(unknown.every(({ leg }) => leg === 'unknown')).toBe(true)
  const conflicting = filtered(lines, { ...all, conflictsOnly: true })
  expect(conflicting.every(({ row }) => row.conflict !== '')).toBe(true)
  expect(conflicting.length).toBeLessThan(lines.length)
})
