/** One line of the server's log. Never a body, a query, a key or a cookie. */
export interface LogEntry {
  readonly time: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  /** The message of a fault inside; clients never see it. */
  readonly fault?: string
}
export type Log = (entry: LogEntry) => void
