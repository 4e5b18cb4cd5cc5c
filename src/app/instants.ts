const hour = 3_600_000

/** The instant so many hours after another, both ISO 8601 in UTC. */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * hour).toISOString()
