import { ExactTotal } from './exact-total.ts'

/** One definition's quantities: how much there is where it is decided, and where it is not. */
interface Quantity {
  readonly total: ExactTotal
  unknownRows: number
}

/** Rows that came out one way under the baseline and one way under the reform. */
export interface Cell {
  readonly from: number
  readonly to: number
  rows: number
  /** Rows whose value differs within the cell: only where an outcome's values share a category. */
  changedWithin: number
  /** Per measure. */
  readonly quantities: readonly Quantity[]
}

/** Counts rows by how they come out before and after, with quantities. */
export class Matrix {
  readonly #cells = new Map<number, Cell>()
  readonly #categories: number
  readonly #measures: number

  constructor(categories: number, measures: number) {
    this.#categories = categories
    this.#measures = measures
  }

  /** The cell of two categories, made empty when it is first asked for. */
  cell(from: number, to: number): Cell {
    const key = from * this.#categories + to
    const known = this.#cells.get(key)
    if (known) return known
    const quantities = Array.from({ length: this.#measures }, () => ({
      total: new ExactTotal(),
      unknownRows: 0,
    }))
    const cell = { from, to, rows: 0, changedWithin: 0, quantities }
    this.#cells.set(key, cell)
    return cell
  }

  /** The cells with rows in them, by category before and then after. */
  get cells(): readonly Cell[] {
    return [...this.#cells.values()].sort((a, b) => a.from - b.from || a.to - b.to)
  }
}
