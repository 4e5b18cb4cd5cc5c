const millisecondsPerDay = 86_400_000
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * The day number (days since 1970-01-01) of an ISO calendar date `YYYY-MM-DD`, or undefined when
 * the text is not a date that exists (2025-02-30 is refused, never rolled over).
 */
export function dayFromIso(text: string): number | undefined {
  const match = isoDay.exec(text)
  if (!match) return undefined
  const milliseconds = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  const day = milliseconds / millisecondsPerDay
  return isoFromDay(day) === text ? day : undefined
}

/** The ISO date of a day number. */
export function isoFromDay(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Whether an ISO day lies in an interval in force: from its first day to the day before `to`. */
export const isInForce = (
  { from, to }: { readonly from: string; readonly to?: string },
  day: string,
): boolean => from <= day && (to === undefined || to > day)
