import type { Program, WorkedCase } from '#rules'
import { documentOf } from '#rules'
import { decideCase } from '../draft/reading.ts'
import { groupLabel } from '../words/numbers.ts'

/** What a worked case expects, in words, and whether the rules say so now. */
export interface CheckedCase {
  readonly lines: readonly {
    readonly title: string
    readonly expected: string
    readonly isMet: boolean
  }[]
  readonly isMet: boolean
}

/** Decides a worked case here and holds the answer against the one it is known to have. */
export function checkCase(program: Program, worked: WorkedCase): CheckedCase {
  const result = decideCase(program, { ...worked, parameters: worked.parameters ?? {} })
  if (!result.ok) return { lines: [], isMet: false }
  const { outcome, outputs, needs } = documentOf(result.decision, 'outcome')
  const { expect } = worked
  const wanted = [
    ...(expect.outcome === undefined ? [] : [{ line: outcome, value: expect.outcome }]),
    ...Object.entries(expect.outputs ?? {}).flatMap(([name, value]) => {
      const line = outputs.find((output) => output.name === name)
      return line ? [{ line, value }] : []
    }),
  ]
  const lines = wanted.map(({ line, value }) => {
    const { verdict, title, name } = line
    const isMet =
      verdict.kind === 'value' ? String(verdict.value) === String(value) : verdict.kind === value
    return {
      title,
      expected: isMet ? groupLabel(line.label) : expectedWords(program, name, value),
      isMet,
    }
  })
  const missing = (expect.needs ?? []).map((name) => ({
    title: 'Still needed',
    expected: program.rules.scope.facts.get(name)?.declaration.title ?? name,
    isMet: needs.some((need) => need.name === name),
  }))
  const all = [...lines, ...missing]
  return { lines: all, isMet: all.every(({ isMet }) => isMet) }
}

function expectedWords({ rules }: Program, name: string, value: boolean | string): string {
  const type = rules.scope.definitions.get(name)?.declaration.type
  const members =
    type && 'enum' in type ? rules.scope.enums.get(type.enum)?.declaration.members : []
  const label = members?.find((member) => member.value === value)?.label
  return label ?? groupLabel(String(value))
}
