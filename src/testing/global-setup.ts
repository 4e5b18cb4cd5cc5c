import type { TestProject } from 'vitest/node'
import { startDatabaseService } from './database-service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests ask for databases. */
    databaseService: string
  }
}

/** Offers databases to all tests of the run; what was started is ended after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const service = await startDatabaseService()
  project.provide('databaseService', service.url)
  return () => service.close()
}
