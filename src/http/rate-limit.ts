/** Counts per key within windows of one minute. Kept in memory: one limit per server process. */
export interface RateLimit {
  /** Seconds to wait, or 0 when this one is admitted. */
  readonly take: (key: string, nowMilliseconds: number) => number
}

const windowMilliseconds = 60_000
const keysMax = 10_000

/** A limit of so many per minute and key. */
export function rateLimit(perMinute: number): RateLimit {
  let window = -1
  let counts = new Map<string, number>()
  return {
    take(key, nowMilliseconds) {
      const current = Math.floor(nowMilliseconds / windowMilliseconds)
      // Forgetting all at once keeps memory bounded, whatever addresses are made up.
      if (current !== window || counts.size > keysMax) counts = new Map()
      window = current
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count <= perMinute) return 0
      return Math.ceil(((current + 1) * windowMilliseconds - nowMilliseconds) / 1000)
    },
  }
}
