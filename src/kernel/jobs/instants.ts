/** The instant so many milliseconds after another, ISO 8601 in UTC. */
export const instantAfter = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()
