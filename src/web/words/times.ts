/** An ISO instant as a day and a minute in UTC: "2026-11-23 14:05 UTC". Other text is unchanged. */
export function timeWords(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(instant)
  return match ? `${match[1]} ${match[2]} UTC` : instant
}
