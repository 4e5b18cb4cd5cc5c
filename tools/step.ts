export interface StepResult {
  ok: boolean
  /** What to do about it; printed only when the step failed. */
  output: string
  /** A few words for the line of the step. */
  note?: string
  /** Tests counted, where the step runs tests. */
  passed?: number
  failed?: number
}

export interface Step {
  name: string
  run: () => Promise<StepResult>
}
