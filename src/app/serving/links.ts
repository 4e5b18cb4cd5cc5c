import { createAdministratorLink, hasAdministratorLink, lapseExpired } from '#kernel'
import type { Deployment } from '../context.ts'
import { hoursAfter } from '../instants.ts'

const linkHours = 24
const lapsedMax = 500

/** A link that signs one administrator in, once, within a day. */
export async function administratorLink(
  { store, random, publicOrigin }: Deployment,
  now: string,
): Promise<string> {
  const secret = random(32)
  await createAdministratorLink(store, { secret, now, expiresAt: hoursAfter(now, linkHours) })
  return `${publicOrigin}/sign-in?token=${secret}`
}

/** The link of the very first start; undefined at every later one. */
export async function firstLink(deployment: Deployment, now: string): Promise<string | undefined> {
  if (await hasAdministratorLink(deployment.store)) return undefined
  return administratorLink(deployment, now)
}

/** Gives back every reservation whose time is over; returns how many. */
export async function lapseReservations({ store }: Deployment, now: string): Promise<number> {
  let lapsed = 0
  for (;;) {
    const made = await store.transaction((tx) => lapseExpired(tx, now, lapsedMax))
    lapsed += made.length
    if (made.length < lapsedMax) return lapsed
  }
}
