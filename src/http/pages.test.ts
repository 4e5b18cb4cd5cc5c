import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lakeProgram } from '../testing/lake-program.ts'
import { readPages } from './pages.ts'
import { createServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-pages-'))
const script = `export const words = '${'lake '.repeat(500)}'`

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Proviso</title>')
  writeFileSync(join(folder, 'assets/main-a1b2.js'), script)
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

function request(path: string, headers: Record<string, string> = {}) {
  const server = createServer({
    context: { programs: [lakeProgram], clock: () => '2025-06-01T12:00:00.000Z', version: '1' },
    publicOrigin: 'http://localhost',
    pages: readPages(folder),
  })
  return server.request(path, { headers })
}

describe('pages', () => {
  it.each(['/', '/index.html', '/programs/lake/apply', '/officer', '/chips/3A090.a'])(
    '%s is the page',
    async (path) => {
      const response = await request(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
      expect(await response.text()).toContain('<title>Proviso</title>')
    },
  )

  it('keeps what is named by its digest forever, compressed as the browser can read', async () => {
    const path = '/assets/main-a1b2.js'
    const brotli = await request(path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(brotli.headers.get('content-encoding')).toBe('br')
    const packed = Buffer.from(await brotli.arrayBuffer())
    expect(brotliDecompressSync(packed).toString()).toBe(script)
    const gzip = await request(path, { 'accept-encoding': 'gzip, br;q=0' })
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(script)
    const plain = await request(path)
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(script)
  })

  it('answers that nothing has changed', async () => {
    const first = await request('/')
    const again = await request('/', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it.each([
    '/assets/missing.js',
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('%s is not there', async (path) => {
    expect((await request(path)).status).toBe(404)
  })

  it('leaves addresses of the API to the API', async () => {
    const response = await request('/api/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch('application/problem+json')
  })

  it('are none where nothing was built', () => {
    expect(readPages(join(folder, 'assets'))).toBeUndefined()
  })
})
