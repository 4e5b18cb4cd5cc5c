import type { Equivalent, ParameterDeclaration, Program } from '#rules'
import { decimalText, scaledInteger } from '#rules'

/** A number of the law that can be moved: its limits, and what people count it in. */
export interface Amount {
  readonly name: string
  readonly title: string
  readonly why: string
  readonly unit: string
  readonly scale: number
  /** Scaled integers. */
  readonly least: number
  readonly most: number
  /** One of what people count in, as a scaled integer, with its name. */
  readonly each?: { readonly size: number; readonly title: string }
}

/** How a numeric parameter is moved; undefined for parameters that are no numbers. */
export function amountOf(
  { rules, analysis }: Program,
  declaration: ParameterDeclaration,
): Amount | undefined {
  const { name, title, why, type, bounds } = declaration
  if (type.kind !== 'number') return undefined
  const scale = rules.scope.units.get(type.unit)?.declaration.scale ?? 0
  const range = analysis?.ranges[name]
  const scaled = (text: string | undefined, otherwise: number): number =>
    (text === undefined ? undefined : scaledInteger(text, scale)) ?? otherwise
  const least = scaled(range?.least, bounds?.min ?? 0)
  const most = scaled(range?.most, bounds?.max ?? 10 ** scale * 1000)
  const each = eachOf(analysis?.equivalents ?? [], type.unit, scale, most)
  return { name, title, why, unit: type.unit, scale, least, most, ...(each ? { each } : {}) }
}

function eachOf(all: readonly Equivalent[], unit: string, scale: number, most: number) {
  const found = all.find((one) => one.unit === unit)
  const size = found && scaledInteger(found.amount, scale)
  // Counting in something larger than the slider is long says nothing.
  if (!found || size === undefined || size * 10 > most) return undefined
  return { size, title: found.title }
}

/** The slider's own steps: whole things where they are counted, else some 500 steps. */
export function stepOf({ least, most, each, scale }: Amount): number {
  if (each) return each.size
  const one = 10 ** scale
  const step = Math.max(1, Math.round((most - least) / 500))
  return step > one ? Math.round(step / one) * one : step
}

/** How many whole things an amount is worth. */
export const countOf = ({ size }: { readonly size: number }, scaled: number): number =>
  Math.floor(scaled / size)

/** An amount as decimal text of its unit. */
export const textOf = ({ scale }: Amount, scaled: number): string => decimalText(scaled, scale)
