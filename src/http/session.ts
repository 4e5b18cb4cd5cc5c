import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Credentials } from '../app/access/identify.ts'
import type { Context } from '../app/context.ts'
import { invoke } from '../app/operation.ts'
import { signInOperation } from '../app/operations/access.ts'
import { meaningOf, refused } from '../app/outcome.ts'
import { problemResponse } from './problem.ts'

/** Over https the browser itself keeps the cookie to this host, path and scheme. */
export const sessionCookie = (publicOrigin: string): string =>
  publicOrigin.startsWith('https:') ? '__Host-proviso' : 'proviso'

const attributes = (publicOrigin: string) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: publicOrigin.startsWith('https:'),
})

/** What a request brings to say who sends it. */
export function credentialsOf(c: HonoContext, publicOrigin: string): Credentials {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  return { bearer, session: getCookie(c, sessionCookie(publicOrigin)) }
}

/** Takes the session's cookie back. */
export function forgetSession(c: HonoContext, publicOrigin: string): void {
  const { path, secure } = attributes(publicOrigin)
  deleteCookie(c, sessionCookie(publicOrigin), { path, secure })
}

/** Turns a one-time link into a session and sends the browser to the officers' pages. */
export async function answerSignIn(c: HonoContext, context: Context, publicOrigin: string) {
  // Whoever previews a link asks with HEAD: that must not use it up.
  if (c.req.method !== 'GET') {
    return problemResponse(refused('route.method-not-allowed', '/sign-in takes GET'), {
      allow: 'GET',
    })
  }
  const signedIn = await invoke(signInOperation, context, c.req.query())
  if (!signedIn.ok) {
    const text = `Not signed in: ${signedIn.message}.\n`
    return c.text(text, meaningOf(signedIn.code).status === 401 ? 401 : 400)
  }
  const { secret, expiresAt } = signedIn.value
  const expires = new Date(expiresAt)
  setCookie(c, sessionCookie(publicOrigin), secret, { ...attributes(publicOrigin), expires })
  return c.redirect('/officer', 303)
}
