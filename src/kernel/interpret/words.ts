import type { ValueType } from '../rules/ast.ts'
import type { RuleSet } from '../rules/load.ts'
import type { Plain } from './decode.ts'
import type { Verdict } from './verdict.ts'

/** A mode in words. */
export function modeInWords(mode: string): string {
  if (mode === 'text') return 'the text as it stands'
  if (mode === 'enforced') return 'the rules as enforced'
  return `the proposal "${mode.slice('proposal:'.length)}"`
}

/** A title inside a sentence: its first letter small, unless the word is an abbreviation or a code. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** A verdict in words. */
export function verdictInWords(rules: RuleSet, type: ValueType, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'undetermined':
      return 'cannot tell yet'
    case 'gap':
      return 'no rule covers this case'
    case 'conflict':
      return `the rules conflict (${verdict.between.join(' and ')})`
    case 'value':
      return plainInWords(rules, type, verdict.value)
  }
}

/** A plain value in words: the member's label, yes or no, a number with its unit. */
export function plainInWords(rules: RuleSet, type: ValueType, value: Plain): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const members =
    'enum' in type ? (rules.scope.enums.get(type.enum)?.declaration.members ?? []) : []
  const label = (one: string): string =>
    members.find((member) => member.value === one)?.label ?? one
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.map(label).join(', ')
  if (type.kind === 'number') return `${value} ${type.unit}`
  return label(value)
}
