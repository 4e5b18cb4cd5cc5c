import type { Expr } from '../kernel/pure.ts'
import type { Choices } from './choices.ts'

/** An expression with one change somewhere: another operation, order, grouping, member or number. */
export function mutated(expr: Expr, choices: Choices): Expr {
  const parts = keysOf(expr)
  if (parts.length > 0 && choices.below(3) > 0) {
    const key = choices.pick(parts)
    const part = (expr as unknown as Readonly<Record<string, Expr | readonly Expr[]>>)[key]
    if (Array.isArray(part)) {
      const at = choices.below(part.length)
      const changed = (part as readonly Expr[]).map((one, index) =>
        index === at ? mutated(one, choices) : one,
      )
      return { ...expr, [key]: changed }
    }
    return { ...expr, [key]: mutated(part as Expr, choices) }
  }
  return changed(expr, choices)
}

const inner = ['of', 'left', 'right', 'value', 'where', 'threshold', 'set', 'key', 'date']

/** The members of an expression that hold expressions. */
const keysOf = (expr: Expr): readonly string[] =>
  inner.filter((key) => {
    const part = (expr as unknown as Readonly<Record<string, unknown>>)[key]
    const [first] = Array.isArray(part) ? (part as unknown[]) : [part]
    return typeof first === 'object' && first !== null
  })

const negated = (of: Expr): Expr => ({ op: 'not', of })

function changed(expr: Expr, choices: Choices): Expr {
  switch (expr.op) {
    case 'all':
    case 'any':
      return choices.pick<() => Expr>([
        () => ({ ...expr, op: expr.op === 'all' ? 'any' : 'all' }),
        () => negated(expr),
        () => ({ ...expr, of: expr.of.slice(1) }),
        () => regrouped(expr, choices),
        () => ({ ...expr, of: [...expr.of].map((part, at) => (at === 0 ? negated(part) : part)) }),
      ])()
    case 'compare':
      return choices.oneIn(2)
        ? { ...expr, is: choices.pick(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']) }
        : { ...expr, left: expr.right, right: expr.left }
    case 'add':
    case 'maximum':
    case 'minimum':
      return choices.oneIn(2)
        ? rotated(expr)
        : { ...expr, op: choices.pick(['add', 'maximum', 'minimum']) }
    case 'subtract':
      return { ...expr, left: expr.right, right: expr.left }
    case 'divide':
      return { ...expr, round: choices.pick(['down', 'up', 'halfUp']) }
    case 'number':
      return { ...expr, value: expr.value + 1 }
    case 'addDays':
      return { ...expr, days: -expr.days }
    case 'bool':
      return { ...expr, value: !expr.value }
    case 'isOneOf':
      return { ...expr, among: [choices.pick(['a', 'b', 'c'])] }
    case 'includesAny':
    case 'includesAll':
      return { ...expr, op: choices.pick(['includesAny', 'includesAll']) }
    case 'anyOver':
    case 'allOver':
      return choices.oneIn(3)
        ? negated(expr)
        : { ...expr, op: expr.op === 'anyOver' ? 'allOver' : 'anyOver' }
    case 'sumOver':
    case 'maxOver':
      return { ...expr, op: expr.op === 'sumOver' ? 'maxOver' : 'sumOver' }
    case 'enum':
      return { ...expr, value: choices.pick(['a', 'b', 'c']) }
    case 'date':
      return { ...expr, value: choices.pick(['2020-01-01', '2021-06-15', '2024-02-29']) }
    case 'fact':
      return { ...expr, name: choices.pick(['yes1', 'yes2', 'yes3', 'size', 'drift', 'filled']) }
    default:
      return negated(expr)
  }
}

/** "The sum of (the greatest of A and B) and C" as "the greatest of A and (the sum of B and C)". */
function rotated(expr: Extract<Expr, { op: 'add' | 'maximum' | 'minimum' }>): Expr {
  const [first, ...rest] = expr.of
  if (!first || (first.op !== 'add' && first.op !== 'maximum' && first.op !== 'minimum'))
    return expr
  const [head, ...others] = first.of
  if (!head || others.length === 0) return expr
  return { ...first, of: [head, { ...expr, of: [...others, ...rest] }] }
}

/** "A and B and C" as "A and (B or C)" or "(A or B) and C". */
function regrouped(expr: Extract<Expr, { op: 'all' | 'any' }>, choices: Choices): Expr {
  const op = expr.op === 'all' ? 'any' : 'all'
  const [first, ...rest] = expr.of
  const last = expr.of.at(-1)
  if (!first || !last || rest.length < 2) return expr
  return choices.oneIn(2)
    ? { ...expr, of: [first, { op, of: rest }] }
    : { ...expr, of: [{ op, of: expr.of.slice(0, -1) }, last] }
}
