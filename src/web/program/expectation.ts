import type { Program, WorkedCase } from '#rules'
import { documentOf } from '#rules'
import { decideCase } from '../draft/reading.ts'
import { groupDigits, groupLabel } from '../words/numbers.ts'

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

/** What a worked case expects, in words, without deciding it. */
export function expectedOf(program: Program, { expect }: WorkedCase): readonly string[] {
  const { text, scope } = program.rules
  const outcome =
    expect.outcome === undefined ? [] : [expectedWords(program, text.outcome, expect.outcome)]
  const outputs = Object.entries(expect.outputs ?? {}).map(([name, value]) => {
    const title = scope.definitions.get(name)?.declaration.title ?? name
    return `${title}: ${expectedWords(program, name, value)}`
  })
  const needs = (expect.needs ?? []).map(
    (name) => `still needs ${scope.facts.get(name)?.declaration.title ?? name}`,
  )
  return [...outcome, ...outputs, ...needs]
}

const others: Readonly<Record<string, string>> = {
  true: 'yes',
  false: 'no',
  undetermined: 'cannot tell yet',
  gap: 'no rule covers this case',
  conflict: 'the rules conflict',
}

function expectedWords({ rules }: Program, name: string, value: boolean | string): string {
  const type = rules.scope.definitions.get(name)?.declaration.type
  const members =
    type && 'enum' in type ? rules.scope.enums.get(type.enum)?.declaration.members : []
  const label = members?.find((member) => member.value === value)?.label
  const unit = type?.kind === 'number' ? ` ${type.unit}` : ''
  return label ?? others[String(value)] ?? `${groupDigits(String(value))}${unit}`
}
