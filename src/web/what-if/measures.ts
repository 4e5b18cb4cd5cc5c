import type { ComparedCell, PopulationComparison } from '#rules'
import { groupDigits } from '../words/numbers.ts'

/** What a result is counted in: cases, or one of the program's quantities by position. */
export type Measure = 'cases' | number

/** How much of a measure lies in a cell, as a number for drawing; quantities may be rounded. */
export function weightOf({ rows, quantities }: ComparedCell, measure: Measure): number {
  if (measure === 'cases') return rows
  return Number(quantities[measure]?.total ?? 0)
}

/** The same for a table: exact for cases, short for quantities; + where some is not known. */
export function weightText(cell: ComparedCell, measure: Measure): string {
  if (measure === 'cases') return groupDigits(String(weightOf(cell, measure)))
  const { total = '0', unknownRows = 0 } = cell.quantities[measure] ?? {}
  return `${compact(Number(total))}${unknownRows > 0 ? '+' : ''}`
}

/** A number as people say it: 1,234; 56.7K; 1.2B. */
export const compact = (value: number): string =>
  Math.abs(value) < 10_000
    ? groupDigits(String(Math.round(value * 100) / 100))
    : new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(
        value,
      )

/** The measures of a comparison with their names. */
export function measuresOf({ measures }: PopulationComparison): readonly {
  readonly measure: Measure
  readonly title: string
  readonly unit: string
}[] {
  return [
    { measure: 'cases', title: 'Cases', unit: 'cases' },
    ...measures.map(({ title, unit }, index) => ({ measure: index, title, unit })),
  ]
}
