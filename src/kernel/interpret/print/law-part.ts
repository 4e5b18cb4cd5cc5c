import type { Law, LawParagraph } from './law-document.ts'
import type { Phrase } from './phrase.ts'

/**
 * The law cut down to one definition: its section, and only the numbers, facts, tables, lists and
 * instruments that it speaks of. Undefined when there is no such definition.
 */
export function lawPart(law: Law, definition: string): Law | undefined {
  const section = law.sections.find((one) => one.definition === definition)
  if (!section) return undefined
  const links = new Set(section.paragraphs.flatMap(linksOf))
  const isLinked = ({ anchor }: { readonly anchor: string }): boolean => links.has(anchor)
  const groups = law.groups
    .map((group) => ({ ...group, facts: group.facts.filter(isLinked) }))
    .filter(({ facts }) => facts.length > 0)
  const lists = new Set(groups.flatMap(({ facts }) => facts.flatMap(({ list }) => list ?? [])))
  return {
    ...law,
    sections: [section],
    parameters: law.parameters.filter(isLinked),
    groups,
    tables: law.tables.filter(isLinked),
    lists: law.lists.filter(({ anchor }) => lists.has(anchor)),
    instruments: law.instruments.filter(isLinked),
  }
}

function linksOf({ sentences, pack, exceptions }: LawParagraph): readonly string[] {
  return [pack.anchor, ...sentences.flatMap(phraseLinks), ...exceptions.flatMap(linksOf)]
}

const phraseLinks = ({ lead, items = [] }: Phrase): readonly string[] => [
  ...lead.flatMap(({ to }) => to ?? []),
  ...items.flatMap(phraseLinks),
]
