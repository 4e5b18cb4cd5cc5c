import type { Bounds, FactDeclaration, RelationDeclaration, ValueType } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import { anchorOf } from './anchors.ts'
import type { LawFact, LawGroup } from './declarations.ts'
import { boundsWords } from './terms.ts'

type Groups = readonly { readonly id: string; readonly title: string }[]

/** Facts and relations by group, in the order of the groups. */
export function groupsOf(rules: RuleSet, groups: Groups): readonly LawGroup[] {
  const { facts, relations } = rules.text
  const used = [...new Set([...facts, ...relations].map(({ group }) => group))]
  const titled = used.map((id) => groups.find((one) => one.id === id) ?? { id, title: id })
  const rank = ({ id }: { readonly id: string }): number => groups.findIndex((one) => one.id === id)
  return [...titled]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, title }) => ({
      title,
      facts: [
        ...facts.filter(({ group }) => group === id).map((fact) => factOf(rules, fact)),
        ...relations.filter(({ group }) => group === id).map((one) => relationOf(rules, one)),
      ],
    }))
}

function factOf(rules: RuleSet, fact: FactDeclaration): LawFact {
  const { name, title, question, hint, why, type, assertedBy, evidence, cite, prefill } = fact
  const table = prefill && rules.scope.tables.get(prefill.table)?.declaration
  return {
    anchor: anchorOf.fact(name),
    ...{ name, title, question, why, assertedBy, evidence, cite },
    ...(hint === undefined ? {} : { hint }),
    kind: kindWords(rules, type, fact.bounds),
    ...('enum' in type ? { list: anchorOf.list(type.enum) } : {}),
    ...(prefill && table ? { prefill: `${table.title}, column ${prefill.column}` } : {}),
  }
}

function relationOf(rules: RuleSet, relation: RelationDeclaration): LawFact {
  const { name, title, question, why, maxRows, assertedBy, evidence, cite, fields } = relation
  return {
    anchor: anchorOf.relation(name),
    ...{ name, title, question, why, assertedBy, evidence, cite },
    kind: `a list of at most ${maxRows} entries`,
    fields: fields.map((field) => ({
      name: field.name,
      title: field.title,
      kind: kindWords(rules, field.type, field.bounds),
    })),
  }
}

/** What a value can be, in words. */
export function kindWords(rules: RuleSet, type: ValueType, bounds?: Bounds): string {
  switch (type.kind) {
    case 'bool':
      return 'yes or no'
    case 'date':
      return 'a day, year-month-day'
    case 'number':
      return bounds
        ? `a number ${boundsWords(rules, type.unit, bounds)}`
        : `a number in ${type.unit}`
    case 'enum':
    case 'set': {
      const list = rules.scope.enums.get(type.enum)?.declaration
      const count = list?.members.length ?? 0
      const title = list?.title ?? type.enum
      return type.kind === 'enum'
        ? `one of the ${count} values of “${title}”`
        : `any of the ${count} values of “${title}”`
    }
  }
}
