import type { FactProblem } from '../interpret/problem.ts'
import { encodeCase } from '../interpret/encode.ts'
import type { Bounds, ValueType } from '../rules/ast.ts'
import { scaledInteger } from '../rules/decimal.ts'
import { isUnknown, TRUE } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { LongCell, lettersMax, plainCell } from './plain-cell.ts'
import type { RawColumn } from './source.ts'
import { scaledText } from './whole-numbers.ts'

/** Tells that a cell cannot be read; its row goes no further. */
export type Report = (index: number, problems: readonly FactProblem[]) => void

/** Reads the cells of one fact into values in the encoding of columns; NaN where it is not known. */
export type CellReader = (
  column: RawColumn,
  count: number,
  into: Float64Array,
  report: Report,
) => void

interface Declared {
  readonly name: string
  readonly type: ValueType
  readonly bounds?: Bounds
}

/** So many spellings are remembered per column. */
const spellingsMax = 4096
type Outcome = number | readonly FactProblem[]

/**
 * A reader of one fact's cells. What a value means, and what is wrong with it, is what `encodeCase`
 * says; the short ways around it are for values that are plainly right.
 */
export function cellReader(rules: RuleSet, declared: Declared): CellReader {
  const { name, type } = declared
  const look = (cell: unknown): Outcome => {
    const value = plainCell(cell, type.kind)
    if (value instanceof LongCell) return [tooLong(name, value)]
    if (value === undefined || value === null) return Number.NaN
    const result = encodeCase(rules, { [name]: value })
    if (!result.ok) return result.problems
    const slot = rules.scope.facts.get(name)?.slot ?? -1
    const encoded = result.encoded.facts[slot] ?? Number.NaN
    if (isUnknown(type.kind, encoded)) return Number.NaN
    return type.kind === 'bool' ? encoded / TRUE : encoded
  }
  const spellings = new Map<string, Outcome>()
  const lookUp = (text: string): Outcome => {
    const known = spellings.get(text)
    if (known !== undefined) return known
    const outcome = look(text)
    if (spellings.size < spellingsMax && text.length <= lettersMax) spellings.set(text, outcome)
    return outcome
  }
  const short = shortWay(rules, declared)
  return (column, count, into, report) => {
    const { cells, decimalScale } = column
    for (let index = 0; index < count; index++) {
      const cell = cells[index]
      const outcome =
        cell === undefined || cell === null
          ? Number.NaN
          : (short(cell, decimalScale) ?? (typeof cell === 'string' ? lookUp(cell) : undefined))
      if (typeof outcome === 'number') into[index] = outcome
      else settle(index, outcome ?? look(exactText(cell, decimalScale)), into, report)
    }
  }
}

function settle(index: number, outcome: Outcome, into: Float64Array, report: Report): void {
  into[index] = Number.NaN
  if (typeof outcome === 'number') into[index] = outcome
  else report(index, outcome)
}

export const tooLong = (name: string, { letters }: LongCell): FactProblem => ({
  code: 'input.wrong-type',
  field: name,
  message: `${name} is a text of ${letters} characters; values have at most ${lettersMax}`,
  example: null,
})

/** A cell that is stored as a whole number as the decimal that it stands for. */
const exactText = (cell: unknown, decimalScale: number | undefined): unknown =>
  decimalScale !== undefined && (typeof cell === 'number' || typeof cell === 'bigint')
    ? scaledText(cell, decimalScale)
    : cell

/** The value of a cell that is plainly right, or undefined where it takes a closer look. */
type ShortWay = (cell: unknown, decimalScale: number | undefined) => number | undefined

function shortWay(rules: RuleSet, { type, bounds }: Declared): ShortWay {
  if (type.kind === 'bool') {
    return (cell) => (cell === true ? 1 : cell === false ? 0 : undefined)
  }
  if (type.kind === 'set') {
    return (cell) => (Array.isArray(cell) && cell.length === 0 ? 0 : undefined)
  }
  if (type.kind !== 'number') return () => undefined
  const scale = rules.scope.units.get(type.unit)?.declaration.scale ?? 0
  const { min, max } = bounds ?? { min: -Infinity, max: Infinity }
  const fitting = (value: number | undefined): number | undefined =>
    value !== undefined && Number.isSafeInteger(value) && value >= min && value <= max
      ? value + 0
      : undefined
  return (cell, decimalScale) => {
    if (decimalScale === undefined) {
      return typeof cell === 'number' ? fitting(scaledInteger(cell, scale)) : undefined
    }
    const whole = typeof cell === 'bigint' ? Number(cell) : cell
    if (typeof whole !== 'number' || !Number.isSafeInteger(whole)) return undefined
    if (decimalScale <= scale) return fitting(whole * 10 ** (scale - decimalScale))
    const factor = 10 ** (decimalScale - scale)
    return whole % factor === 0 ? fitting(whole / factor) : undefined
  }
}
