import type { Outcome } from '../app/outcome.ts'
import { done, refused } from '../app/outcome.ts'

interface Asked {
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly publicOrigin: string
  /** Whether the browser vouches for the caller with a cookie. */
  readonly hasSession: boolean
}

/**
 * Whether a request that changes something comes from these pages. Browsers state the origin of
 * every such request; without one only callers that bring their own key are admitted.
 */
export function checkOrigin({ origin, host, publicOrigin, hasSession }: Asked): Outcome<true> {
  if (origin === undefined) return hasSession ? fromElsewhere('none', publicOrigin) : done(true)
  if (origin === publicOrigin || (host !== undefined && hostOf(origin) === host)) return done(true)
  return fromElsewhere(origin, publicOrigin)
}

function fromElsewhere(origin: string, publicOrigin: string) {
  const detail = `changes are accepted from the pages of this server only, not from ${origin}`
  return refused('access.forbidden', detail, { field: 'origin', example: publicOrigin })
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
