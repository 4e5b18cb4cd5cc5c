import type { Clause, RuleText } from '../kernel/pure.ts'
import { toyText } from './toy-rules.ts'

/** Plain data that a test may edit. */
export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T

/** The toy rule text after an edit: one thing in it wrong, usually. */
export function brokenText(edit: (text: Draft<RuleText>) => void): RuleText {
  return toyText((text) => {
    edit(text as Draft<RuleText>)
    return text
  })
}

/** A clause of a draft by definition and id. */
export function clauseOf(text: Draft<RuleText>, definition: string, id: string): Draft<Clause> {
  const found = text.clauses.find((clause) => clause.definition === definition && clause.id === id)
  if (!found) throw new Error(`the toy rules have no clause ${definition}/${id}`)
  return found
}

/** One entry of a list by name. */
export function named<T extends { name: string }>(list: readonly T[], name: string): T {
  const found = list.find((one) => one.name === name)
  if (!found) throw new Error(`there is nothing named ${name}`)
  return found
}
