import type { Bounds, Expr, Rounding } from './ast.ts'
import type { Ir } from './ir.ts'
import type { Checked, Lowered, Lowering } from './lowering.ts'
import {
  checkedType,
  describe,
  inRows,
  lowerBool,
  relationSlot,
  safe,
  scaleUp,
  unknownName,
} from './lowering.ts'

type NumberType = Extract<Checked, { kind: 'number' }>
interface LoweredNumber {
  readonly ir: Ir
  readonly type: NumberType
}

/** Lowers the operations whose value is a quantity. */
export function lowerNumber(expr: Expr, context: Lowering): Lowered {
  switch (expr.op) {
    case 'number':
      return {
        ir: { t: 'constant', value: expr.value },
        type: checkedType(
          { kind: 'number', unit: expr.unit },
          safe(expr.value, expr.value, context),
          context,
        ),
      }
    case 'add':
    case 'maximum':
    case 'minimum':
      return lowerList(expr, context)
    case 'subtract':
      return lowerSubtract(expr, context)
    case 'multiply':
      return lowerMultiply(expr, context)
    case 'divide':
      return lowerDivide(expr, context)
    case 'countOver':
    case 'sumOver':
    case 'maxOver':
      return lowerAggregate(expr, context)
    case 'totalAtLeast':
      return lowerTotal(expr, context)
    default:
      return context.fail('rules.unknown-operation', `there is no operation "${expr.op}"`)
  }
}

function numberOf(expr: Expr, context: Lowering): LoweredNumber {
  const { ir, type } = context.lower(expr, context)
  if (type.kind !== 'number') {
    return context.fail('rules.type-mismatch', `a number is wanted here, found ${describe(type)}`)
  }
  return { ir, type }
}

function aligned(parts: readonly LoweredNumber[], context: Lowering) {
  const first = parts[0] ?? context.fail('rules.type-mismatch', 'an operation has no operands')
  const scale = Math.max(...parts.map((part) => part.type.scale))
  for (const { type } of parts) {
    if (type.unit !== first.type.unit) {
      context.fail(
        'rules.unit-mismatch',
        `cannot combine ${first.type.unit} with ${type.unit}; convert one of them first`,
      )
    }
  }
  const irs = parts.map((part) => scaleUp(part, scale, context))
  const bounds = parts.map(({ type }) => ({
    min: type.min * 10 ** (scale - type.scale),
    max: type.max * 10 ** (scale - type.scale),
  }))
  return { unit: first.type.unit, scale, irs, bounds }
}

function lowerList(expr: Expr & { op: 'add' | 'maximum' | 'minimum' }, context: Lowering): Lowered {
  const { unit, scale, irs, bounds } = aligned(
    expr.of.map((part) => numberOf(part, context)),
    context,
  )
  const combine = {
    add: (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0),
    maximum: (values: readonly number[]) => Math.max(...values),
    minimum: (values: readonly number[]) => Math.min(...values),
  }[expr.op]
  const range = safe(
    combine(bounds.map(({ min }) => min)),
    combine(bounds.map(({ max }) => max)),
    context,
  )
  return { ir: { t: expr.op, of: irs }, type: { kind: 'number', unit, scale, ...range } }
}

function lowerSubtract(expr: Expr & { op: 'subtract' }, context: Lowering): Lowered {
  const { unit, scale, irs, bounds } = aligned(
    [numberOf(expr.left, context), numberOf(expr.right, context)],
    context,
  )
  const [left, right] = irs as [Ir, Ir]
  const [a, b] = bounds as [Bounds, Bounds]
  const range = safe(a.min - b.max, a.max - b.min, context)
  return { ir: { t: 'subtract', left, right }, type: { kind: 'number', unit, scale, ...range } }
}

function dimensionsOf(unit: string, context: Lowering): Readonly<Record<string, number>> {
  return context.scope.units.get(unit)?.declaration.dimensions ?? {}
}

function requireDimensions(
  what: string,
  left: string,
  right: string,
  sign: 1 | -1,
  result: string,
  context: Lowering,
): void {
  const a = dimensionsOf(left, context)
  const b = dimensionsOf(right, context)
  const wanted = dimensionsOf(result, context)
  for (const dimension of new Set([...Object.keys(a), ...Object.keys(b), ...Object.keys(wanted)])) {
    const found = (a[dimension] ?? 0) + sign * (b[dimension] ?? 0)
    if (found !== (wanted[dimension] ?? 0)) {
      context.fail(
        'rules.unit-mismatch',
        `the ${what} of ${left} and ${right} is not in ${result} (dimension "${dimension}")`,
      )
    }
  }
}

