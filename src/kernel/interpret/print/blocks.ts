import type { Part, Phrase, Run } from './phrase.ts'
import { itemEnd, itemLabel, runs, words } from './phrase.ts'

/** One entry of a list, with what stands beneath it. */
export interface Item {
  readonly anchor?: string
  readonly lead: readonly Run[]
  readonly blocks?: readonly Block[]
}

/** A row of a table; its first cell is its heading. */
export interface Row {
  readonly anchor?: string
  readonly cells: readonly (readonly Run[])[]
}

/** What a printed document is made of; Markdown and HTML are two ways of writing it down. */
export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly lead: readonly Run[]
      readonly anchor?: string
    }
  | { readonly kind: 'text'; readonly lead: readonly Run[]; readonly isSmall?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly Row[]
    }
  | { readonly kind: 'picture'; readonly file: string; readonly about: string }

export const text = (...parts: readonly Part[]): Block => ({
  kind: 'text',
  lead: runs(...parts),
})
export const small = (...parts: readonly Part[]): Block => ({
  kind: 'text',
  lead: runs(...parts),
  isSmall: true,
})
export const heading = (level: 1 | 2 | 3, title: string, anchor?: string): Block => ({
  kind: 'heading',
  level,
  lead: [words(title)],
  ...(anchor === undefined ? {} : { anchor }),
})
export const strong = (content: string): Run => ({ text: content, style: 'strong' })
export const citing = (content: string): Run => ({ text: content, style: 'cite' })
export const code = (content: string): Run => ({ text: content, style: 'code' })
/** A cell of plain words. */
export const cell = (content: string): readonly Run[] => [words(content)]

/** A sentence as an entry: its words, and its lettered items beneath. The end closes the last of them. */
export function phraseItem(phrase: Phrase, end = '.', depth = 0): Item {
  const { lead, items, join } = phrase
  if (!items) return { lead: runs(lead, end) }
  const list = items.map((item, index) => {
    const close = itemEnd(index, items.length, join, end)
    const made = phraseItem(item, close, depth + 1)
    return { ...made, lead: runs(`${itemLabel(index, depth)} `, made.lead) }
  })
  return { lead, blocks: [{ kind: 'list', items: list }] }
}
