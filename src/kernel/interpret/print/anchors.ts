import type { Clause } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'

/** Where things are printed, for links. The same name has the same anchor in every reading. */
export const anchorOf = {
  definition: (name: string): string => `definition.${name}`,
  fact: (name: string): string => `fact.${name}`,
  relation: (name: string): string => `relation.${name}`,
  parameter: (name: string): string => `parameter.${name}`,
  table: (name: string): string => `table.${name}`,
  list: (name: string): string => `list.${name}`,
  pack: (id: string): string => `instrument.${id}`,
} as const

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'clause'

const known = new WeakMap<RuleSet, ReadonlyMap<string, string>>()

/** The anchors of all clauses of a rule set; two names that look alike in an address are told apart. */
function clauseAnchors(rules: RuleSet): ReadonlyMap<string, string> {
  const made = known.get(rules)
  if (made) return made
  const anchors = new Map<string, string>()
  const taken = new Set<string>()
  for (const { definition, id } of rules.text.clauses) {
    const key = `${definition}/${id}`
    if (anchors.has(key)) continue
    const plain = `clause.${definition}.${slug(id)}`
    let anchor = plain
    for (let number = 2; taken.has(anchor); number++) anchor = `${plain}-${number}`
    taken.add(anchor)
    anchors.set(key, anchor)
  }
  known.set(rules, anchors)
  return anchors
}

/** The anchor of a clause: the same for every version of it, on every day and in every reading. */
export function clauseAnchor(rules: RuleSet, clause: Pick<Clause, 'definition' | 'id'>): string {
  const anchor = clauseAnchors(rules).get(`${clause.definition}/${clause.id}`)
  if (anchor === undefined) {
    throw new RangeError(`"${clause.definition}" has no clause "${clause.id}"`)
  }
  return anchor
}
