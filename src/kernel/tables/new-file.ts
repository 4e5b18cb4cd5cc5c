import type { FileHandle } from 'node:fs/promises'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileFault } from './fault.ts'

/** A file that is written beside its place and put there when it is whole. */
export interface NewFile {
  readonly append: (bytes: Uint8Array | string) => Promise<void>
  /** Makes it durable and puts it in its place, over whatever stood there. */
  readonly finish: () => Promise<void>
  /** Removes it; does nothing after `finish`. */
  readonly discard: () => Promise<void>
}

/** Begins a file: `cases.csv` is written as `.cases.csv.partial` until it is finished. */
export async function newFile(path: string): Promise<NewFile> {
  const { handle, partial } = await openPartial(path)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  const discard = async (): Promise<void> => {
    if (!isOpen) return
    await close()
    await rm(partial, { force: true })
  }
  return {
    append: (bytes) => told(path, () => handle.appendFile(bytes)),
    finish: async () => {
      if (!isOpen) return
      await told(path, async () => {
        try {
          await handle.sync()
          await close()
          await rename(partial, path)
        } catch (error) {
          await close()
          await rm(partial, { force: true })
          throw error
        }
      })
    },
    discard,
  }
}

async function openPartial(path: string): Promise<{ handle: FileHandle; partial: string }> {
  for (let attempt = 0; ; attempt++) {
    const number = attempt === 0 ? '' : `-${attempt}`
    const partial = join(dirname(path), `.${basename(path)}.partial${number}`)
    try {
      return { handle: await open(partial, 'wx'), partial }
    } catch (error) {
      // Another run writes the same file, or one was killed: take the next name.
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!isTaken || attempt > 100) throw fileFault(path, error)
    }
  }
}

async function told<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw fileFault(path, error)
  }
}
