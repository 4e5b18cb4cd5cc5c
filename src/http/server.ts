import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { identify } from '../app/access/identify.ts'
import type { Context } from '../app/context.ts'
import { operations } from '../app/operations/all.ts'
import { invoke } from '../app/operation.ts'
import { refused } from '../app/outcome.ts'
import type { Bound } from './bound.ts'
import { boundOf, routerPath } from './bound.ts'
import type { Env } from './door.ts'
import type { WriteRules } from './door.ts'
import { logged, protectiveHeaders, refuseOtherOrigin, refuseRush } from './door.ts'
import type { Log } from './log.ts'
import { openApi } from './openapi.ts'
import type { Pages } from './pages.ts'
import { problemResponse } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { requestInput } from './request-input.ts'
import type { Route } from './routes.ts'
import { answerSignIn, credentialsOf, forgetSession } from './session.ts'

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
    server.on(each.route.method, routerPath(each.route), (c) => carryOut(c, each, context, rules))
  }
  server.get('/sign-in', (c) => refuseRush(c, rules) ?? answerSignIn(c, context, publicOrigin))
  const document = JSON.stringify(openApi(bound, context.version, publicOrigin))
  server.get('/api/openapi.json', (c) =>
    c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  for (const path of new Set(bound.map(({ route }) => routerPath(route)))) {
    const methods = bound.filter(({ route }) => routerPath(route) === path)
    server.all(path, (c) => wrongMethod(c, methods))
  }
}

async function carryOut(
  c: HonoContext<Env>,
  bound: Bound,
  context: Context,
  rules: WriteRules,
): Promise<Response> {
  const { operation, route, identifies } = bound
  const credentials = identifies ? credentialsOf(c, rules.publicOrigin) : {}
  if (operation.effect === 'write') {
    const refusal = refuseOtherOrigin(c, credentials, rules) ?? refuseRush(c, rules)
    if (refusal) return refusal
  }
  const caller = await identify(context, credentials)
  if (!caller.ok) return problemResponse(caller)
  const input = await requestInput(c.req, bound)
  if (!input.ok) return problemResponse(input)
  const outcome = await invoke(operation, { ...context, caller: caller.value }, input.value)
  if (!outcome.ok) return problemResponse(outcome)
  if (operation.name === 'sign-out') forgetSession(c, rules.publicOrigin)
  return answer(c, outcome.value, route)
}

function answer(c: HonoContext, value: unknown, { status = 200, text }: Route): Response {
  c.header('cache-control', 'no-store')
  if (text === undefined) return c.json(value, status)
  const plain = (value as Readonly<Record<string, unknown>>)[text]
  return c.text(String(plain), status)
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
