import { modeInWords } from '../words.ts'
import type { Block, Item } from './blocks.ts'
import { citing, code, heading, phraseItem, small, strong, text } from './blocks.ts'
import { declarationBlocks } from './declaration-blocks.ts'
import type { Law, LawParagraph, LawSection } from './law-document.ts'
import type { Run } from './phrase.ts'
import { runs, words } from './phrase.ts'
import { citationWords, standingWords } from './standing.ts'

/** A printed law as a document: heading, how to read it, its sections, and what they speak of. */
export function lawBlocks(law: Law): readonly Block[] {
  return [
    heading(1, `${law.title}: the law as printed`),
    text(
      `This is ${modeInWords(law.mode)}, as of ${law.asOf}, printed from the rule text whose digest is `,
      code(law.hash),
      '. It is a reading aid: the provisions cited are the law, and nothing here is legal advice.',
    ),
    ...guide,
    ...(law.sections.length > 1 ? [heading(2, 'Contents'), contents(law)] : []),
    ...law.sections.flatMap(sectionBlocks),
    ...declarationBlocks(law),
  ]
}

/** How the sentences are to be read, in the fewest words. */
export const howToRead: readonly string[] = [
  'Words in quotation marks are names: of facts that a case states, of numbers the law sets, and of conclusions. Each is explained once.',
  'Of a conclusion it is said that it holds or does not hold; of a fact, that it is yes or no. What is not known is neither: a paragraph whose condition is not known decides nothing.',
  'An exception stands beneath the paragraph it is an exception to, and comes before it. An exception may have exceptions.',
  'Where no paragraph applies, no rule covers the case; where two apply that are not exceptions to each other and they differ, the rules conflict. Both are shown, never settled silently.',
  'Square brackets hold together what is reckoned first.',
]

const guide: readonly Block[] = [
  heading(2, 'How to read this'),
  { kind: 'list', items: howToRead.map((line) => ({ lead: [words(line)] })) },
]

function contents({ sections }: Law): Block {
  const items = sections.map(({ number, title, anchor }) => ({
    lead: [{ text: `§ ${number} ${title}`, to: anchor }],
  }))
  return { kind: 'list', items }
}

const roles = {
  outcome: 'The outcome of the program.',
  output: 'Shown with every determination.',
  step: 'A step on the way.',
} as const

/** A section of the law with its heading. */
export function sectionBlocks(section: LawSection): readonly Block[] {
  const { number, title, anchor, text: about, role, paragraphs, isTotal, leftOut } = section
  const none = 'No paragraph counts on this day in this reading: no rule covers any case.'
  const gap = 'Where none of these paragraphs applies, no rule covers the case.'
  return [
    heading(2, `§ ${number} ${title}`, anchor),
    text(`${about}. ${roles[role]}`),
    ...(paragraphs.length === 0 ? [text(none)] : []),
    { kind: 'list', items: paragraphs.map(paragraphItem) },
    ...(isTotal || paragraphs.length === 0 ? [] : [text(gap)]),
    ...leftOutBlocks(leftOut),
  ]
}

/** A paragraph of the law as an entry: sentence, source, standing, note, and its exceptions beneath. */
function paragraphItem(paragraph: LawParagraph): Item {
  const { anchor, number, title, sentences, cite, note, isProposed, exceptions } = paragraph
  const [first, ...others] = sentences.map((sentence) => phraseItem(sentence))
  const proposed: readonly Run[] = isProposed ? runs(strong('Proposed.'), ' ') : []
  return {
    anchor,
    lead: runs(strong(`(${number}) ${title}.`), ' ', proposed, first?.lead ?? []),
    blocks: [
      ...(first?.blocks ?? []),
      ...others.flatMap(({ lead, blocks = [] }): Block[] => [{ kind: 'text', lead }, ...blocks]),
      small(citing(citationWords(cite)), ` · ${standingWords(paragraph)}.`),
      ...(note === undefined ? [] : [small('Note: ', note)]),
      ...(exceptions.length === 0
        ? []
        : [{ kind: 'list', items: exceptions.map(paragraphItem) } as const]),
    ],
  }
}

function leftOutBlocks(leftOut: LawSection['leftOut']): readonly Block[] {
  if (leftOut.length === 0) return []
  const items = leftOut.map(({ title, pack, why }) => ({
    lead: [words(`${title} (${pack}): ${why}.`)],
  }))
  return [small('Not counted on this day in this reading:'), { kind: 'list', items }]
}
