import { programById } from '#programs'
import { expect, it } from 'vitest'
import { invoke } from '../operation.ts'
import { classifyOperation } from '../operations/classify.ts'
import { classificationText } from './classification.ts'

const program = programById('chip-exports')
if (!program) throw new Error('the program "chip-exports" is not registered')
const context = { programs: [program], clock: () => '2026-11-24T12:00:00.000Z', version: '1' }

async function text(input: object): Promise<string> {
  const classified = await invoke(classifyOperation, context, input)
  if (!classified.ok) throw new Error(classified.message)
  const value = classified.value as Parameters<typeof classificationText>[1]
  return classificationText(program as NonNullable<typeof program>, value)
}

it('gives the reasons of what is decided also where another number cannot be told', async () => {
  // The area of this chip is not public, and its TPP is enough by itself.
  const classified = await text({ chip: 'TPU v7' })
  expect(classified).toMatch(/performance density cannot tell -> 3A090\.a/)
  expect(classified).toMatch(
    /Classification: 3A090\.a\n {4}- Chip that meets 3A090\.a \[15 CFR 774/,
  )
  expect(classified).toMatch(/TPP of 4800 or more \[/)
  expect(classified).toMatch(
    /Performance density of one chip: cannot tell yet\n {4}- cannot yet tell/,
  )
})

it('names what is missing in the middle of a sentence, abbreviations as they are', async () => {
  const classified = await text({ specification: { dense8BitTops: 1 } })
  expect(classified).toMatch(/cannot tell: dense rate at 4 bits, /)
})
