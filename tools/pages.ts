import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run.ts'
import type { StepResult } from './step.ts'
import { buildWebIfStale } from './web.mjs'

const firstLoadBytesMax = 200_000

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
}

/** The script files that a browser fetches before the first page works. */
export function firstLoad(manifest: Readonly<Record<string, Chunk>>): string[] {
  const files = new Set<string>()
  const visit = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const key of chunk.imports ?? []) visit(manifest[key])
  }
  Object.values(manifest)
    .filter((chunk) => chunk.isEntry)
    .forEach(visit)
  return [...files].filter((file) => file.endsWith('.js'))
}

/** Builds the pages and holds the script of the first load, compressed, against its limit. */
export async function pages(): Promise<StepResult> {
  try {
    buildWebIfStale(root)
  } catch (error) {
    return { ok: false, output: String(error instanceof Error ? error.message : error) }
  }
  const built = join(root, 'dist/web')
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const sizes = firstLoad(manifest).map((file) => gzipSync(readFileSync(join(built, file))).length)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  const note = `first load ${Math.round(bytes / 1000)} kB of ${firstLoadBytesMax / 1000} kB script, compressed`
  const output = `${note}: load what the first page does not need with import()`
  return { ok: bytes <= firstLoadBytesMax, note, output }
}
