import type { Problem } from '../app/outcome.ts'
import { meaningOf } from '../app/codes.ts'

/** RFC 9457: a refusal as HTTP says it. Nothing of the program's inside is in it. */
export function problemResponse(
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = meaningOf(problem.code)
  const { code, detail, ...more } = problem
  const type = `urn:proviso:problem:${code}`
  return new Response(JSON.stringify({ type, title, status, code, detail, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
}
