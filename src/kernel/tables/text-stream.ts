import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileFault, TableFault } from './fault.ts'

/** A text file as bytes of UTF-8 without a mark, and how far it was read. */
export interface TextStream {
  readonly bytes: AsyncGenerator<Buffer, void, undefined>
  /** Share of the file that was read, from 0 to 1. */
  readonly progress: () => number
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * Opens a text file in UTF-8, or in UTF-16 that says so by its mark. Other encodings show as
 * U+FFFD in the values; bytes that are no text at all are a fault.
 */
export async function openText(path: string): Promise<TextStream> {
  let done = 0
  let size = 0
  try {
    size = (await stat(path)).size
  } catch (error) {
    throw fileFault(path, error)
  }
  async function* raw(): AsyncGenerator<Buffer, void, undefined> {
    try {
      const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 })
      for await (const buffer of stream) {
        done += buffer.length
        yield buffer
      }
    } catch (error) {
      throw fileFault(path, error)
    }
  }
  return {
    bytes: decoded(path, raw()),
    progress: () => (size === 0 ? 1 : Math.min(1, done / size)),
  }
}

async function* decoded(
  path: string,
  raw: AsyncGenerator<Buffer, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  for await (const chunk of raw) {
    let buffer = chunk
    if (isFirst) {
      isFirst = false
      const { encoding, skip } = encodingOf(buffer)
      buffer = buffer.subarray(skip)
      if (encoding === 'utf-8') checkText(path, buffer)
      else decoder = new TextDecoder(encoding)
    }
    yield decoder ? Buffer.from(decoder.decode(buffer, { stream: true })) : buffer
  }
  if (decoder) yield Buffer.from(decoder.decode())
}

function encodingOf(head: Buffer): { readonly encoding: Encoding; readonly skip: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  return { encoding: 'utf-8', skip: hasMark ? 3 : 0 }
}

/** Bytes that are no text show in the first line; further on they are one bad value. */
function checkText(path: string, head: Buffer): void {
  const end = head.indexOf(10)
  const at = head.subarray(0, end < 0 ? 65_536 : end).indexOf(0)
  if (at < 0) return
  throw new TableFault(
    'table.damaged',
    `${path} is not text: byte ${at + 1} is 0; save it as UTF-8 text`,
    { field: path },
  )
}
