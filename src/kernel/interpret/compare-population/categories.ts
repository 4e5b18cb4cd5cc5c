import type { ValueType } from '../../rules/ast.ts'
import { TRUE } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import { decodeValue } from '../decode.ts'
import { plainInWords, verdictInWords } from '../words.ts'
import type { Answers } from './answers.ts'

/** One way an outcome can come out: a row and a column of a transition matrix. */
export interface Category {
  /** The member or value; `decided` for outcomes of too many values to list; else `status:` and the kind. */
  readonly key: string
  readonly label: string
  readonly kind: 'value' | 'undetermined' | 'gap' | 'conflict' | 'refused'
}

/** Every category of an outcome's type: its values first, then the ways of having none. */
export function categoriesOf(rules: RuleSet, type: ValueType): readonly Category[] {
  const count = valueCount(rules, type)
  const values = Array.from({ length: count ?? 1 }, (_, value): Category => {
    if (count === undefined) return { key: 'decided', label: 'decided', kind: 'value' }
    const plain = decodeValue(rules, type, type.kind === 'bool' ? value * TRUE : value) ?? ''
    return { key: String(plain), label: plainInWords(rules, type, plain), kind: 'value' }
  })
  const none: readonly Category[] = [
    { label: verdictInWords(rules, type, { kind: 'undetermined' }), kind: 'undetermined' as const },
    { label: verdictInWords(rules, type, { kind: 'gap' }), kind: 'gap' as const },
    { label: 'the rules conflict', kind: 'conflict' as const },
    { label: 'refused: contradicts a table', kind: 'refused' as const },
    // An outcome may have a member of the same name, such as "refused".
  ].map((one) => ({ ...one, key: `status:${one.kind}` }))
  return [...values, ...none]
}

/** How many values of a type get a category of their own; undefined when they share one. */
function valueCount(rules: RuleSet, type: ValueType): number | undefined {
  if (type.kind === 'bool') return 2
  if (type.kind !== 'enum') return undefined
  return rules.scope.enums.get(type.enum)?.declaration.members.length
}

/** The category, by position, of one row's answer. */
export function categoryAt(answers: Answers, row: number, categories: number): number {
  const status = answers.status[row] ?? 1
  const values = categories - 4
  if (status > 0) return values + status - 1
  return values === 1 ? 0 : (answers.value[row] ?? 0)
}
