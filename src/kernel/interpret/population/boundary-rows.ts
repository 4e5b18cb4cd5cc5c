import type { RelationDeclaration } from '../../rules/ast.ts'
import type { Ir } from '../../rules/ir.ts'
import { unknownOf } from '../../rules/ir.ts'
import { encodeCase } from '../encode.ts'
import type { EncodedCase } from '../encode.ts'
import { interpret, settled } from '../evaluate.ts'
import type { View } from '../view.ts'
import { expressionsOf, walkAll } from './comparisons.ts'
import { edgesOf } from './edges.ts'

type Row = readonly number[]

/**
 * The lists of a relation worth a case of their own: not known, empty, one row at each edge of each
 * field, two rows that reach a threshold together or just miss it, and as many rows as there may be.
 */
export function* boundaryLists(
  view: View,
  relation: RelationDeclaration,
  slot: number,
  base: EncodedCase,
): Generator<readonly Row[] | undefined> {
  const example = exampleRow(view, relation, slot)
  const thresholds = thresholdsIn(view, slot, base)
  yield undefined
  yield []
  yield [example]
  yield Array.from({ length: relation.maxRows }, () => example)
  for (const [field, { type, bounds }] of relation.fields.entries()) {
    const turns = type.kind === 'number' ? thresholds.map((value) => value - 1) : []
    for (const value of new Set(edgesOf(view.rules, type, bounds, turns))) {
      yield [example.with(field, value)]
      yield [example, example.with(field, value)]
    }
    if (type.kind !== 'number') continue
    const isAllowed = (value: number): boolean =>
      value >= (bounds?.min ?? -Infinity) && value <= (bounds?.max ?? Infinity)
    for (const total of thresholds.flatMap((value) => [value - 1, value, value + 1])) {
      const half = Math.floor(total / 2)
      const rows = [half, total - half].map((part) => example.with(field, part))
      if (isAllowed(half) && isAllowed(total - half)) yield rows
    }
  }
}

function exampleRow(view: View, relation: RelationDeclaration, slot: number): Row {
  const row = Object.fromEntries(relation.fields.map(({ name, example }) => [name, example]))
  const encoded = encodeCase(view.rules, { [relation.name]: [row] })
  const rows = encoded.ok ? encoded.encoded.relations[slot] : undefined
  return rows?.[0] ?? relation.fields.map(({ type }) => unknownOf(type.kind))
}

/** What rows of a relation, or their sum, are compared with, as the base case has it. */
function thresholdsIn(view: View, slot: number, base: EncodedCase): readonly number[] {
  const found = new Set<number>()
  const everything = view.definitions.map((_, definition) => definition)
  const evaluation = interpret(view, base, view.parameters, everything)
  const add = (ir: Ir): void => {
    if ([...walkAll(ir)].some((part) => part.t === 'field')) return
    const value = settled(ir, evaluation)
    if (!Number.isNaN(value)) found.add(value)
  }
  for (const expression of expressionsOf(view)) {
    for (const part of walkAll(expression)) {
      if (part.t === 'totalAtLeast' && part.relation === slot) add(part.threshold)
      if (part.t === 'compare' && readsRow(part, slot)) {
        add(part.left)
        add(part.right)
      }
    }
  }
  return [...found]
}

const readsRow = (ir: Ir, relation: number): boolean =>
  [...walkAll(ir)].some((part) => 'relation' in part && part.relation === relation)
