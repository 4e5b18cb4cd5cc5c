import type { Expr } from './ast.ts'

/** The direct parts of an expression. */
function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'all':
    case 'any':
    case 'add':
    case 'maximum':
    case 'minimum':
      return expr.of
    case 'not':
      return [expr.of]
    case 'compare':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [expr.left, expr.right]
    case 'isOneOf':
      return [expr.value]
    case 'includesAny':
    case 'includesAll':
      return [expr.set]
    case 'lookup':
      return [expr.key]
    case 'addDays':
      return [expr.date]
    case 'anyOver':
    case 'allOver':
    case 'countOver':
      return [expr.where]
    case 'sumOver':
    case 'maxOver':
      return [expr.where, expr.value]
    case 'totalAtLeast':
      return [expr.where, expr.value, expr.threshold]
    default:
      return []
  }
}

/** Every expression inside one, itself first. */
export function* walk(expr: Expr): Generator<Expr> {
  yield expr
  for (const part of partsOf(expr)) yield* walk(part)
}

/** The names of one sort that an expression mentions, in order, once each. */
export function namesIn(expr: Expr, op: 'fact' | 'definition' | 'parameter'): readonly string[] {
  const names = new Set<string>()
  for (const part of walk(expr)) if (part.op === op) names.add(part.name)
  return [...names]
}
