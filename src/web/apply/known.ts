import type { Decision, Plain, Program, RuleSet, ValueType } from '#rules'
import { documentOf } from '#rules'
import { reasonWords, valueWords } from '../words/labels.ts'
import { counted } from '../words/numbers.ts'

/** One answered question, in words. */
export interface KnownFact {
  readonly name: string
  readonly title: string
  readonly group: string
  readonly words: string
  /** Rows of a relation in words; absent for a plain fact. */
  readonly rows?: readonly string[]
}

/** Everything a case states, by section of the interview, in the order of the questions. */
export function knownFacts(program: Program, decision: Decision): readonly KnownFact[] {
  const { facts } = documentOf(decision, 'outcome')
  const { text } = program.rules
  const answers = text.facts.flatMap(({ name, title, group, type }) => {
    const value = facts[name]
    if (value === undefined) return []
    return [{ name, title, group, words: factWords(program.rules, type, value) }]
  })
  const lists = text.relations.flatMap(({ name, title, group, fields }) => {
    const value = facts[name]
    const reason = decision.evaluation.encoded.reasons.get(name)
    if (reason !== undefined) {
      return [{ name, title, group, words: `unknown (${reasonWords(reason)})` }]
    }
    if (!Array.isArray(value)) return []
    const rows = (value as readonly Readonly<Record<string, unknown>>[]).map((row) =>
      fields
        .map((field) => `${field.title}: ${factWords(program.rules, field.type, row[field.name])}`)
        .join('; '),
    )
    const words = rows.length === 0 ? 'none' : counted(rows.length, 'row')
    return [{ name, title, group, words, rows }]
  })
  return [...answers, ...lists]
}

/** Values that the rules read from their cited tables because the case did not state them. */
export function tableFacts(program: Program, decision: Decision): readonly KnownFact[] {
  const seen = new Map<string, KnownFact>()
  for (const { clauses } of decision.fullTrace) {
    for (const { fromTable, name, title, value, unit } of clauses.flatMap(({ reads }) => reads)) {
      if (fromTable !== true || value === undefined) continue
      const type = program.rules.scope.facts.get(name)?.declaration.type
      const words = type ? valueWords(program.rules, type, value) : `${String(value)} ${unit ?? ''}`
      seen.set(name, { name, title, group: 'table', words })
    }
  }
  return [...seen.values()]
}

/** A stated value in words; a stated unknown says so. */
function factWords(rules: RuleSet, type: ValueType, value: unknown): string {
  if (value === undefined || value === null) return 'not stated'
  if (typeof value === 'object' && 'unknown' in value) {
    return `unknown (${reasonWords(String(value.unknown))})`
  }
  return valueWords(rules, type, value as Plain)
}
