import { programById } from '#programs'
import { decide } from '#rules'
import { expect, test } from 'vitest'
import { knownFacts, tableFacts } from './known.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const facts = {
  chip: 'H100 SXM',
  quantity: 1700,
  destination: { unknown: 'unavailable' },
  owners: [{ listing: 'entityList', share: 30, indirect: false }],
  redFlags: [],
}
const result = decide(program.rules, facts, { asOf: '2026-11-23', mode: 'text' })
if (!result.ok) throw new Error('these facts can be decided on')
const known = knownFacts(program, result.decision)
const words = (name: string) => known.find((one) => one.name === name)?.words

test('what is stated is shown in words, and an unknown as unknown', () => {
  expect(words('chip')).toBe('NVIDIA H100 SXM')
  expect(words('quantity')).toBe('1,700 chips')
  expect(words('destination')).toBe('unknown (you do not know)')
  expect(words('redFlags')).toBe('none')
  expect(words('owners')).toBe('1 row')
  expect(known.find(({ name }) => name === 'owners')?.rows?.[0]).toMatch(/30 percent/)
})

test('what was not stated is not shown', () => {
  expect(words('headquarters')).toBeUndefined()
})

test('what the rules read from a table is shown apart', () => {
  const read = tableFacts(program, result.decision).map(({ name }) => name)
  expect(read).toContain('dense8BitTops')
  expect(known.map(({ name }) => name)).not.toContain('dense8BitTops')
})
