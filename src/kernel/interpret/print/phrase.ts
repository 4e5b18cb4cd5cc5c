/** A piece of text; one that names something of the rules carries the anchor where that is printed. */
export interface Run {
  readonly text: string
  readonly to?: string
  /** Where else it leads: the address of another document. */
  readonly href?: string
  readonly style?: 'strong' | 'cite' | 'code'
}

/**
 * A sentence or a part of one: words and then, where a list follows, its lettered items. `join` is
 * the word that stands before the last item, as statutes write it.
 */
export interface Phrase {
  readonly lead: readonly Run[]
  readonly items?: readonly Phrase[]
  readonly join?: 'and' | 'or'
}

export const words = (text: string): Run => ({ text })

/** What a sentence is put together from. */
export type Part = Run | string | readonly Run[]

/** Runs with nothing between them. */
export const runs = (...parts: readonly Part[]): readonly Run[] =>
  parts.flatMap((part): readonly Run[] => {
    if (typeof part === 'string') return [words(part)]
    return 'text' in part ? [part] : part
  })

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly (readonly Run[])[], join: 'and' | 'or'): readonly Run[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return part
    return [words(index === parts.length - 1 ? ` ${join} ` : ', '), ...part]
  })
}

/** A phrase with words put before it. */
export const after = (before: readonly Run[], phrase: Phrase): Phrase => ({
  ...phrase,
  lead: [...before, ...phrase.lead],
})

const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'] as const

function roman(number: number): string {
  const tens = Math.floor(number / 10)
  return 'x'.repeat(tens) + (romans[number % 10] ?? '')
}

/** a to z, then aa to zz. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.ceil(number / 26))
}

/** The label of an item: (a), below it (i), below that (A), then (I), then (1). */
export function itemLabel(index: number, depth: number): string {
  const number = index + 1
  const forms = [letters(number), roman(number), letters(number).toUpperCase()]
  const label = forms[depth] ?? (depth === 3 ? roman(number).toUpperCase() : String(number))
  return `(${label})`
}

/** What stands after an item: a semicolon, before the last one also the joining word, then a stop. */
export function itemEnd(index: number, count: number, join: Phrase['join'], end: string): string {
  if (index === count - 1) return end
  return index === count - 2 && join !== undefined ? `; ${join}` : ';'
}

/** A phrase as one line of plain text, its items lettered; the same as it is printed. */
export function phraseText(phrase: Phrase, end = '', depth = 0): string {
  const lead = phrase.lead.map(({ text }) => text).join('')
  const { items } = phrase
  if (!items) return lead + end
  const parts = items.map((item, index) => {
    const close = itemEnd(index, items.length, phrase.join, end)
    return `${itemLabel(index, depth)} ${phraseText(item, close, depth + 1)}`
  })
  return `${lead} ${parts.join(' ')}`
}
