import type { Law, LawParagraph, LawSection } from '#rules'
import { phraseText } from '#rules'

/** Everything a section says, in small letters. */
export function sectionWords({ title, text, paragraphs }: LawSection): string {
  return [title, text, ...paragraphs.flatMap(paragraphWords)].join(' ').toLowerCase()
}

const paragraphWords = (paragraph: LawParagraph): readonly string[] => [
  paragraph.title,
  ...paragraph.sentences.map((sentence) => phraseText(sentence)),
  ...paragraph.cite.flatMap(({ provision, quote = '' }) => [provision, quote]),
  paragraph.pack.title,
  paragraph.note ?? '',
  ...paragraph.exceptions.flatMap(paragraphWords),
]

/** The sections in which every word that is looked for stands; all of them when none is. */
export function matching(
  law: Law,
  words: ReadonlyMap<LawSection, string>,
  query: string,
): readonly LawSection[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return law.sections.filter((section) =>
    wanted.every((word) => words.get(section)?.includes(word)),
  )
}
