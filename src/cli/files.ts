import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Outcome } from '../app/outcome.ts'
import { done, refused } from '../app/outcome.ts'

const bytesMax = 1_000_000

/** The text of a file or, for `-`, of the stream; more than a megabyte is refused, not read. */
export async function readText(path: string, standardInput: Readable): Promise<Outcome<string>> {
  if (path === '-') return collect(standardInput, 'standard input')
  try {
    const file = await open(path)
    try {
      return await collect(file.createReadStream(), path)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const message = `${path}: ${reasons[code] ?? `cannot be read (${code})`}`
    return refused('input.no-file', message, { field: path, example: 'case.yaml, or - for stdin' })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'you may not read it',
}

async function collect(stream: Readable, name: string): Promise<Outcome<string>> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk as Uint8Array)
    bytes += buffer.length
    if (bytes > bytesMax) {
      const message = `${name} is larger than ${bytesMax} bytes; a case needs a few thousand`
      return refused('input.too-large', message, { field: name })
    }
    chunks.push(buffer)
  }
  return done(Buffer.concat(chunks).toString('utf8'))
}

export const fileExists = (path: string): boolean => existsSync(path)
