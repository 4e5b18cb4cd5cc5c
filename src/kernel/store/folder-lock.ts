import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const held = new Set<string>()

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process that holds the lock; undefined when there is none or it has ended. */
function holder(file: string): number | undefined {
  try {
    const processId = Number(readFileSync(file, 'utf8'))
    // After a restart in a container the number may be this process's own: only `held` tells.
    if (processId === process.pid) return held.has(file) ? processId : undefined
    return isRunning(processId) ? processId : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function write(file: string): void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const processId = holder(file)
    if (processId !== undefined) {
      throw new Error(
        `The database folder is in use by process ${processId}: stop that process first, or set ` +
          `DATABASE_URL to a PostgreSQL server, which several processes may use (lock: ${file})`,
        { cause: error },
      )
    }
    rmSync(file, { force: true })
    write(file)
  }
}

/**
 * Keeps a second process out of an embedded database's folder, which two would destroy. The lock
 * of a process that has died is taken over. Gives the function that unlocks.
 */
export function lockFolder(folder: string): () => void {
  const file = `${resolve(folder)}.lock`
  mkdirSync(dirname(file), { recursive: true })
  write(file)
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}
