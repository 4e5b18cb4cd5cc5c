import type { Program } from '#rules'
import { programById } from '#programs'

/** What an entry is about, for a person: what happened, in which program, and what was said. */
export interface EntryWords {
  readonly title: string
  readonly statement: string
}

/** An entry of the record in words; an entry of an unknown form is called just that. */
export function entryWords(
  entry: unknown,
  findProgram: (id: string) => Program | undefined = programById,
): EntryWords {
  const { type, program, statement, determination } = (entry ?? {}) as Readonly<
    Record<string, unknown>
  >
  const id = typeof program === 'string' ? program : ''
  const of = findProgram(id)?.title ?? id
  const after = typeof determination === 'number' ? ` by entry ${determination}` : ''
  switch (type) {
    case 'determination':
      return {
        title: `Determination, ${of}`,
        statement: typeof statement === 'string' ? statement : '',
      }
    case 'settled':
      return { title: `Settled, ${of}`, statement: `What was reserved${after} counts as used.` }
    case 'released':
      return { title: `Released, ${of}`, statement: `What was reserved${after} was given back.` }
    default:
      return { title: 'An entry of another kind', statement: '' }
  }
}
