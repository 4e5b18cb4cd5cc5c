import type { Clause } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import { walk } from '../../rules/references.ts'

/** What the clauses of a definition read directly, by name. */
export interface Reads {
  readonly definitions: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
}

/** What each definition of a rule set reads in these clauses; nothing where it has none of them. */
export function readsOf(rules: RuleSet, clauses: readonly Clause[]): ReadonlyMap<string, Reads> {
  const made = new Map(
    rules.text.definitions.map(({ name }) => [
      name,
      {
        definitions: new Set<string>(),
        facts: new Set<string>(),
        relations: new Set<string>(),
        parameters: new Set<string>(),
        tables: new Set<string>(),
      },
    ]),
  )
  for (const { definition, when, then } of clauses) {
    const reads = made.get(definition)
    for (const part of [...walk(when), ...walk(then)]) {
      if (part.op === 'definition') reads?.definitions.add(part.name)
      else if (part.op === 'fact') reads?.facts.add(part.name)
      else if (part.op === 'parameter') reads?.parameters.add(part.name)
      else if (part.op === 'lookup') reads?.tables.add(part.table)
      else if ('relation' in part) reads?.relations.add(part.relation)
    }
  }
  return made
}
