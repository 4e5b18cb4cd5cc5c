import type { Comparison, Rounding } from './ast.ts'

/**
 * The lowered form that every interpretation reads: names resolved to slots, units checked away
 * into exact integer factors, enumerations to member indexes, dates to day numbers. One number per
 * value: booleans 0 false, 1 unknown, 2 true; quantities and days a safe integer or NaN for
 * unknown; members an index or -1; sets a bit mask or -1.
 */
export type Ir =
  | { readonly t: 'constant'; readonly value: number }
  | { readonly t: 'fact' | 'definition' | 'parameter'; readonly slot: number }
  | { readonly t: 'field'; readonly relation: number; readonly slot: number }
  | { readonly t: 'all' | 'any'; readonly of: readonly Ir[] }
  | { readonly t: 'not'; readonly of: Ir }
  | { readonly t: 'compare'; readonly is: Comparison; readonly left: Ir; readonly right: Ir }
  | { readonly t: 'same'; readonly left: Ir; readonly right: Ir }
  | { readonly t: 'memberOf'; readonly value: Ir; readonly members: readonly boolean[] }
  | { readonly t: 'includesAny' | 'includesAll'; readonly set: Ir; readonly mask: number }
  | {
      readonly t: 'lookup'
      readonly key: Ir
      readonly cells: readonly number[]
      readonly unknown: number
      readonly table: string
      readonly column: string
    }
  | { readonly t: 'add' | 'maximum' | 'minimum'; readonly of: readonly Ir[] }
  | { readonly t: 'subtract' | 'multiply'; readonly left: Ir; readonly right: Ir }
  | { readonly t: 'scaleUp'; readonly of: Ir; readonly factor: number }
  | { readonly t: 'divide'; readonly left: Ir; readonly right: Ir; readonly round: Rounding }
  | {
      readonly t: 'anyOver' | 'allOver' | 'countOver'
      readonly relation: number
      readonly where: Ir
    }
  | {
      readonly t: 'sumOver' | 'maxOver'
      readonly relation: number
      readonly where: Ir
      readonly value: Ir
    }
  | {
      readonly t: 'totalAtLeast'
      readonly relation: number
      readonly where: Ir
      readonly value: Ir
      readonly threshold: Ir
      readonly rowBounds: { readonly min: number; readonly max: number }
    }

/** The operations whose value is a quantity, and the aggregates over rows. */
export type QuantityIr = Extract<
  Ir,
  {
    t:
      | 'add'
      | 'maximum'
      | 'minimum'
      | 'subtract'
      | 'multiply'
      | 'scaleUp'
      | 'divide'
      | 'anyOver'
      | 'allOver'
      | 'countOver'
      | 'sumOver'
      | 'maxOver'
      | 'totalAtLeast'
  }
>

export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 2

/** The marker of an unknown value of a kind. */
export function unknownOf(kind: 'bool' | 'number' | 'date' | 'enum' | 'set'): number {
  if (kind === 'bool') return UNKNOWN
  return kind === 'enum' || kind === 'set' ? -1 : Number.NaN
}

/** Whether a stored number is the unknown marker of its kind. */
export function isUnknown(
  kind: 'bool' | 'number' | 'date' | 'enum' | 'set',
  value: number,
): boolean {
  if (kind === 'bool') return value === UNKNOWN
  return kind === 'enum' || kind === 'set' ? value === -1 : Number.isNaN(value)
}
