import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Context } from '../app/context.ts'
import { operations } from '../app/operations/index.ts'
import { invoke } from '../app/operation.ts'
import { refused } from '../app/outcome.ts'
import type { Bound } from './bound.ts'
import { boundOf, routerPath } from './bound.ts'
import type { Env } from './door.ts'
import { logged, protectiveHeaders, refuseWrite } from './door.ts'
import type { Log } from './log.ts'
import { openApi } from './openapi.ts'
import type { Pages } from './pages.ts'
import { problemResponse } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { requestInput } from './request-input.ts'
import type { Route } from './routes.ts'

export interface ServerOptions {
  readonly context: Context
  /** Where clients reach this server: `https://permits.example.gov`. */
  readonly publicOrigin: string
  /** The built pages; without them only the API is served. */
  readonly pages?: Pages | undefined
  readonly log?: Log
  /** Changes admitted per minute and address. */
  readonly writesPerMinute?: number
  /** Whether a proxy in front states the address of the client; never believe it otherwise. */
  readonly trustProxy?: boolean
}

const bodyBytesMax = 1_000_000

/** The HTTP server of the operations: routes, documentation, pages, and the rules of the door. */
export function createServer(options: ServerOptions): Hono<Env> {
  const { context, publicOrigin, pages } = options
  const server = new Hono<Env>()
  server.use(logged(options.log, context.clock))
  server.use(protectiveHeaders(publicOrigin))
  server.use('/api/*', compress({ threshold: 2000 }))
  server.use('/api/*', bodyLimit({ maxSize: bodyBytesMax, onError: tooLarge }))
  addOperations(server, options)
  server.all('/api/*', unknownRoute)
  server.get('*', (c) => {
    const acceptEncoding = c.req.header('accept-encoding') ?? ''
    const asked = { acceptEncoding, ifNoneMatch: c.req.header('if-none-match') }
    return pages?.respond(c.req.path, asked) ?? unknownRoute(c)
  })
  server.notFound(unknownRoute)
  server.onError((error, c) => {
    c.set('fault', error.stack ?? error.message)
    const detail = 'carrying out the request failed inside; nothing of it was stored'
    return problemResponse(refused('service.fault', detail))
  })
  return server
}

function addOperations(server: Hono<Env>, options: ServerOptions): void {
  const { context, publicOrigin, trustProxy = false, writesPerMinute = 300 } = options
  const bound = boundOf(operations)
  const limit = rateLimit(writesPerMinute)
  const rules = { publicOrigin, trustProxy, limit, clock: context.clock }
  for (const each of bound) {
    const { operation, route } = each
    server.on(route.method, routerPath(route), async (c) => {
      const refusal = operation.effect === 'write' ? refuseWrite(c, false, rules) : undefined
      return refusal ?? carryOut(c, each, context)
    })
  }
  const document = JSON.stringify(openApi(bound, context.version, publicOrigin))
  server.get('/api/openapi.json', (c) =>
    c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  for (const path of new Set(bound.map(({ route }) => routerPath(route)))) {
    const methods = bound.filter(({ route }) => routerPath(route) === path)
    server.all(path, (c) => wrongMethod(c, methods))
  }
}

async function carryOut(c: HonoContext<Env>, bound: Bound, context: Context) {
  const { operation, route } = bound
  const input = await requestInput(c.req, bound)
  if (!input.ok) return problemResponse(input)
  const outcome = await invoke(operation, context, input.value)
  return outcome.ok ? answer(outcome.value, route) : problemResponse(outcome)
}

function answer(value: unknown, { status: stated, text }: Route): Response {
  const status = stated ?? 200
  const headers = { 'cache-control': 'no-store' }
  if (text === undefined) return Response.json(value, { status, headers })
  const plain = (value as Readonly<Record<string, unknown>>)[text]
  return new Response(String(plain), {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  })
}

function tooLarge(): Response {
  const detail = `the body is larger than ${bodyBytesMax} bytes; a case needs a few thousand`
  return problemResponse(refused('input.too-large', detail, { field: 'body' }))
}

function wrongMethod(c: HonoContext, bound: readonly Bound[]): Response {
  const allow = bound.map(({ route }) => route.method).join(', ')
  const detail = `${c.req.path} takes ${allow}, not ${c.req.method}`
  const problem = refused('route.method-not-allowed', detail, { example: allow })
  return problemResponse(problem, { allow })
}

function unknownRoute(c: HonoContext): Response {
  const detail = `there is nothing at ${c.req.path}; /api/openapi.json lists what there is`
  return problemResponse(refused('route.not-found', detail))
}
