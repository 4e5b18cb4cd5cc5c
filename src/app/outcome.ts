/** One thing wrong with an input: where, why, and what would be right. */
export interface InputProblem {
  readonly code: string
  readonly field: string
  readonly message: string
  readonly example: unknown
}

/** Why an operation was refused. `detail` is a sentence for a person; `code` is for programs. */
export interface Problem {
  readonly code: string
  readonly detail: string
  readonly field?: string
  readonly example?: unknown
  readonly problems?: readonly InputProblem[]
}

/** What an operation gives: a value, or the reason why not. Nothing expected is ever thrown. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

/** A refusal with one reason. */
export function refused(
  code: string,
  detail: string,
  more: Omit<Problem, 'code' | 'detail'> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, detail, ...more } }
}

/** A refusal for everything wrong with an input at once; the first problem leads. */
export function refusedInput(problems: readonly InputProblem[]): {
  readonly ok: false
  readonly problem: Problem
} {
  const [first] = problems
  if (!first) throw new RangeError('an input without problems cannot be refused for them')
  const { code, field, message, example } = first
  const rest = problems.length - 1
  const detail = rest === 0 ? message : `${message} (and ${rest} more: see "problems")`
  return refused(code, detail, { field, example, problems })
}
