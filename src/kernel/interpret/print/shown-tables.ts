import type { TableDeclaration } from '../../rules/ast.ts'
import { walk } from '../../rules/references.ts'
import type { View } from '../view.ts'

/** The tables that the clauses of a view read or that fill in facts, in the order of the rule text. */
export function shownTables({ rules, definitions }: View): readonly TableDeclaration[] {
  const names = new Set(rules.text.facts.flatMap(({ prefill }) => prefill?.table ?? []))
  for (const { clauses } of definitions) {
    for (const { clause } of clauses) {
      for (const expr of [clause.clause.when, clause.clause.then]) {
        for (const part of walk(expr)) if (part.op === 'lookup') names.add(part.table)
      }
    }
  }
  return rules.text.tables.filter(({ name }) => names.has(name))
}
