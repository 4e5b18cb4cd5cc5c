import { unknownOf } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { CaseColumns } from '../batch/columns.ts'
import type { StatedCase } from '../batch/columns-of-cases.ts'
import { columnsOfCases } from '../batch/columns-of-cases.ts'
import type { CaseFacts, EncodedCase } from '../encode.ts'
import { encodeCase } from '../encode.ts'
import type { Evaluator } from '../evaluate.ts'
import { interpret } from '../evaluate.ts'
import type { View } from '../view.ts'
import { boundaryLists } from './boundary-rows.ts'
import { comparedIn } from './comparisons.ts'
import { crossingsOf } from './crossings.ts'
import { edgesOf } from './edges.ts'

export interface BoundaryOptions {
  /** Cases around which facts are varied, one at a time: worked cases reach where examples do not. */
  readonly bases?: readonly CaseFacts[]
  /** Around so many of them thresholds are searched for; 24 when left out. */
  readonly searched?: number
  readonly evaluator?: Evaluator
  /** Cases of a chunk; 8,192 when left out. */
  readonly chunkRows?: number
}

/**
 * The cases at the edges of a view of the rules, as chunks of columns, always the same: around the
 * declared examples, a case of which nothing is known, and each base given, every fact by itself
 * takes each member, each bound, what stands on and next to every threshold that the rules compare
 * (-1, 0, +1), and unknown; every relation is open, empty, of one row, of two, and full. A base that
 * the rules refuse is left out.
 */
export function* boundaryCases(
  rules: RuleSet,
  view: View,
  options: BoundaryOptions = {},
): Generator<CaseColumns, void, undefined> {
  const { searched = 24, evaluator = interpret, chunkRows = 8192 } = options
  const compared = comparedIn(view)
  let waiting: StatedCase[] = []
  for (const [position, base] of basesOf(rules, options.bases ?? []).entries()) {
    const crossings =
      position < searched
        ? crossingsOf(view, compared, base, evaluator)
        : new Map<number, number[]>()
    for (const variation of variationsOf(rules, view, base, crossings)) {
      waiting.push(variation)
      if (waiting.length < chunkRows) continue
      yield columnsOfCases(rules, waiting)
      waiting = []
    }
  }
  if (waiting.length > 0) yield columnsOfCases(rules, waiting)
}

/** Encoded bases, the declared examples first; equal ones once. */
function basesOf(rules: RuleSet, given: readonly CaseFacts[]): readonly EncodedCase[] {
  const { facts, relations } = rules.text
  // Facts that a table fills are left to it: stating them would contradict it.
  const examples: readonly (readonly [string, unknown])[] = [
    ...facts.flatMap(({ name, example, prefill }) =>
      prefill === undefined ? [[name, example] as const] : [],
    ),
    ...relations.map(({ name, fields }): [string, unknown] => [
      name,
      [Object.fromEntries(fields.map((field) => [field.name, field.example]))],
    ]),
  ]
  const seen = new Set<string>()
  return [Object.fromEntries(examples), {}, ...given].flatMap((stated) => {
    const result = encodeCase(rules, stated)
    if (!result.ok) return []
    const key = JSON.stringify([result.encoded.facts, result.encoded.relations])
    if (seen.has(key)) return []
    seen.add(key)
    return [result.encoded]
  })
}

function* variationsOf(
  rules: RuleSet,
  view: View,
  base: EncodedCase,
  crossings: ReadonlyMap<number, readonly number[]>,
): Generator<StatedCase> {
  const filled = new Set(base.prefilled)
  const stated: StatedCase = {
    facts: rules.text.facts.map(({ name, type }, slot) =>
      filled.has(name) ? unknownOf(type.kind) : (base.facts[slot] ?? unknownOf(type.kind)),
    ),
    relations: base.relations,
  }
  yield stated
  for (const [slot, { type, bounds }] of rules.text.facts.entries()) {
    const values = new Set(edgesOf(rules, type, bounds, crossings.get(slot) ?? []))
    values.delete(stated.facts[slot] ?? Number.NaN)
    for (const value of values) yield { ...stated, facts: stated.facts.with(slot, value) }
  }
  for (const [slot, relation] of rules.text.relations.entries()) {
    for (const rows of boundaryLists(view, relation, slot, base)) {
      yield { ...stated, relations: stated.relations.with(slot, rows) }
    }
  }
}
