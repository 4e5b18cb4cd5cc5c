/** One thing wrong with a case: the field, the reason, and an example of what would be right. */
export interface FactProblem {
  readonly code:
    | 'input.unknown-fact'
    | 'input.wrong-type'
    | 'input.unknown-member'
    | 'input.out-of-bounds'
    | 'input.too-precise'
    | 'input.contradiction'
    | 'input.too-many-rows'
    | 'input.unknown-parameter'
  readonly field: string
  readonly message: string
  readonly example: unknown
}
