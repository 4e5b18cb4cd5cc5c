import type { Plain } from './decode.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { CONFLICT, GAP, OPEN } from './resolve.ts'
import { Standing } from './standing.ts'
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

const undetermined: Verdict = Object.freeze({ kind: 'undetermined' })
const gap: Verdict = Object.freeze({ kind: 'gap' })

/** The verdict of an evaluated definition, with the clauses that gave it. */
export function verdictOf(evaluation: Evaluation, slot: number): Verdict {
  const definition = evaluation.view.definitions[slot]
  const mark = evaluation.marks[slot] ?? OPEN
  if (!definition || mark === OPEN) return undetermined
  if (mark === GAP) return gap
  if (mark === CONFLICT) {
    const between = new Standing(evaluation).applying(definition.roots)
    return { kind: 'conflict', between: between.map(({ clause }) => clause.clause.id) }
  }
  const value = evaluation.values[slot] ?? Number.NaN
  const { kind } = definition.loaded.declaration.type
  if (kind !== 'bool' && kind !== 'enum') return valued(definition, mark, value, evaluation)
  const given = verdictsOf(definition)
  const known = given.get(mark)?.[value]
  if (known) return known
  const made = Object.freeze(valued(definition, mark, value, evaluation))
  const list = given.get(mark) ?? []
  if (value >= 0) list[value] = made
  given.set(mark, list)
  return made
}

function valued(
  definition: ViewDefinition,
  mark: number,
  number: number,
  { view }: Evaluation,
): Verdict {
  const { type } = definition.loaded.declaration
  const value = decodeValue(view.rules, type, number)
  if (value === undefined) return undetermined
  const by = definition.clauses
    .filter(({ position }) => (mark & (1 << position)) !== 0)
    .map(({ clause }) => clause.clause.id)
  return type.kind === 'number'
    ? { kind: 'value', value, unit: type.unit, by }
    : { kind: 'value', value, by }
}

type Verdicts = Map<number, Verdict[]>
const verdicts = new WeakMap<ViewDefinition, Verdicts>()
let latest: { readonly definition: ViewDefinition; readonly given: Verdicts } | undefined

/** Verdicts of a definition given before, by mark and value: few occur, so each is made once. */
function verdictsOf(definition: ViewDefinition): Verdicts {
  if (latest?.definition === definition) return latest.given
  const given = verdicts.get(definition) ?? (new Map() as Verdicts)
  verdicts.set(definition, given)
  latest = { definition, given }
  return given
}
