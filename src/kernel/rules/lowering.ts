import type { Bounds, Expr, ValueType } from './ast.ts'
import type { Ir } from './ir.ts'
import type { Scope } from './scope.ts'
import { hintFor } from './scope.ts'

/** The static type of a lowered expression; numbers also carry their decimals and proven bounds. */
export type Checked =
  | { readonly kind: 'bool' | 'date' }
  | { readonly kind: 'enum' | 'set'; readonly enum: string }
  | ({ readonly kind: 'number'; readonly unit: string; readonly scale: number } & Bounds)

export interface Lowered {
  readonly ir: Ir
  readonly type: Checked
}

/** What lowering needs around an expression: names, bounds of definitions so far, and a voice. */
export interface Lowering {
  readonly scope: Scope
  readonly definitionBounds: ReadonlyMap<string, Bounds>
  /** The relation over whose rows this part is read, if it is inside an aggregate. */
  readonly row?: string
  /** Throws LoweringFault: a defect is found at one expression and reported with its clause. */
  readonly fail: (code: string, message: string) => never
  /** Lowers a part. */
  readonly lower: (expr: Expr, context: Lowering) => Lowered
}

/** The context of a part that is read once per row of a relation. */
export const inRows = (relation: string, context: Lowering): Lowering => ({
  ...context,
  row: relation,
})

/** Lowers an expression that must be a condition. */
export function lowerBool(expr: Expr, context: Lowering): Ir {
  const { ir, type } = context.lower(expr, context)
  if (type.kind !== 'bool') {
    context.fail('rules.type-mismatch', `a condition is wanted here, found ${describe(type)}`)
  }
  return ir
}

/** A type in words, for messages. */
export function describe(type: Checked | ValueType): string {
  if (type.kind === 'number') return `a number in ${type.unit}`
  if (type.kind === 'enum') return `a member of ${type.enum}`
  if (type.kind === 'set') return `a set of ${type.enum}`
  return type.kind === 'bool' ? 'a condition' : 'a date'
}

/** The index of an enumeration's member; an unknown member fails with the nearest names. */
export function memberIndex(enumName: string, value: string, context: Lowering): number {
  const found = context.scope.enums.get(enumName)
  if (!found) return unknownName('enumeration', enumName, context.scope.enums.keys(), context)
  const index = found.declaration.members.findIndex((member) => member.value === value)
  if (index < 0) {
    const members = found.declaration.members.map((member) => member.value)
    const message = `"${value}" is not in ${enumName}${hintFor(value, members)}`
    return context.fail('rules.unknown-member', message)
  }
  return index
}

/** The checked form of a declared type; numbers must have bounds, or overflow cannot be excluded. */
export function checkedType(
  type: ValueType,
  bounds: Bounds | undefined,
  context: Lowering,
): Checked {
  if (type.kind !== 'number') return type
  const unit = context.scope.units.get(type.unit)
  if (!unit) return unknownName('unit', type.unit, context.scope.units.keys(), context)
  if (!bounds) {
    return context.fail('rules.missing-bounds', `a number in ${type.unit} is used without bounds`)
  }
  return { kind: 'number', unit: type.unit, scale: unit.declaration.scale, ...bounds }
}

/** Restates a number at more decimals; exact, and proved not to overflow. */
export function scaleUp(value: Lowered, scale: number, context: Lowering): Ir {
  if (value.type.kind !== 'number' || value.type.scale === scale) return value.ir
  const factor = 10 ** (scale - value.type.scale)
  safe(value.type.min * factor, value.type.max * factor, context)
  return { t: 'scaleUp', of: value.ir, factor }
}

/** Refuses bounds that leave the exact integers. */
export function safe(min: number, max: number, context: Lowering): Bounds {
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) {
    context.fail(
      'rules.overflow',
      `the value could reach ${min} to ${max}, beyond 2^53-1; narrow the bounds of what it reads`,
    )
  }
  return { min, max }
}

/** The slot of a relation. */
export function relationSlot(name: string, context: Lowering): number {
  const found = context.scope.relations.get(name)
  return found ? found.slot : unknownName('relation', name, context.scope.relations.keys(), context)
}

/** Fails for a name that nothing declares, with the nearest declared names. */
export function unknownName(
  what: string,
  name: string,
  names: Iterable<string>,
  context: Lowering,
): never {
  return context.fail('rules.unknown-name', `there is no ${what} "${name}"${hintFor(name, names)}`)
}
