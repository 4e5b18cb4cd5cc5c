import type { Mode } from '../view.ts'

/** How comparisons over a program's populations are weighed, cut and opened. */
export interface Analysis {
  /** Numeric definitions summed over cases, such as chips. */
  readonly measures: readonly string[]
  /** Facts of enumerations by which cases that change are told apart. */
  readonly dimensions: readonly string[]
  /** The comparison that a reader meets first. */
  readonly opening: {
    readonly baseline: Mode
    readonly reform: Mode
    readonly parameters: Readonly<Record<string, string>>
  }
  /** Parameters worth a slider, with the least and the most that it offers, as decimal text. */
  readonly ranges: Readonly<Record<string, { readonly least: string; readonly most: string }>>
  /** Amounts that people count in: one chip of so many TPP. */
  readonly equivalents: readonly Equivalent[]
}

/** One of something as an exact amount of a unit. */
export interface Equivalent {
  readonly unit: string
  readonly amount: string
  readonly title: string
}
