import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import { CONFLICT, GAP, OPEN } from './resolve.ts'

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
  const applying = definition.clauses.filter(
    ({ clause }) => settled(clause.when, evaluation) === TRUE,
  )
  if (mark === CONFLICT)
    return { kind: 'conflict', between: applying.map(({ clause }) => clause.clause.id) }
  const { type } = definition.loaded.declaration
  const value = decodeValue(evaluation.view.rules, type, evaluation.values[slot] ?? Number.NaN)
  if (value === undefined) return { kind: 'undetermined' }
  const by = definition.clauses
    .filter(
      ({ position, clause }) =>
        (mark & (1 << position)) !== 0 && settled(clause.when, evaluation) !== FALSE,
    )
    .map(({ clause }) => clause.clause.id)
  return { kind: 'value', value, ...(type.kind === 'number' ? { unit: type.unit } : {}), by }
}
