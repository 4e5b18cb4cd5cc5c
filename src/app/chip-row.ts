/** What a table of chips says of one of them, with the source of each number. */
export interface ChipRow {
  readonly name: string
  readonly maker: string
  readonly headquartersCountry: string
  readonly year: string | null
  readonly alternativeNames: readonly string[]
  readonly memoryGb: string | null
  readonly memoryType: string
  readonly dieAreaEstimated: boolean | null
  readonly conflict: string
}
