import type { Refusal } from './outcome.ts'
import { meaningOf } from './outcome.ts'

/** A problem as JSON: RFC 9457 members, then the code, the field and a valid example. */
export function problemDocument(refusal: Refusal): Readonly<Record<string, unknown>> {
  const { code, message, field, example, problems } = refusal
  const { status, meaning } = meaningOf(code)
  const each = problems?.map((problem) => ({
    code: problem.code,
    field: problem.field ?? '',
    message: problem.message,
    example: problem.example ?? null,
  }))
  return {
    type: `urn:proviso:problem:${code}`,
    title: meaning,
    status,
    code,
    detail: message,
    ...(field === undefined ? {} : { field }),
    ...(example === undefined ? {} : { example }),
    ...(each === undefined ? {} : { problems: each }),
  }
}
