import { applying } from './applying.ts'
import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { CONFLICT, GAP, OPEN } from './resolve.ts'
import type { ViewDefinition } from './view.ts'

/** How one definition came out on a case. */
export type Verdict =
  | {
      readonly kind: 'value'
      readonly value: Plain
      readonly unit?: string
      readonly by: readonly string[]
    }
  | { readonly kind: 'undetermined' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'conflict'; readonly between: readonly string[] }

/** The verdict of an evaluated definition, with the clauses that gave it. */
export function verdictOf(evaluation: Evaluation, slot: number): Verdict {
  const definition = evaluation.view.definitions[slot]
  const mark = evaluation.marks[slot] ?? OPEN
  if (!definition || mark === OPEN) return { kind: 'undetermined' }
  if (mark === GAP) return { kind: 'gap' }
  if (mark === CONFLICT) {
    const between = applying(definition.roots, evaluation)
    return { kind: 'conflict', between: between.map(({ clause }) => clause.clause.id) }
  }
  const { type } = definition.loaded.declaration
  const value = decodeValue(evaluation.view.rules, type, evaluation.values[slot] ?? Number.NaN)
  if (value === undefined) return { kind: 'undetermined' }
  const by = authorsOf(definition, mark)
  return type.kind === 'number'
    ? { kind: 'value', value, unit: type.unit, by }
    : { kind: 'value', value, by }
}

const authors = new WeakMap<ViewDefinition, Map<number, readonly string[]>>()

/** The ids of the clauses in a mark; few marks occur, so each list is made once. */
function authorsOf(definition: ViewDefinition, mark: number): readonly string[] {
  const lists = authors.get(definition) ?? new Map<number, readonly string[]>()
  const known = lists.get(mark)
  if (known) return known
  const made = definition.clauses
    .filter(({ position }) => (mark & (1 << position)) !== 0)
    .map(({ clause }) => clause.clause.id)
  authors.set(definition, lists.set(mark, Object.freeze(made)))
  return made
}
