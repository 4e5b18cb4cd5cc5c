import { createContext, use } from 'react'

/** What the pages know of the world outside: passed in once, where the pages start. */
interface Environment {
  /** The present day in UTC, YYYY-MM-DD. */
  readonly today: string
}

export const EnvironmentContext = createContext<Environment | undefined>(undefined)

/** Today in UTC, as the page started. */
export function useToday(): string {
  const environment = use(EnvironmentContext)
  if (!environment) throw new Error('a page is rendered outside of EnvironmentContext')
  return environment.today
}
