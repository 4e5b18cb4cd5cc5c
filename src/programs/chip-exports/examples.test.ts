import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CaseFacts, Decision, Mode } from '#rules'
import { decide } from '#rules'
import { chipExports } from './index.ts'

interface Example {
  readonly asOf: string
  readonly mode?: Mode
  readonly references: Readonly<Record<string, string>>
  readonly facts: CaseFacts
}

const folder = new URL('../../../examples/chip-exports/', import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
const exampleOf = (name: string): Example => parse(textOf(name)) as Example

function decided(name: string, reading?: Mode): Decision {
  const { facts, asOf, mode = 'text' } = exampleOf(name)
  const result = decide(chipExports.rules, facts, { asOf, mode: reading ?? mode })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

const answers: readonly (readonly [string, Mode | undefined, string])[] = [
  ['h100-malaysia', 'text', 'licenseApproval'],
  ['h100-malaysia', 'enforced', 'noLicenseRequirement'],
  ['h200-china', undefined, 'licenseCaseByCase'],
  ['h20-china', undefined, 'licenseCaseByCase'],
  ['h20-china', 'proposal:inference-chips', 'licenseDenialPresumed'],
  ['rtx4090-china', undefined, 'licenseException'],
  ['hbm-china', undefined, 'licenseDenialPresumed'],
  ['shenzhen-parent', undefined, 'licenseDenialPresumed'],
  ['shenzhen-parent', 'text', 'licenseDenialPresumed'],
]

describe('the examples', () => {
  it.each(answers)('%s (mode %s) gives %s', (name, mode, answer) => {
    const { outcome, needs } = decided(name, mode)
    expect(outcome).toMatchObject({ kind: 'value', value: answer })
    expect(needs).toEqual([])
  })

  it('h100-malaysia waits, under conditional LPP, for the number that nobody has set', () => {
    const { needs } = decided('h100-malaysia', 'proposal:conditional-lpp')
    expect(needs).toMatchObject([{ kind: 'parameter', name: 'restrictedLppLimit' }])
  })

  it('h100-malaysia states the facts of the program’s own example', () => {
    expect(exampleOf('h100-malaysia').facts).toEqual(chipExports.example)
  })

  it('are all tested here, say what they show, and name the consignee', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''))
    expect(names.sort()).toEqual([...new Set(answers.map(([name]) => name))].sort())
    for (const name of names) {
      expect(textOf(name)).toMatch(/^# .+\n# .+/)
      expect(exampleOf(name).references).toHaveProperty('ultimateConsignee')
    }
  })
})
