import type { Entry } from './entry.ts'
import { entryOf, valueOf } from './entry.ts'
import type { Asked } from './question.ts'
import type { RowEntry } from './rows.ts'
import { listOf, rowsOf } from './rows.ts'

/** An answer while it is given: one entry, or the rows of a list. */
export type Answer =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'rows'; readonly rows: readonly RowEntry[] }

/** The answer that shows what is stated already. */
export function answerOf(asked: Asked, stated: unknown): Answer {
  if (asked.kind === 'relation') return { kind: 'rows', rows: rowsOf(asked.relation, stated) }
  const { type } = asked.kind === 'fact' ? asked.fact : asked.parameter
  return { kind: 'entry', entry: entryOf(type, stated) }
}

/** The value that an answer states, or undefined when it states none. */
export function answerValue(asked: Asked, answer: Answer): unknown {
  if (asked.kind === 'relation') {
    return answer.kind === 'rows' ? listOf(asked.relation, answer.rows) : undefined
  }
  const { type } = asked.kind === 'fact' ? asked.fact : asked.parameter
  return answer.kind === 'entry' ? valueOf(type, answer.entry) : undefined
}
