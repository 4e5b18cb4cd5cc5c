import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest'])

/** The built pages in memory: a request can reach these files and nothing else of the disk. */
export interface Pages {
  /** The file of a path; index.html for any path that names none. */
  readonly respond: (path: string, request: Asked) => Response
}
interface Asked {
  readonly acceptEncoding: string
  readonly ifNoneMatch: string | undefined
}
interface File {
  readonly bytes: Buffer
  readonly extension: string
  readonly etag: string
  readonly isHashed: boolean
  readonly compressed: Map<Encoding, Buffer>
}
type Encoding = 'br' | 'gzip'

/** Reads a folder of built pages; undefined when it holds no index.html. */
export function readPages(folder: string): Pages | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, File>()
  for (const entry of entries) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const name = relative(folder, path)
    if (entry.isFile() && !name.startsWith('.')) {
      files.set(`/${name.split(sep).join('/')}`, readFile(path, name))
    }
  }
  return {
    respond: (path, asked) => {
      const file = files.get(path)
      if (file) return answer(file, asked)
      // A missing asset must not look like a page; every other path is a page of the application.
      const index = extname(path) in types ? undefined : files.get('/index.html')
      return index ? answer(index, asked) : new Response('Not found\n', { status: 404 })
    },
  }
}

function readFile(path: string, name: string): File {
  const bytes = readFileSync(path)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  // The build puts a digest into the name of everything under assets/.
  const isHashed = name.startsWith(`assets${sep}`)
  return { bytes, extension: extname(name), etag, isHashed, compressed: new Map() }
}

function answer(file: File, { acceptEncoding, ifNoneMatch }: Asked): Response {
  const headers = new Headers({
    'content-type': types[file.extension] ?? 'application/octet-stream',
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (ifNoneMatch === file.etag) return new Response(null, { status: 304, headers })
  const encoding = encodingFor(file, acceptEncoding)
  if (encoding === undefined) return new Response(new Uint8Array(file.bytes), { headers })
  headers.set('content-encoding', encoding)
  return new Response(new Uint8Array(compressed(file, encoding)), { headers })
}

function encodingFor({ extension, bytes }: File, accepted: string): Encoding | undefined {
  if (!compressible.has(extension) || bytes.length < 1000) return undefined
  const names = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding))
}

/** Each file is compressed once, when it is first asked for. */
function compressed(file: File, encoding: Encoding): Buffer {
  const known = file.compressed.get(encoding)
  if (known) return known
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  const made =
    encoding === 'br' ? brotliCompressSync(file.bytes, { params: quality }) : gzipSync(file.bytes)
  file.compressed.set(encoding, made)
  return made
}
