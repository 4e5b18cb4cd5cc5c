import type { Ir, QuantityIr } from '../rules/ir.ts'
import { FALSE, isUnknown, TRUE, unknownOf } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import type { EncodedCase, QuickCase } from './encode.ts'
import * as operators from './operators.ts'
import { NOT_EVALUATED, resolve } from './resolve.ts'
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
export interface Evaluator {
  (
    view: View,
    encoded: EncodedCase,
    parameters: readonly number[],
    targets: readonly number[],
  ): Evaluation
  /** A short way to encode well-written cases, where the evaluator has one. */
  readonly quickCase?: (rules: RuleSet) => QuickCase
}

/** An evaluation under way. */
interface Work extends Evaluation {
  readonly values: number[]
  readonly marks: number[]
}

/** The plain interpreter: the meaning of the language, in the fewest steps. Runs anywhere. */
export const interpret: Evaluator = (view, encoded, parameters, targets) => {
  const values = view.definitions.map(({ loaded }) => unknownOf(loaded.declaration.type.kind))
  const marks = view.definitions.map(() => NOT_EVALUATED)
  const work: Work = { view, encoded, parameters, values, marks }
  for (const target of targets) evaluateDefinition(target, work)
  return work
}

function evaluateDefinition(slot: number, work: Work): number {
  if (work.marks[slot] !== NOT_EVALUATED) return work.values[slot] ?? Number.NaN
  const definition = work.view.definitions[slot]
  if (!definition) throw new RangeError(`there is no definition slot ${slot}`)
  const { kind } = definition.loaded.declaration.type
  const { value, mark } = resolve(
    definition.roots,
    {
      when: (node) => expression(node.clause.when, work, evaluateDefinition),
      then: (node) => expression(node.clause.then, work, evaluateDefinition),
      isOpen: (result) => isUnknown(kind, result),
    },
    unknownOf(kind),
  )
  work.values[slot] = value
  work.marks[slot] = mark
  return value
}

/** The value of one expression within an evaluation that has already settled what it reads. */
export function settled(ir: Ir, evaluation: Evaluation, row?: readonly number[]): number {
  return expression(ir, evaluation, settledDefinition, row)
}

const settledDefinition = (slot: number, { values }: Evaluation): number =>
  values[slot] ?? Number.NaN

/** How a definition that an expression reads comes by its value. */
type Definitions<At> = (slot: number, at: At) => number
type Row = readonly number[] | undefined

function expression<At extends Evaluation>(
  ir: Ir,
  at: At,
  definitions: Definitions<At>,
  row?: Row,
): number {
  switch (ir.t) {
    case 'constant':
      return ir.value
    case 'fact':
      return at.encoded.facts[ir.slot] ?? Number.NaN
    case 'definition':
      return definitions(ir.slot, at)
    case 'parameter':
      return at.parameters[ir.slot] ?? Number.NaN
    case 'field':
      return row?.[ir.slot] ?? Number.NaN
    case 'all':
      return conjunction(ir.of, at, definitions, row)
    case 'any':
      return disjunction(ir.of, at, definitions, row)
    case 'not':
      return TRUE - expression(ir.of, at, definitions, row)
    case 'compare':
      return operators[ir.is](
        expression(ir.left, at, definitions, row),
        expression(ir.right, at, definitions, row),
      )
    case 'same':
      return operators.sameMember(
        expression(ir.left, at, definitions, row),
        expression(ir.right, at, definitions, row),
      )
    case 'memberOf':
      return operators.isMember(expression(ir.value, at, definitions, row), ir.members)
    case 'includesAny':
    case 'includesAll':
      return operators[ir.t](expression(ir.set, at, definitions, row), ir.mask)
    case 'lookup':
      return operators.cellAt(expression(ir.key, at, definitions, row), ir.cells, ir.unknown)
    default:
      return quantity(ir, at, definitions, row)
  }
}

function quantity<At extends Evaluation>(
  ir: QuantityIr,
  at: At,
  definitions: Definitions<At>,
  row: Row,
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

function conjunction<At extends Evaluation>(
  parts: readonly Ir[],
  at: At,
  definitions: Definitions<At>,
  row: Row,
): number {
  let result = TRUE
  for (const part of parts) {
    result = Math.min(result, expression(part, at, definitions, row))
    if (result === FALSE) return FALSE
  }
  return result
}

function disjunction<At extends Evaluation>(
  parts: readonly Ir[],
  at: At,
  definitions: Definitions<At>,
  row: Row,
): number {
  let result = FALSE
  for (const part of parts) {
    result = Math.max(result, expression(part, at, definitions, row))
    if (result === TRUE) return TRUE
  }
  return result
}
