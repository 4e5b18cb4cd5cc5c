import type { Code, CodeMeaning, Refusal as KernelRefusal } from '../kernel/errors.ts'
import { catalogue } from '../kernel/errors.ts'

/** What only the doors of the application can find wrong. */
const own = {
  'input.missing': { meaning: 'Something that is needed is missing', status: 400 },
  'input.no-file': { meaning: 'The file cannot be read', status: 400 },
} as const

export type RefusalCode = Code | keyof typeof own

/** An expected outcome that is not what was asked for. The kernel's refusals are such refusals. */
export interface Refusal extends Omit<KernelRefusal, 'code' | 'problems'> {
  readonly code: RefusalCode
  /** Each thing wrong by itself, when there are several. */
  readonly problems?: readonly Refusal[]
}

/** What an operation gives: a value, or the reason why not. Nothing expected is ever thrown. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Refusal

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

/** A refusal with one reason. */
export const refused = (
  code: RefusalCode,
  message: string,
  more: Pick<Refusal, 'field' | 'example' | 'problems'> = {},
): Refusal => ({ ok: false, code, message, ...more })

/** One thing wrong with an input: where, why, and what would be right. */
export interface InputProblem {
  readonly code: RefusalCode
  readonly field: string
  readonly message: string
  readonly example: unknown
}

/** A refusal for everything wrong with an input at once; the first problem leads. */
export function refusedInput(problems: readonly InputProblem[]): Refusal {
  const [first] = problems
  if (!first) throw new RangeError('an input without problems cannot be refused for them')
  const { code, field, message, example } = first
  if (problems.length === 1) return refused(code, message, { field, example })
  const rest = `${message} (and ${problems.length - 1} more: see "problems")`
  const each = problems.map((problem) => refused(problem.code, problem.message, problem))
  return refused(code, rest, { field, example, problems: each })
}

/** What a code means on every surface. */
export const meaningOf = (code: RefusalCode): Pick<CodeMeaning, 'meaning' | 'status'> =>
  code in own ? own[code as keyof typeof own] : catalogue[code as Code]
