import type { Context as HonoContext } from 'hono'
import { parseJson } from '../app/document-text.ts'
import type { Outcome } from '../app/outcome.ts'
import { done, refused } from '../app/outcome.ts'
import type { Bound } from './bound.ts'
import { pathMembers } from './routes.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * The input of an operation from a request: path, query (GET and DELETE) or JSON body, and named
 * headers. A member stated twice, a body that is not JSON and a wrong content type are refused.
 */
export async function requestInput(
  request: HonoContext['req'],
  { operation: { example }, route, integers }: Bound,
): Promise<Outcome<Members>> {
  const hasBody = route.method === 'POST' || route.method === 'PUT'
  const stated = hasBody ? await bodyMembers(request, example) : queryMembers(request, integers)
  if (!stated.ok) return stated
  const members: Record<string, unknown> = { ...stated.value }
  for (const name of pathMembers(route)) {
    if (name in members) {
      const detail = `"${name}" is stated in the address; leave it out of the ${hasBody ? 'body' : 'query'}`
      return refused('input.unknown-member', detail, { field: name, example })
    }
    members[name] = textValue(request.param(name) ?? '', integers.has(name))
  }
  for (const [header, name] of Object.entries(route.headers ?? {})) {
    const value = request.header(header)
    if (value !== undefined) members[name] = value
  }
  return done(members)
}

function queryMembers(
  request: HonoContext['req'],
  integers: ReadonlySet<string>,
): Outcome<Members> {
  const members: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(request.queries())) {
    if (values.length > 1) {
      const detail = `"${name}" is stated ${values.length} times in the query; state it once`
      return refused('input.contradiction', detail, { field: name, example: values[0] })
    }
    members[name] = textValue(values[0] ?? '', integers.has(name))
  }
  return done(members)
}

async function bodyMembers(
  request: HonoContext['req'],
  example: unknown,
): Promise<Outcome<Members>> {
  const text = await request.text()
  if (text === '') return done({})
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json') {
    const stated = type === '' ? 'none is stated' : `not ${type}`
    return refused('input.unsupported-type', `send application/json; ${stated}`, {
      field: 'content-type',
      example: 'application/json',
    })
  }
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const { line, column, reason } = parsed.fault
    const detail = `the body is not JSON at line ${line}, column ${column}: ${reason}`
    return refused('input.malformed', detail, { field: 'body', example })
  }
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('input.wrong-type', 'the body must be a JSON object', { field: 'body', example })
  }
  return done(value as Members)
}

const integerText = /^-?\d{1,15}$/
const textValue = (text: string, isInteger: boolean): string | number =>
  isInteger && integerText.test(text) ? Number(text) : text
