import type { Comparison } from '../rules/ast.ts'
import type { Ir, QuantityIr } from '../rules/ir.ts'
import { FALSE, TRUE } from '../rules/ir.ts'

/**
 * What printing code collects. Only slot numbers, printed numbers and words of this file reach the
 * text; everything else (table columns, member lists) is handed over by position in `constants`.
 */
export interface Writer {
  /** Helper functions, already printed, in the order in which they were needed. */
  readonly functions: string[]
  readonly constants: unknown[]
}

const comparisons: Readonly<Record<Comparison, string>> = {
  atLeast: 'atLeast',
  atMost: 'atMost',
  moreThan: 'moreThan',
  lessThan: 'lessThan',
  equal: 'equal',
}

/** The exact text of a number: unknown is NaN, minus zero keeps its sign. */
export function printed(value: number): string {
  if (Object.is(value, -0)) return '(-0)'
  return value < 0 ? `(${value})` : String(value)
}

/** An expression of generated code: F facts, P parameters, R relations, `r` the row at hand. */
export function expressionCode(ir: Ir, writer: Writer): string {
  const code = (part: Ir): string => expressionCode(part, writer)
  switch (ir.t) {
    case 'constant':
      return printed(ir.value)
    case 'fact':
      return `F[${ir.slot}]`
    case 'parameter':
      return `P[${ir.slot}]`
    case 'definition':
      return `d${ir.slot}()`
    case 'field':
      return `r[${ir.slot}]`
    case 'all':
    case 'any':
      return connective(ir.of, ir.t === 'all' ? FALSE : TRUE, writer)
    case 'not':
      return `(2-${code(ir.of)})`
    case 'compare':
      return `${comparisons[ir.is]}(${code(ir.left)},${code(ir.right)})`
    case 'same':
      return `sameMember(${code(ir.left)},${code(ir.right)})`
    case 'memberOf':
      return `isMember(${code(ir.value)},${constant(ir.members, writer)})`
    case 'includesAny':
    case 'includesAll':
      return `${ir.t === 'includesAny' ? 'includesAny' : 'includesAll'}(${code(ir.set)},${ir.mask})`
    case 'lookup':
      return `cellAt(${code(ir.key)},${constant(ir.cells, writer)},${printed(ir.unknown)})`
    default:
      return quantityCode(ir, writer)
  }
}

function quantityCode(ir: QuantityIr, writer: Writer): string {
  const code = (part: Ir): string => expressionCode(part, writer)
  const inRow = (part: Ir): string => rowFunction(part, writer)
  switch (ir.t) {
    case 'add':
      return `(0+${ir.of.map(code).join('+')})`
    case 'maximum':
      return `Math.max(${ir.of.map(code).join(',')})`
    case 'minimum':
      return `Math.min(${ir.of.map(code).join(',')})`
    case 'subtract':
      return `(${code(ir.left)}-${code(ir.right)})`
    case 'multiply':
      return `(${code(ir.left)}*${code(ir.right)})`
    case 'scaleUp':
      return `(${code(ir.of)}*${printed(ir.factor)})`
    case 'divide':
      return `quotient(${code(ir.left)},${code(ir.right)},${constant(ir.round, writer)})`
    case 'anyOver':
      return `anyRow(R[${ir.relation}],${inRow(ir.where)})`
    case 'allOver':
      return `everyRow(R[${ir.relation}],${inRow(ir.where)})`
    case 'countOver':
      return `countRows(R[${ir.relation}],${inRow(ir.where)})`
    case 'sumOver':
      return `total(R[${ir.relation}],${inRow(ir.where)},${inRow(ir.value)})`
    case 'maxOver':
      return `highest(R[${ir.relation}],${inRow(ir.where)},${inRow(ir.value)})`
    case 'totalAtLeast': {
      const bounds = constant(ir.rowBounds, writer)
      const rows = `R[${ir.relation}],${inRow(ir.where)},${inRow(ir.value)}`
      return `totalReaches(${rows},${code(ir.threshold)},${bounds})`
    }
  }
}

/** and / or as a function of its own, so that it stops at the part that settles it. */
function connective(parts: readonly Ir[], settling: number, writer: Writer): string {
  const better = settling === FALSE ? '<' : '>'
  const lines = parts.map(
    (part) =>
      `x=${expressionCode(part, writer)};if(x===${settling})return ${settling};if(x${better}y)y=x;`,
  )
  return `${newFunction(`let x,y=${TRUE - settling};${lines.join('')}return y`, writer)}(r)`
}

function rowFunction(ir: Ir, writer: Writer): string {
  return newFunction(`return ${expressionCode(ir, writer)}`, writer)
}

function newFunction(body: string, writer: Writer): string {
  const name = `e${writer.functions.length}`
  writer.functions.push(`function ${name}(r){${body}}`)
  return name
}

function constant(value: unknown, writer: Writer): string {
  const known = writer.constants.indexOf(value)
  return `k${known < 0 ? writer.constants.push(value) - 1 : known}`
}
