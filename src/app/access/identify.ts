import { findApiKey, findSession } from '#kernel'
import type { Caller } from '../caller.ts'
import { anyone } from '../caller.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'

/** What a request brings to say who sends it. */
export interface Credentials {
  readonly bearer?: string | undefined
  readonly session?: string | undefined
}

/** API keys say what they are; every other bearer token is the key of a case. */
const apiKey = /^prv_[0-9a-f]{8}_[0-9a-f]{64}$/

/**
 * Who calls. A key that opens nothing is refused, so that its holder learns of it; a session that
 * has ended is no session. A bearer token that is no API key is kept as the key of a case.
 */
export async function identify(
  { deployment, clock }: Context,
  { bearer, session }: Credentials,
): Promise<Outcome<Caller>> {
  if (!deployment || (bearer === undefined && session === undefined)) return done(anyone)
  const now = clock()
  if (bearer !== undefined && apiKey.test(bearer)) {
    const found = await findApiKey(deployment.store, { secret: bearer, now })
    return found.ok ? done({ role: found.role, name: found.name }) : found
  }
  const known =
    session === undefined
      ? undefined
      : await findSession(deployment.store, { secret: session, now })
  return done({
    ...(known?.ok === true ? { role: known.role, name: known.name, session } : anyone),
    ...(bearer === undefined ? {} : { caseKey: bearer }),
  })
}
