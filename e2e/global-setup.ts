import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for everything that servers under test write; gone after the run. */
    folder: string
  }
}

/** Ends a process that a test left behind; one that has ended already is fine. */
function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended: nothing is left to do.
  }
}

/** Makes the folder of the run; after the last test ends leftover servers and removes it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-e2e-'))
  project.provide('folder', folder)
  return () => {
    const left = readdirSync(folder).filter((name) => name.endsWith('.process'))
    for (const name of left) endProcess(Number.parseInt(name, 10))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
