/** A refusal of the server as RFC 9457 problem details, or its absence, in plain words. */
export class ServerProblem extends Error {
  readonly code: string
  readonly status: number
  readonly problems: readonly { readonly field: string; readonly message: string }[]

  constructor(
    code: string,
    status: number,
    detail: string,
    problems: ServerProblem['problems'] = [],
  ) {
    super(detail)
    this.code = code
    this.status = status
    this.problems = problems
  }
}

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** The capability key of a case. */
  readonly key?: string | undefined
  /** The same key for the same wish: sending it twice does it once. */
  readonly idempotencyKey?: string
}
type Send = (path: string, init: RequestInit) => Promise<Response>

/** Asks the server for JSON. Everything that goes wrong is thrown as a ServerProblem. */
export async function ask<Answer>(
  path: string,
  request: Request = {},
  send: Send = (to, init) => fetch(to, init),
): Promise<Answer> {
  const { method = 'GET', body, key, idempotencyKey } = request
  const headers = {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await reach(send, path, { method, headers, ...sent })
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const answer: unknown = isJson ? await response.json() : undefined
  if (response.ok && isJson) return answer as Answer
  if (response.ok && response.status === 204) return undefined as Answer
  throw problemOf(response.status, answer)
}

async function reach(send: Send, path: string, init: RequestInit): Promise<Response> {
  try {
    return await send(path, init)
  } catch {
    throw new ServerProblem(
      'web.no-server',
      0,
      'The server cannot be reached. What you entered is still in this browser tab; try again.',
    )
  }
}

function problemOf(status: number, answer: unknown): ServerProblem {
  const { code, detail, problems } = (answer ?? {}) as {
    readonly code?: unknown
    readonly detail?: unknown
    readonly problems?: unknown
  }
  const words =
    typeof detail === 'string' ? sentence(detail) : 'This server does not offer that (yet).'
  const found = Array.isArray(problems) ? (problems as ServerProblem['problems']) : []
  return new ServerProblem(typeof code === 'string' ? code : 'web.unexpected', status, words, found)
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(first) ? first : `${first}.`
}

/** A path with its query; members without a value are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`
}
