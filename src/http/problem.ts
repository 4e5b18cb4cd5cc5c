import type { Refusal } from '../app/outcome.ts'
import { meaningOf } from '../app/outcome.ts'
import { problemDocument } from '../app/problem.ts'

/** RFC 9457: a refusal as HTTP says it. Nothing of the program's inside is in it. */
export function problemResponse(
  refusal: Refusal,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(problemDocument(refusal)), {
    status: meaningOf(refusal.code).status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
}
