import type { AsyncBuffer } from 'hyparquet'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { fileFault } from './fault.ts'

/** A file opened for reading at any place. */
export interface OpenedFile {
  readonly handle: FileHandle
  readonly bytes: number
}

/** Opens a file, or faults with what the system says. */
export async function openFile(path: string): Promise<OpenedFile> {
  try {
    const handle = await open(path)
    return { handle, bytes: (await handle.stat()).size }
  } catch (error) {
    throw fileFault(path, error)
  }
}

/** Bytes kept of what was read last. */
const keptBytesMax = 256_000_000

/**
 * A file as the Parquet library reads it. What was read is kept until `forget`, up to 256 MB: a row
 * group that is read in several pieces asks for the same bytes each time.
 */
export function randomAccess({ handle, bytes }: OpenedFile): AsyncBuffer & { forget: () => void } {
  const kept = new Map<string, ArrayBuffer>()
  let keptBytes = 0
  return {
    byteLength: bytes,
    slice: async (start, end = bytes) => {
      const from = Math.max(0, start)
      const length = Math.max(0, Math.min(end, bytes) - from)
      const key = `${from}-${length}`
      const known = kept.get(key)
      if (known) return known
      const buffer = new ArrayBuffer(length)
      await handle.read(new Uint8Array(buffer), 0, length, from)
      if (keptBytes + length <= keptBytesMax) {
        kept.set(key, buffer)
        keptBytes += length
      }
      return buffer
    },
    forget: () => {
      kept.clear()
      keptBytes = 0
    },
  }
}
