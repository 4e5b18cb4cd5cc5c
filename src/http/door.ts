import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Credentials } from '../app/access/identify.ts'
import { refused } from '../app/outcome.ts'
import type { Log } from './log.ts'
import { checkOrigin } from './origin.ts'
import { problemResponse } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'

/** What one request carries from step to step besides itself. */
export interface Env {
  readonly Variables: {
    /** What failed inside, for the log only. */
    fault?: string
  }
}

/** Headers that keep pages to their own code, and strangers from framing them. */
export const protectiveHeaders = (publicOrigin: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Charts set their own style elements; scripts never come from a page's text.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: publicOrigin.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
  })

/** One log line per answered API request and per fault: method, path, status, time. */
export function logged(log: Log | undefined, clock: () => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = clock()
    await next()
    const fault = c.get('fault')
    const { method, path } = c.req
    if (!log || (fault === undefined && !path.startsWith('/api/'))) return
    const milliseconds = Date.parse(clock()) - Date.parse(start)
    const entry = { time: start, method, path, status: c.res.status, milliseconds }
    log(fault === undefined ? entry : { ...entry, fault })
  }
}

/** What changes are held against. */
export interface WriteRules {
  readonly publicOrigin: string
  readonly trustProxy: boolean
  readonly limit: RateLimit
  readonly clock: () => string
}

/** Why a request from another site's page must not change anything. */
export function refuseOtherOrigin(
  c: Context,
  { session }: Credentials,
  { publicOrigin }: WriteRules,
): Response | undefined {
  const origin = c.req.header('origin')
  const host = c.req.header('host')
  const from = checkOrigin({ origin, host, publicOrigin, hasSession: session !== undefined })
  return from.ok ? undefined : problemResponse(from)
}

/** Why an address that sends too many changes has to wait. */
export function refuseRush(
  c: Context,
  { trustProxy, limit, clock }: WriteRules,
): Response | undefined {
  const seconds = limit.take(addressOf(c, trustProxy), Date.parse(clock()))
  if (seconds === 0) return undefined
  const message = `too many changes from this address; try again in ${seconds} seconds`
  return problemResponse(refused('access.rate-limited', message), {
    'retry-after': String(seconds),
  })
}

function addressOf(c: Context, trustProxy: boolean): string {
  const stated = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (stated !== undefined) return stated
  // Requests that tests hand over directly come from no network.
  return c.env === undefined || !('incoming' in (c.env as object))
    ? 'direct'
    : (getConnInfo(c).remote.address ?? 'unknown')
}
