import type { Ir } from '../rules/ir.ts'
import { FALSE, isUnknown, TRUE, UNKNOWN, unknownOf } from '../rules/ir.ts'
import type { EncodedCase } from './encode.ts'
import { CONFLICT, GAP, NOT_EVALUATED, OPEN, resolve } from './resolve.ts'
import { anyRow, countRows, everyRow, highest, quotient, total, totalReaches } from './rows.ts'
import type { View } from './view.ts'

/** What an evaluation leaves: per definition slot its value and how it came out (see resolve.ts). */
export interface Evaluation {
  readonly view: View
  readonly encoded: EncodedCase
  readonly parameters: readonly number[]
  readonly values: readonly number[]
  readonly marks: readonly number[]
}

/** Evaluates definitions of a view on a case. Interpreter and generated code must agree exactly. */
export type Evaluator = (
  view: View,
  encoded: EncodedCase,
  parameters: readonly number[],
  targets: readonly number[],
) => Evaluation

/** The plain interpreter: the meaning of the language, in the fewest steps. Runs anywhere. */
export const interpret: Evaluator = (view, encoded, parameters, targets) => {
  const values = view.definitions.map(({ loaded }) => unknownOf(loaded.declaration.type.kind))
  const marks = view.definitions.map(() => NOT_EVALUATED)
  const evaluation = { view, encoded, parameters, values, marks }
  const evaluateDefinition = (slot: number): number => {
    if (marks[slot] !== NOT_EVALUATED) return values[slot] ?? Number.NaN
    const definition = view.definitions[slot]
    if (!definition) throw new RangeError(`there is no definition slot ${slot}`)
    const { kind } = definition.loaded.declaration.type
    const read = (ir: Ir): number => expression(ir, evaluation, evaluateDefinition)
    const result = resolve(
      definition.roots,
      {
        when: (node) => read(node.clause.when),
        then: (node) => read(node.clause.then),
        isOpen: (value) => isUnknown(kind, value),
      },
      unknownOf(kind),
    )
    values[slot] = result.value
    marks[slot] = result.mark
    return result.value
  }
  for (const target of targets) evaluateDefinition(target)
  return evaluation
}

/** The value of one expression within an evaluation that has already settled what it reads. */
export function settled(ir: Ir, evaluation: Evaluation, row?: readonly number[]): number {
  const read = (slot: number): number => evaluation.values[slot] ?? Number.NaN
  return expression(ir, evaluation, read, row)
}

/** Whether a mark says that the definition has no value for want of facts, rules or agreement. */
export const hasNoValue = (mark: number): boolean =>
  mark === OPEN || mark === GAP || mark === CONFLICT

type Definitions = (slot: number) => number

function expression(
  ir: Ir,
  at: Evaluation,
  definitions: Definitions,
  row?: readonly number[],
): number {
  const value = (part: Ir): number => expression(part, at, definitions, row)
  switch (ir.t) {
    case 'constant':
      return ir.value
    case 'fact':
      return at.encoded.facts[ir.slot] ?? Number.NaN
    case 'definition':
      return definitions(ir.slot)
    case 'parameter':
      return at.parameters[ir.slot] ?? Number.NaN
    case 'field':
      return row?.[ir.slot] ?? Number.NaN
    case 'all':
      return conjunction(ir.of, value)
    case 'any':
      return disjunction(ir.of, value)
    case 'not':
      return TRUE - value(ir.of)
    case 'compare':
      return comparison(ir.is, value(ir.left), value(ir.right))
    case 'same':
      return sameMember(value(ir.left), value(ir.right))
    case 'memberOf': {
      const index = value(ir.value)
      return index < 0 ? UNKNOWN : truth(ir.members[index] === true)
    }
    case 'includesAny':
    case 'includesAll': {
      const set = value(ir.set)
      if (set < 0) return UNKNOWN
      return truth(ir.t === 'includesAny' ? (set & ir.mask) !== 0 : (set & ir.mask) === ir.mask)
    }
    case 'lookup': {
      const index = value(ir.key)
      return index < 0 ? ir.unknown : (ir.cells[index] ?? ir.unknown)
    }
    default:
      return quantity(ir, at, definitions, row)
  }
}

type Quantity = Exclude<
  Ir,
  {
    t:
      | 'constant'
      | 'fact'
      | 'definition'
      | 'parameter'
      | 'field'
      | 'all'
      | 'any'
      | 'not'
      | 'compare'
      | 'same'
      | 'memberOf'
      | 'includesAny'
      | 'includesAll'
      | 'lookup'
  }
>

function quantity(
  ir: Quantity,
  at: Evaluation,
  definitions: Definitions,
  row?: readonly number[],
): number {
  const value = (part: Ir): number => expression(part, at, definitions, row)
  const inRow = (part: Ir) => (each: readonly number[]) => expression(part, at, definitions, each)
  switch (ir.t) {
    case 'add':
      return ir.of.reduce((sum, part) => sum + value(part), 0)
    case 'maximum':
      return Math.max(...ir.of.map(value))
    case 'minimum':
      return Math.min(...ir.of.map(value))
    case 'subtract':
      return value(ir.left) - value(ir.right)
    case 'multiply':
      return value(ir.left) * value(ir.right)
    case 'scaleUp':
      return value(ir.of) * ir.factor
    case 'divide':
      return quotient(value(ir.left), value(ir.right), ir.round)
    case 'anyOver':
      return anyRow(at.encoded.relations[ir.relation], inRow(ir.where))
    case 'allOver':
      return everyRow(at.encoded.relations[ir.relation], inRow(ir.where))
    case 'countOver':
      return countRows(at.encoded.relations[ir.relation], inRow(ir.where))
    case 'sumOver':
      return total(at.encoded.relations[ir.relation], inRow(ir.where), inRow(ir.value))
    case 'maxOver':
      return highest(at.encoded.relations[ir.relation], inRow(ir.where), inRow(ir.value))
    case 'totalAtLeast':
      return totalReaches(
        at.encoded.relations[ir.relation],
        inRow(ir.where),
        inRow(ir.value),
        value(ir.threshold),
        ir.rowBounds,
      )
  }
}

const truth = (condition: boolean): number => (condition ? TRUE : FALSE)

function conjunction(parts: readonly Ir[], value: (part: Ir) => number): number {
  let result = TRUE
  for (const part of parts) {
    result = Math.min(result, value(part))
    if (result === FALSE) return FALSE
  }
  return result
}

function disjunction(parts: readonly Ir[], value: (part: Ir) => number): number {
  let result = FALSE
  for (const part of parts) {
    result = Math.max(result, value(part))
    if (result === TRUE) return TRUE
  }
  return result
}

function comparison(is: (Ir & { t: 'compare' })['is'], left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return UNKNOWN
  switch (is) {
    case 'atLeast':
      return truth(left >= right)
    case 'atMost':
      return truth(left <= right)
    case 'moreThan':
      return truth(left > right)
    case 'lessThan':
      return truth(left < right)
    case 'equal':
      return truth(left === right)
  }
}

const sameMember = (left: number, right: number): number =>
  left < 0 || right < 0 ? UNKNOWN : truth(left === right)
