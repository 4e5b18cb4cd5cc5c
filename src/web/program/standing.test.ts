import { programById } from '#programs'
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const packs = program.rules.text.packs
const diffusion = packs.find(({ title }) => title.includes('Diffusion'))?.id ?? ''
const proposal = packs.find((pack) => pack.proposal)?.id ?? ''

test('the Diffusion Rule stands in the text without being enforced since May 2025', () => {
  expect(standingOf(program.rules, diffusion, '2025-02-01')).toMatch(/in force/)
  expect(standingOf(program.rules, diffusion, '2026-11-23')).toMatch(/in the text, not enforced/)
})

test('a proposal is not law', () => {
  expect(standingOf(program.rules, proposal, '2026-11-23')).toBe('proposed, not law')
})

test('before it begins a pack has no standing', () => {
  expect(standingOf(program.rules, diffusion, '2023-01-01')).toBe('no clause in force')
})