function resultUnit(unit: string, context: Lowering): number {
  const found = context.scope.units.get(unit)
  if (!found) return unknownName('unit', unit, context.scope.units.keys(), context)
  return found.declaration.scale
}

function lowerMultiply(expr: Expr & { op: 'multiply' }, context: Lowering): Lowered {
  const left = numberOf(expr.left, context)
  const right = numberOf(expr.right, context)
  resultUnit(expr.unit, context)
  requireDimensions('product', left.type.unit, right.type.unit, 1, expr.unit, context)
  const corners = [left.type.min, left.type.max].flatMap((a) => [
    a * right.type.min,
    a * right.type.max,
  ])
  const range = safe(Math.min(...corners), Math.max(...corners), context)
  return {
    ir: { t: 'multiply', left: left.ir, right: right.ir },
    type: { kind: 'number', unit: expr.unit, scale: left.type.scale + right.type.scale, ...range },
  }
}

const roundings: readonly Rounding[] = ['down', 'up', 'halfUp']

function lowerDivide(expr: Expr & { op: 'divide' }, context: Lowering): Lowered {
  if (!roundings.includes(expr.round)) {
    context.fail('rules.unknown-operation', `there is no rounding "${expr.round}"`)
  }
  const left = numberOf(expr.left, context)
  const right = numberOf(expr.right, context)
  const scale = resultUnit(expr.unit, context)
  requireDimensions('quotient', left.type.unit, right.type.unit, -1, expr.unit, context)
  if (left.type.min < 0 || right.type.min < 0) {
    context.fail('rules.negative-division', 'divide takes quantities that cannot be negative')
  }
  const shift = scale - (left.type.scale - right.type.scale)
  const up = 10 ** Math.max(shift, 0)
  const down = 10 ** Math.max(-shift, 0)
  const range = safe(0, left.type.max * up, context)
  safe(0, right.type.max * down * 2, context)
  safe(0, left.type.max * up * 2, context)
  return {
    ir: {
      t: 'divide',
      left: up === 1 ? left.ir : { t: 'scaleUp', of: left.ir, factor: up },
      right: down === 1 ? right.ir : { t: 'scaleUp', of: right.ir, factor: down },
      round: expr.round,
    },
    type: { kind: 'number', unit: expr.unit, scale, ...range },
  }
}

function rowsOf(relation: string, context: Lowering): number {
  return context.scope.relations.get(relation)?.declaration.maxRows ?? 0
}

function lowerAggregate(
  expr: Expr & { op: 'countOver' | 'sumOver' | 'maxOver' },
  context: Lowering,
): Lowered {
  const relation = relationSlot(expr.relation, context)
  const rowContext = inRows(expr.relation, context)
  const where = lowerBool(expr.where, rowContext)
  const rows = rowsOf(expr.relation, context)
  if (expr.op === 'countOver') {
    const type = checkedType({ kind: 'number', unit: 'count' }, { min: 0, max: rows }, context)
    if (type.kind === 'number' && type.scale !== 0) {
      context.fail('rules.unit-mismatch', 'the unit "count" counts whole rows: give it scale 0')
    }
    return { ir: { t: 'countOver', relation, where }, type }
  }
  const value = numberOf(expr.value, rowContext)
  if (value.type.min < 0) {
    context.fail('rules.negative-total', 'sums and maxima over rows take quantities of at least 0')
  }
  const max = expr.op === 'sumOver' ? value.type.max * rows : value.type.max
  const range = safe(0, max, context)
  return {
    ir: { t: expr.op, relation, where, value: value.ir },
    type: { kind: 'number', unit: value.type.unit, scale: value.type.scale, ...range },
  }
}

function lowerTotal(expr: Expr & { op: 'totalAtLeast' }, context: Lowering): Lowered {
  const relation = relationSlot(expr.relation, context)
  const rowContext = inRows(expr.relation, context)
  const where = lowerBool(expr.where, rowContext)
  const parts = [numberOf(expr.value, rowContext), numberOf(expr.threshold, context)]
  const { irs, bounds } = aligned(parts, context)
  const [value, threshold] = irs as [Ir, Ir]
  const [rowBounds] = bounds as [Bounds, Bounds]
  if (rowBounds.min < 0) {
    context.fail('rules.negative-total', 'a total over rows takes quantities of at least 0')
  }
  safe(0, rowBounds.max * rowsOf(expr.relation, context), context)
  return {
    ir: { t: 'totalAtLeast', relation, where, value, threshold, rowBounds },
    type: { kind: 'bool' },
  }
}
